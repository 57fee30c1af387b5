import type { Composed } from '../core/answer/composed.ts';
import { labelOf, sameLabel } from '../core/answer/label.ts';
import type { Library } from '../core/answer/library.ts';
import { speaksOfViolence } from '../core/answer/violence.ts';
import type { Topic } from '../core/conversation.ts';
import type { Passage } from '../core/passage.ts';
import type { Replies } from '../core/ports.ts';
import { type Offer, plainReply, type Reply } from '../core/reply.ts';
import { split } from '../core/split.ts';

/** One phone screen. */
export const screenChars = 500;

/** Dresses an answer as a reply: one screen, the rest behind "Xem thêm", the quiet offer under answers on violence. */
export function dress(
  composed: Composed,
  also: Passage[],
  library: Library,
  replies: Replies,
): { reply: Reply; rest: string[] } {
  const [first = '', ...overflow] = split(composed.text, screenChars * (composed.screens ?? 1));
  const rest = [...overflow, ...(composed.more ? split(composed.more, screenChars) : [])].filter(
    (one) => one !== first,
  );
  const passages = composed.passages.flatMap((id) => library.knowledge.passages.get(id) ?? []);
  const bubbles = [first];
  if (passages.some(speaksOfViolence)) bubbles.push(...replies.get('help-offer-line').bubbles);
  const offers: Offer[] = [];
  if (rest.length > 0) offers.push({ label: 'Xem thêm', choice: { kind: 'more' } });
  const related = (passages[0]?.related ?? []).flatMap((id) => library.knowledge.passages.get(id) ?? []);
  offers.push(...topics([...related, ...also], passages));
  return { reply: { ...plainReply(bubbles, composed.outcome), citations: composed.cites, offers }, rest };
}

/** A composed answer as a reply, with the topic that the next message is read against. */
export function dressed(
  composed: Composed,
  also: Passage[],
  parts: { library: Library; replies: Replies },
): { reply: Reply; topic: Topic; subject: string | null } {
  const { reply } = dress(composed, also, parts.library, parts.replies);
  const topic = { passages: composed.passages, shown: 0, offered: [] };
  return { reply, topic, subject: composed.passages[0] ?? null };
}

/** How many related topics are offered at most. */
const mostTopics = 3;

/** Buttons to related topics: none that says what was just answered, none twice. */
export function topics(passages: Passage[], answered: Passage[]): Offer[] {
  const labels = answered.map(labelOf);
  const ids = new Set(answered.map((one) => one.id));
  const offers: Offer[] = [];
  for (const passage of passages) {
    const label = labelOf(passage);
    if (offers.length === mostTopics) break;
    if (ids.has(passage.id) || labels.some((one) => sameLabel(one, label))) continue;
    ids.add(passage.id);
    labels.push(label);
    offers.push({ label, choice: { kind: 'ask', passage: passage.id } });
  }
  return offers;
}
