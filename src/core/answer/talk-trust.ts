import type { Question } from '../question/understand.ts';
import { type Candidate, isElsewhere } from './candidate.ts';
import { leanOf, subjectOf } from './follow.ts';
import { type Ordered, type TalkSign, talkSigns } from './in-talk.ts';
import type { Library } from './library.ts';
import { talkTrustWeights } from './talk-trust-weights.ts';

/** The signs of what speaks most in the talk that are weighed again. */
const ofTheFirst = [
  'own',
  'context',
  'neighbour',
  'again',
  'alone-trust',
  'alone-likeness',
  'alone-coverage',
  'beside-trust',
  'beside-likeness',
  'beside-coverage',
  'holds',
  'holds-before',
  'follows',
  'unknown',
] as const satisfies readonly TalkSign[];

/**
 * What is weighed in telling whether a message in a talk is answered at all. `value`: how much speaks for the first; `gap`:
 * how far it is before the second; `none` to `many`: how many words of its own the message has; `strong`, `free`: how it leans
 * on the talk; `elsewhere-…`: the nearest matter that is not held here; `unheard`: the share of its words that nothing here
 * has, and of its pairs of words that nothing has and nobody asks with.
 */
export const talkTrustSigns = [
  'always',
  'value',
  'gap',
  'none',
  'one',
  'two',
  'many',
  'strong',
  'free',
  'elsewhere-likeness',
  'elsewhere-near',
  'unheard',
  'pairs-unheard',
  'pairs-unasked',
  ...ofTheFirst,
] as const;

export type TalkTrustSign = (typeof talkTrustSigns)[number];

/** Where the signs weighed again stand among those of the talk. */
const placesOfFirst = ofTheFirst.map((name) => talkSigns.indexOf(name));

/** So far before the second, and further tells no more. */
const farBefore = 5;

/** The signs, in the order of `talkTrustSigns`, of a message for which `first` speaks most. `found`: by the message alone. */
export function signsOfTrust(
  [first, second]: [Ordered, ...Ordered[]],
  question: Question,
  found: Candidate[],
  library: Library,
): number[] {
  const own = subjectOf(question);
  const lean = leanOf(question);
  const elsewhere = found.find(isElsewhere);
  const strangeness = library.strangeness(question);
  const when = (is: boolean) => (is ? 1 : 0);
  return [
    1,
    first.value / 10,
    Math.min(farBefore, second ? first.value - second.value : farBefore) / farBefore,
    when(own.length === 0),
    when(own.length === 1),
    when(own.length === 2),
    when(own.length >= 4),
    when(lean === 'strong'),
    when(lean === 'none'),
    elsewhere?.likeness ?? 0,
    elsewhere?.near ?? 0,
    unheardOf(
      own.map((word) => word.folded),
      library,
    ),
    strangeness.unheard,
    strangeness.unasked,
    ...placesOfFirst.map((at) => first.signs[at] ?? 0),
  ];
}

function unheardOf(words: string[], library: Library): number {
  const tells = (some: string[]) => some.reduce((sum, word) => sum + library.tellsOf(word), 0);
  const all = tells(words);
  return all === 0 ? 0 : tells(words.filter((word) => !library.heard(word))) / all;
}

const weights = talkTrustSigns.map((name) => talkTrustWeights[name] ?? 0);

/** How likely what speaks most in the talk answers the message, 0–1. */
export function trustInTalk(
  ordered: [Ordered, ...Ordered[]],
  question: Question,
  found: Candidate[],
  library: Library,
): number {
  const signs = signsOfTrust(ordered, question, found, library);
  return 1 / (1 + Math.exp(-signs.reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), 0)));
}
