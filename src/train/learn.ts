import type { Features } from '../core/triage/features.ts';
import { featuresOf } from '../core/triage/features.ts';
import { hear } from '../core/triage/hear.ts';
import type { WordClasses } from '../core/triage/word-classes.ts';
import { emphasisOf, isOfAsking } from './emphasis.ts';
import { fitWeights } from './fit.ts';
import type { Labelled } from './labelled.ts';
import { isOfPattern } from './patterns.ts';
import { Examples } from './table.ts';
import { besideOrdinary, variantsOf, withFace } from './vary.ts';

/** One head before it is made small: odds = Σ weight · value over 2^bits places. */
export type RawHead = { bits: number; weights: Float64Array };

/** What a head learns: 1 or −1 for a message, or `null` when the message teaches it nothing. */
export type Question = (message: Labelled) => 1 | -1 | null;

export const isDisclosure: Question = (message) => (message.level === 'none' ? -1 : 1);
export const isEmergency: Question = (message) => (message.level === 'emergency' ? 1 : -1);

/** Places of the table, the fewest messages that must show a gram, the penalty and the rounds of a fit. */
export type Effort = { bits: number; seenIn: number; lambda: number; rounds: number };

/** How much each variant of a message counts; the last is the message beside an ordinary one. */
const shares = [0.3, 0.4, 0.15, 0.25, 0.4];
/** The first variants are the message itself; the others may get a face. */
const plainVariants = 2;

/** The messages in all the ways they may be typed, made ready for many fits. */
export type Lessons = { messages: Labelled[]; examples: Examples; rows: number[][] };

export function prepare(messages: Labelled[], classes: WordClasses): Lessons {
  const examples = new Examples();
  let next = 0;
  const ordinary = messages.filter((one) => one.level === 'none').map((one) => one.text);
  const rows = messages.map((message) => {
    // What patterns make varies already, and ways of asking are many: as it is and without diacritics is enough.
    const variants =
      isOfPattern(message) || isOfAsking(message)
        ? variantsOf(message.text).slice(0, plainVariants)
        : [...variantsOf(message.text), besideOrdinary(message.text, ordinary)];
    return variants.map((variant, at) => {
      const typed = at < plainVariants ? variant : withFace(variant, message.level === 'none', at);
      examples.add(read(typed, classes));
      return next++;
    });
  });
  return { messages, examples, rows };
}

/** Fits one head per question on the messages that `from` lets in. */
export function learn(
  { messages, examples, rows }: Lessons,
  questions: Question[],
  from: (message: Labelled) => boolean,
  { bits, seenIn, lambda, rounds }: Effort,
): RawHead[] {
  const chosen = messages.flatMap((message, at) => (from(message) ? [at] : []));
  const used = chosen.flatMap((at) => (rows[at] ?? []).map((row, variant) => ({ at, row, variant })));
  const owner = new Map(used.map(({ row, at }) => [row, at]));
  const all = used.map(({ row }) => row);
  const [table, rarity] = examples.table(all, bits, seenIn, (row) => owner.get(row) ?? -1);
  return questions.map((question) => {
    const truth = new Int8Array(used.length);
    const cost = new Float64Array(used.length);
    used.forEach(({ at, variant }, row) => {
      const message = messages[at];
      const answer = message ? question(message) : null;
      truth[row] = answer ?? 1;
      cost[row] = message && answer !== null ? (shares[variant] ?? 0) * emphasisOf(message) : 0;
    });
    const fitted = fitWeights(table, truth, cost, lambda, rounds);
    return { bits, weights: fitted.map((weight, place) => weight * (rarity[place] ?? 0)) };
  });
}

/** The odds a raw head gives a text. */
export function oddsOf(head: RawHead, { places, values }: Features): number {
  const shift = 32 - head.bits;
  let odds = 0;
  for (let at = 0; at < places.length; at++)
    odds += (head.weights[(places[at] ?? 0) >>> shift] ?? 0) * (values[at] ?? 0);
  return odds;
}

export function read(text: string, classes: WordClasses): Features {
  return featuresOf(hear(text), classes);
}
