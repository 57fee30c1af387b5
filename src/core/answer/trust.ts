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

/** Of candidates, best first, what each of them is compared with: the two best that are held here, the best elsewhere. */
export type Rivals = { held: Candidate[]; elsewhere: Candidate | undefined };

export function rivalsIn(ranked: Candidate[]): Rivals {
  return { held: ranked.filter((one) => !isElsewhere(one)).slice(0, 2), elsewhere: ranked.find(isElsewhere) };
}

/** How far behind a matter elsewhere says nothing, as if none had been found. */
const farBehind = -5;
const notFound = -8;

/** How far the nearest matter elsewhere comes before the best: what lies behind counts the less, the further. */
function lead(gap: number): number {
  if (gap >= 0) return Math.min(-notFound, gap);
  return gap <= farBehind ? notFound : notFound * (gap / farBehind);
}

/** The grounds for trusting a candidate, as numbers in the order of `trustNames`. */
export function groundsFor(best: Candidate, { held, elsewhere }: Rivals, asked: Asked, library: Library): number[] {
  const second = held[0] === best ? held[1] : held[0];
  const words = library.entries.get(best.passage.id)?.words;
  const { all, unheard } = asked.tells;
  let rarest = 0;
  for (const { word, tells, others } of asked.subjects)
    if (tells > rarest && !words?.has(word) && !others.some((other) => words?.has(other))) rarest = tells;
  const grounds: Record<Exclude<TrustName, ClueName>, number> = {
    always: 1,
    share: best.share,
    score: best.score / 10,
    gap: Math.max(0, Math.min(5, best.score - (second?.score ?? best.score - 5))),
    unheard: all === 0 ? 0 : unheard / all,
    'pairs-unheard': asked.strangeness.unheard,
    'pairs-unasked': asked.strangeness.unasked,
    'elsewhere-gap': elsewhere ? lead(elsewhere.score - best.score) : notFound,
    'elsewhere-likeness': elsewhere?.likeness ?? 0,
    'elsewhere-sense': elsewhere?.clues[senseAt] ?? 0,
    'rarest-missing': rarest / library.rarest,
    short: asked.subjects.length <= 1 ? 1 : 0,
  };
  return trustNames.map((name, at) => {
    const clueAt = clueOf[at] ?? -1;
    return clueAt < 0 ? grounds[name as keyof typeof grounds] : (best.clues[clueAt] ?? 0);
  });
}
