import { type Candidate, isElsewhere } from './candidate.ts';
import { type Asked, type ClueName, clueNames } from './clues.ts';
import type { Library } from './library.ts';

/** What is weighed of the best candidate when deciding whether it answers at all, in this order. */
export const trustNames = [
  'always',
  'share',
  'score',
  'gap',
  'likeness',
  'close-likeness',
  'phrasing-met',
  'asked-met',
  'coverage',
  'core-coverage',
  'pair-coverage',
  'sense',
  'written',
  'unheard',
  'pairs-unheard',
  'rarest-missing',
  'pairs-unasked',
  'elsewhere-gap',
  'elsewhere-likeness',
  'elsewhere-sense',
  'wants-said',
  'wants-missing',
  'prison-missing',
  'other-document',
  'company',
  'short',
] as const;
export type TrustName = (typeof trustNames)[number];

/** Where each ground stands among the clues; -1 when it is no clue. */
const clueOf = trustNames.map((name) => clueNames.indexOf(name as ClueName));
const senseAt = clueNames.indexOf('sense');

/** The grounds for trusting a candidate, as numbers in the order of `trustNames`. `ranked`: all of them, best first. */
export function groundsFor(best: Candidate, ranked: Candidate[], asked: Asked, library: Library): number[] {
  const second = ranked.find((one) => one !== best && !isElsewhere(one));
  const elsewhere = ranked.find(isElsewhere);
  const entry = library.entries.get(best.passage.id);
  const { all, unheard } = asked.tells;
  const missing = asked.subjects.filter(
    (one) => !entry?.words.has(one.word) && !one.others.some((other) => entry?.words.has(other)),
  );
  const grounds: Record<Exclude<TrustName, ClueName>, number> = {
    always: 1,
    share: best.share,
    score: best.score / 10,
    gap: Math.max(0, Math.min(5, best.score - (second?.score ?? best.score - 5))),
    unheard: all === 0 ? 0 : unheard / all,
    'pairs-unheard': asked.strangeness.unheard,
    'pairs-unasked': asked.strangeness.unasked,
    'elsewhere-gap': elsewhere ? Math.max(-8, Math.min(8, elsewhere.score - best.score)) : -8,
    'elsewhere-likeness': elsewhere?.likeness ?? 0,
    'elsewhere-sense': elsewhere?.clues[senseAt] ?? 0,
    'rarest-missing': Math.max(0, ...missing.map((one) => one.tells)) / library.rarest,
    short: asked.subjects.length <= 1 ? 1 : 0,
  };
  return trustNames.map((name, at) => {
    const clueAt = clueOf[at] ?? -1;
    return clueAt < 0 ? grounds[name as keyof typeof grounds] : (best.clues[clueAt] ?? 0);
  });
}
