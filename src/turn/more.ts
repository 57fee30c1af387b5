import { asItStands } from '../core/answer/composed.ts';
import type { Topic } from '../core/conversation.ts';
import { plainReply, type Reply } from '../core/reply.ts';
import { split } from '../core/split.ts';
import { screenChars } from './dress.ts';
import type { Parts } from './parts.ts';

type More = { reply: Reply; topic: Topic; subject: string };

/** The next screen of what the last answer rested on, or `null` when all has been shown. */
export function moreOf(topic: Topic | null, parts: Pick<Parts, 'library'>): More | null {
  if (!topic) return null;
  const { passages } = parts.library.knowledge;
  // Screens of all passages of the answer, one after the other; the first screen of each was not shown before.
  const screens = topic.passages.flatMap((id) => {
    const passage = passages.get(id);
    if (!passage) return [];
    const longer = passage.more ?? (passage.text !== passage.say ? passage.text : null);
    return longer ? split(longer, screenChars).map((text) => ({ text, passage })) : [];
  });
  const next = screens[topic.shown];
  if (!next) return null;
  const shown = topic.shown + 1;
  const offers = screens.length > shown ? [{ label: 'Xem thêm', choice: { kind: 'more' } as const }] : [];
  const citations = asItStands(next.passage).cites;
  const reply = { ...plainReply([next.text], 'answer'), citations, offers };
  return { reply, topic: { ...topic, shown }, subject: next.passage.id };
}
