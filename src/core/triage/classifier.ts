import type { HarmType, Subject } from '../triage.ts';
import { featuresOf } from './features.ts';
import type { Heard } from './hear.ts';
import type { WordClasses } from './word-classes.ts';

/** One linear judgement: log odds = scale · Σ weight · value + bias. The table has 2^bits places. */
export type Head = { bits: number; scale: number; bias: number; weights: Int8Array };

export type Who = Exclude<Subject, 'none'>;

/** What training left behind: a head for each thing to judge. */
export type Classifier = {
  classes: WordClasses;
  disclosure: Head;
  emergency: Head;
  types: ReadonlyArray<readonly [HarmType, Head]>;
  subjects: ReadonlyArray<readonly [Who, Head]>;
};

/**
 * How likely it is (0 to 1) that a message discloses harm, that it is an emergency, and, given that it discloses
 * harm, that it is of each type and about each person. `subjects` add up to 1.
 */
export type Scores = {
  disclosure: number;
  emergency: number;
  types: Map<HarmType, number>;
  subjects: Map<Who, number>;
};

/** Scores a message. Pure and fast: some thousand additions a head. */
export function score(heard: Heard, classifier: Classifier): Scores {
  const { places, values } = featuresOf(heard, classifier.classes);
  const odds = (head: Head) => {
    const shift = 32 - head.bits;
    let sum = 0;
    for (let at = 0; at < places.length; at++)
      sum += (head.weights[(places[at] ?? 0) >>> shift] ?? 0) * (values[at] ?? 0);
    return head.scale * sum + head.bias;
  };
  return {
    disclosure: chance(odds(classifier.disclosure)),
    emergency: chance(odds(classifier.emergency)),
    // Reckoned only when asked for: most messages disclose nothing.
    get types() {
      return new Map(classifier.types.map(([name, head]) => [name, chance(odds(head))]));
    },
    get subjects() {
      const who = classifier.subjects.map(([name, head]) => [name, Math.exp(odds(head))] as const);
      const all = who.reduce((sum, [, weight]) => sum + weight, 0);
      return new Map(who.map(([name, weight]) => [name, weight / all]));
    },
  };
}

function chance(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
