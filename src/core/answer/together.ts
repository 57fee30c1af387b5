import type { Citation } from '../passage.ts';
import { wantedFact } from '../question/wanted.ts';
import { type Composed, distinct } from './composed.ts';
import { holdsFact } from './holds-fact.ts';
import { repeats } from './repeats.ts';

/** What is said of the one question out of several that nothing is known about. */
const unknown = 'Còn điều khác bạn hỏi trong câu này thì mình chưa có trong kho đã kiểm tra.';

/** One question of a message, folded, and its answer; `null` when there is none. */
export type Part = { folded: string; composed: Composed | null };

/**
 * The answers to the questions of one message as one, in their order. An answer that adds nothing to an earlier one is
 * left out; a question without an answer is said to be open. `last` is said after all of them. `null` when none is
 * answered.
 */
export function together(parts: Part[], last: string | null = null): Composed | null {
  const kept: Composed[] = [];
  for (const { folded, composed } of parts)
    if (composed && !kept.some((earlier) => covers(earlier, composed, folded))) kept.push(composed);
  const [first, ...others] = kept;
  if (!first) return null;
  const open = parts.some((one) => one.composed === null) ? [unknown] : [];
  if (others.length === 0 && open.length === 0) return first;
  return {
    text: [...kept.map((one) => one.text), ...open, ...(last === null ? [] : [last])].join('\n\n'),
    cites: distinct(kept.flatMap((one) => one.cites)),
    passages: [...new Set(kept.flatMap((one) => one.passages))],
    more: null,
    outcome: kept.some((one) => one.outcome === 'answer') ? 'answer' : 'decline',
    screens: kept.length,
  };
}

/** Whether the earlier answer rests on all the later one does, and holds the kind of fact the later question wants. */
function covers(earlier: Composed, later: Composed, folded: string): boolean {
  if (earlier.passages[0] === later.passages[0] || repeats(later.text, earlier.text)) return true;
  const wanted = wantedFact(folded);
  const rests =
    later.cites.length > 0 && later.cites.every((cite) => earlier.cites.some((known) => holds(known, cite)));
  return rests && (wanted === null || holdsFact(earlier.text, wanted));
}

function holds(known: Citation, cite: Citation): boolean {
  const under = (one: string, other: string) => one === other || one.startsWith(`${other} `);
  return known.document === cite.document && (under(known.locator, cite.locator) || under(cite.locator, known.locator));
}
