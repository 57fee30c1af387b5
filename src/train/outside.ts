import { hear } from '../core/triage/hear.ts';
import { type Shape, shapeOf } from '../core/triage/shape.ts';
import type { WordClasses } from '../core/triage/word-classes.ts';
import type { Labelled } from './labelled.ts';
import { type Effort, isDisclosure, isEmergency, type Lessons, learn, oddsOf, read } from './learn.ts';
import { unmarked } from './vary.ts';

/** A message as typed or without diacritics, judged by heads that never saw its writer. */
export type OutsideVoice = {
  message: Labelled;
  bare: boolean;
  shape: Shape;
  disclosure: number;
  emergency: number;
};

/**
 * Leaves voices out in turn, learns from all others, and judges what was left out: the honest estimate for voices nobody
 * has heard. A random split would flatter, because every writer has turns of phrase.
 */
export function judgeOutside(
  lessons: Lessons,
  classes: WordClasses,
  effort: Effort,
  onFold: (name: string) => void,
): OutsideVoice[] {
  const foldOf = foldsOf(lessons.messages);
  return [...new Set(foldOf.values())].flatMap((fold) => {
    onFold(fold);
    const questions = [isDisclosure, isEmergency];
    const [disclosure, emergency] = learn(lessons, questions, (message) => foldOf.get(message.id) !== fold, effort);
    if (!disclosure || !emergency) return [];
    return lessons.messages
      .filter((message) => foldOf.get(message.id) === fold)
      .flatMap((message) =>
        [message.text, unmarked(message.text)].map((text, at) => {
          const features = read(text, classes);
          const [told, urgent] = [oddsOf(disclosure, features), oddsOf(emergency, features)];
          const shape = shapeOf(hear(text), classes);
          return { message, bare: at === 1, shape, disclosure: told, emergency: urgent };
        }),
      );
  });
}

/** Into how many parts the voices are shared out. */
const parts = 3;
/** A writer is left out whole when at least this share of the messages is of either kind. */
const evenFrom = 0.2;
/** Pairs are written to be confused: beside one half, the other is no surprise. */
const inPairs = /^[pq]\d/;

/**
 * The fold of each message, by id. Writers of messages of both kinds are left out whole, the largest dealt first to the
 * smallest fold. Whoever wrote mostly disclosures, mostly ordinary messages or pairs of both cannot be left out whole
 * (what is left would be lopsided): such writers are cut into runs of neighbouring lines, which were written in one go,
 * and shared out over the folds.
 */
function foldsOf(messages: Labelled[]): Map<string, string> {
  const writers = new Map<string, Labelled[]>();
  for (const message of messages) writers.set(message.writer, [...(writers.get(message.writer) ?? []), message]);
  const whole = [...writers].filter(([name, wrote]) => isEven(wrote) && !inPairs.test(name));
  const sizes = new Array<number>(Math.min(parts, whole.length)).fill(0);
  const folds = new Map<string, string>();
  for (const [, wrote] of whole.sort((a, b) => b[1].length - a[1].length)) {
    const least = sizes.indexOf(Math.min(...sizes));
    sizes[least] = (sizes[least] ?? 0) + wrote.length;
    for (const message of wrote) folds.set(message.id, `part ${least + 1}`);
  }
  for (const wrote of writers.values())
    wrote.forEach((message, at) => {
      if (!folds.has(message.id)) folds.set(message.id, `part ${1 + Math.floor((at * sizes.length) / wrote.length)}`);
    });
  return folds;
}

function isEven(wrote: Labelled[]): boolean {
  const told = wrote.filter((message) => message.level !== 'none').length / wrote.length;
  return told >= evenFrom && told <= 1 - evenFrom;
}
