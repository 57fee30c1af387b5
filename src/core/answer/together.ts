import { unsupportedFigures } from '../figures.ts';
import type { Citation } from '../passage.ts';
import { asksOf } from '../question/asks.ts';
import { wantedFact } from '../question/wanted.ts';
import { fold } from '../vietnamese/fold.ts';
import { type Composed, distinct } from './composed.ts';
import { holdsFact } from './holds-fact.ts';
import { repeats, tellsOther } from './repeats.ts';

/** What is said of the one question out of several that nothing is known about. */
const unknown = 'Còn điều khác bạn hỏi trong câu này thì mình chưa có trong kho đã kiểm tra.';

/** One question of a message, folded, the words of its subject, and its answer; `null` when there is none. */
export type Part = { folded: string; content?: string[]; composed: Composed | null };

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
    text: [...toldOnce(kept.map((one) => one.text)), ...open, ...(last === null ? [] : [last])].join('\n\n'),
    cites: distinct(kept.flatMap((one) => one.cites)),
    passages: [...new Set(kept.flatMap((one) => one.passages))],
    more: null,
    outcome: kept.some((one) => one.outcome === 'answer') ? 'answer' : 'decline',
    screens: kept.length,
  };
}

/** The texts, each without the lines that an earlier one has. */
function toldOnce(texts: string[]): string[] {
  const told = new Set<string>();
  return texts.map((text) => {
    const fresh = text.split('\n').filter((line) => line === '' || !told.has(line));
    for (const line of fresh) told.add(line);
    return fresh.join('\n');
  });
}

/**
 * Whether the answer to the whole message answers each part that has none by itself ("nộp cho ai, hạn cuối ngày nào"): it
 * is the answer of the others, and holds the fact or the day that the part asks for.
 */
export function answersAll(whole: Composed, parts: Part[]): boolean {
  const open = parts.filter((one) => one.composed === null);
  const others = parts.flatMap(({ composed }) => composed ?? []);
  return (
    open.length > 0 &&
    others.length > 0 &&
    others.every((one) => one.passages[0] === whole.passages[0]) &&
    open.every((one) => tells(whole.text, one))
  );
}

/** So many words of a subject, and a text that says them all tells of it: "nộp qua mạng được không". */
const leastSaid = 2;

function tells(text: string, { folded, content = [] }: Part): boolean {
  const wanted = wantedFact(folded);
  if (wanted !== null) return holdsFact(text, wanted);
  if (asksOf(folded).has('when') && /\b\d{1,2}\/\d{1,2}\b/.test(text)) return true;
  const said = new Set(fold(text).split(/[^\p{L}\d]+/u));
  return content.length >= leastSaid && content.every((word) => said.has(word));
}

/** From how many characters on a text may tell something of its own, though it rests on the same place. */
const long = 80;

/** Whether the earlier answer rests on all the later one does, and holds the kind of fact the later question wants. */
function covers(earlier: Composed, later: Composed, folded: string): boolean {
  if (repeats(later.text, earlier.text)) return true;
  // One target of the plan may hold several figures, each told to the part that asks for it.
  if (earlier.passages[0] === later.passages[0]) return unsupportedFigures(later.text, [earlier.text]).length === 0;
  const wanted = wantedFact(folded);
  const rests =
    later.cites.length > 0 && later.cites.every((cite) => earlier.cites.some((known) => holds(known, cite)));
  const wantsFigure = wanted !== null || asksOf(folded).has('how-much');
  const tellsMore = wantsFigure && unsupportedFigures(later.text, [earlier.text]).length > 0;
  if (wanted === null && later.text.length >= long && tellsOther(later.text, earlier.text)) return false;
  return rests && !tellsMore && (wanted === null || holdsFact(earlier.text, wanted));
}

function holds(known: Citation, cite: Citation): boolean {
  const under = (one: string, other: string) => one === other || one.startsWith(`${other} `);
  return known.document === cite.document && (under(known.locator, cite.locator) || under(cite.locator, known.locator));
}
