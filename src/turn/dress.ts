import type { Composed } from '../core/answer/composed.ts';
import type { Library } from '../core/answer/library.ts';
import { speaksOfViolence } from '../core/answer/violence.ts';
import type { Topic } from '../core/conversation.ts';
import type { Passage } from '../core/passage.ts';
import type { Replies } from '../core/ports.ts';
import type { Offer, Reply } from '../core/reply.ts';
import { split } from '../core/reply.ts';
import { calm } from '../core/triage.ts';
import { encodeChoice } from '../core/update.ts';

/** One phone screen. */
export const screenChars = 500;

/** A reply with nothing in it yet. */
export function plainReply(bubbles: string[], outcome: Reply['outcome']): Reply {
  return { bubbles, outcome, citations: [], offers: [], ...calm, helpOffered: false, welcome: null };
}

/** Dresses an answer as a reply: one screen, the rest behind "Xem thêm", the quiet offer under answers on violence. */
export function dress(
  composed: Composed,
  also: Passage[],
  library: Library,
  replies: Replies,
): { reply: Reply; rest: string[] } {
  const [first = '', ...overflow] = split(composed.text, screenChars);
  const rest = [...overflow, ...(composed.more ? split(composed.more, screenChars) : [])].filter(
    (one) => one !== first,
  );
  const passages = composed.passages.flatMap((id) => library.knowledge.passages.get(id) ?? []);
  const bubbles = [first];
  if (passages.some(speaksOfViolence)) bubbles.push(...replies.get('help-offer-line').bubbles);
  const offers: Offer[] = [];
  if (rest.length > 0) offers.push({ label: 'Xem thêm', choice: { kind: 'more' } });
  const related = (passages[0]?.related ?? []).flatMap((id) => library.knowledge.passages.get(id) ?? []);
  const next = [...related, ...also].filter((one) => !composed.passages.includes(one.id));
  for (const one of next.slice(0, 3)) offers.push({ label: labelOf(one), choice: { kind: 'ask', passage: one.id } });
  return { reply: { ...plainReply(bubbles, composed.outcome), citations: composed.cites, offers }, rest };
}

/** A composed answer as a reply, with the topic that the next message is read against. */
export function dressed(
  composed: Composed,
  also: Passage[],
  parts: { library: Library; replies: Replies },
): { reply: Reply; topic: Topic; subject: string | null } {
  const { reply } = dress(composed, also, parts.library, parts.replies);
  const offered = reply.offers.filter((one) => one.choice.kind === 'ask').map((one) => encodeChoice(one.choice));
  const topic = { passages: composed.passages, shown: 0, offered };
  return { reply, topic, subject: composed.passages[0] ?? null };
}

/** What a button that leads to the passage says. */
export function labelOf(passage: Passage): string {
  const { facts } = passage;
  if (facts.kind === 'indicator')
    return `${passage.title}: ${facts.field.charAt(0).toLocaleLowerCase('vi')}${facts.field.slice(1)}`;
  const marked = passage.ask.find((one) => /[à-ỹđ]/i.test(one) && one.length <= 70);
  const label = facts.kind === 'card' || facts.kind === 'unknown' ? (marked ?? passage.title) : passage.title;
  return label.charAt(0).toLocaleUpperCase('vi') + label.slice(1);
}
