import { type Candidate, isElsewhere } from '../core/answer/candidate.ts';
import { clueNames } from '../core/answer/clues.ts';
import { inOrder } from '../core/answer/pick.ts';
import { groundsFor, rivalsIn, trustNames } from '../core/answer/trust.ts';
import { parseKnowledge, readContent } from '../knowledge/load.ts';
import { readAsked } from './asked-by-people.ts';
import type { Trial } from './examples.ts';
import { readInVain } from './in-vain.ts';
import { type Choice, fitListwise } from './listwise.ts';
import { chance, fitLogistic, type Verdict } from './logistic.ts';
import { type Read, readAll } from './reads.ts';
import { writeWeights } from './weights-file.ts';

/**
 * How much each kind of question counts in learning when to trust: matters outside are few among the examples and many
 * among what people ask, what is found only under another phrasing is often right all the same, and questions as people
 * put them are what the bot is for.
 */
const trustWeight: Record<Trial, number> = {
  held: 1,
  bare: 1,
  gone: 0.3,
  unknown: 1,
  outside: 4,
  strange: 6,
  vain: 6,
  people: 200,
};
const wrongWeight = 0.2;
/** Of what people asked, how much more one counts that nothing answers: fewer of them are known. */
const unansweredWeight = 2;
/** How much each counts in learning which passage is first: what is not established must not lose to what is near. */
const choiceWeight: Record<Trial, number> = {
  held: 1,
  bare: 0.5,
  gone: 1,
  unknown: 2,
  outside: 0,
  strange: 0,
  vain: 0,
  people: 5,
};

type Ranked = Read & { ranked: Candidate[] };

/** Fits how passages are ranked and when the best is trusted, on phrasings held out of the knowledge itself. */
export async function fitAnswers(options: { knowledge: string; dry?: boolean }): Promise<void> {
  const knowledge = parseKnowledge(readContent(options.knowledge));
  const reads = await readAll(knowledge, readInVain(options.knowledge), readAsked(options.knowledge));
  const answerable = reads.filter((one) => one.example.answers.size > 0);
  const choices = answerable.map(({ example, candidates }): Choice => {
    const held = candidates.filter((one) => !isElsewhere(one));
    return {
      features: held.map((each) => each.clues),
      right: held.map((one) => example.answers.has(one.passage.id)),
      weight: choiceWeight[example.trial],
    };
  });
  const weights = fitListwise(choices, { steps: 300, pull: 0.001 });
  const ranked = reads.map((one) => ({ ...one, ranked: order(one.candidates, weights) }));
  const verdicts = ranked
    .filter((one) => one.ranked.length > 0 && (rightFirst(one) || !saysUnknown(one)))
    .map(
      (one): Verdict => ({
        grounds: one.ranked[0] ? groundsFor(one.ranked[0], rivalsIn(one.ranked), one.asked, one.library) : [],
        right: rightFirst(one),
        weight: weightOf(one),
      }),
    );
  const trust = fitLogistic(verdicts, { steps: 1500, pull: 0.0002 });
  report(ranked, trust);
  if (options.dry) return;
  writeWeights({
    file: 'src/core/answer/weights.ts',
    type: 'ClueName',
    from: './clues.ts',
    what: 'What each clue speaks for or against a passage.',
    command: 'answers',
    name: 'clueWeights',
    names: clueNames,
    weights,
  });
  writeWeights({
    file: 'src/core/answer/trust-weights.ts',
    type: 'TrustName',
    from: './trust.ts',
    what: 'What each ground speaks for or against the best candidate.',
    command: 'answers',
    name: 'trustWeights',
    names: trustNames,
    weights: trust,
  });
}

function weightOf(one: Ranked): number {
  const { trial, answers } = one.example;
  const weight = trustWeight[trial];
  if (trial === 'people') {
    if (answers.size === 0) return weight * unansweredWeight;
    // What is wrong here may answer all the same: one place of several is told with each question.
    return rightFirst(one) ? weight : 0;
  }
  return answers.size > 0 && !isOutside(one) && !rightFirst(one) ? weight * wrongWeight : weight;
}

function rightFirst({ example, ranked }: Ranked): boolean {
  return example.answers.has(ranked[0]?.passage.id ?? '');
}

/** Whether the best says that something is not established: then nothing is answered either way. */
function saysUnknown({ ranked }: Ranked): boolean {
  return ranked[0]?.passage.facts.kind === 'unknown';
}

function isOutside({ example }: Ranked): boolean {
  return example.trial === 'outside' || example.trial === 'strange';
}

function order(candidates: Candidate[], weights: number[]): Candidate[] {
  return inOrder(
    candidates.map((one) => ({
      ...one,
      score: one.clues.reduce((sum, clue, at) => sum + clue * (weights[at] ?? 0), 0),
    })),
  );
}

/** How many of each kind are answered rightly, and what a threshold of trust would then let through. */
function report(ranked: Ranked[], trust: number[]): void {
  const percent = (part: number, whole: number) => `${((part / Math.max(1, whole)) * 100).toFixed(1)} %`.padStart(7);
  for (const trial of Object.keys(trustWeight) as Trial[]) {
    const of = ranked.filter((one) => one.example.trial === trial);
    const told = (least: number) =>
      of.filter(
        (one) =>
          one.ranked[0] &&
          chance(groundsFor(one.ranked[0], rivalsIn(one.ranked), one.asked, one.library), trust) >= least,
      );
    const row = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5].map((least) => {
      const answered = told(least);
      return `${least}: ${percent(answered.filter(rightFirst).length, of.length)} right ${percent(answered.filter((one) => !rightFirst(one)).length, of.length)} not`;
    });
    process.stdout.write(`${trial} (${of.length}) answered at trust\n  ${row.join('\n  ')}\n`);
  }
}
