import type { Campaign } from '../core/broadcast/campaign.ts';
import type { DailyFact } from '../core/daily.ts';
import type { Knowledge } from '../core/knowledge.ts';
import type { Replies } from '../core/ports.ts';
import { holds } from '../core/quiz.ts';
import { plainReply, type Reply } from '../core/reply.ts';
import { labelOf } from './play-words.ts';

/** What a message to subscribers is made from. */
export type PushParts = { facts: DailyFact[]; knowledge: Knowledge; replies: Replies };

type Message = Pick<Campaign, 'fact' | 'words' | 'dayName' | 'day'>;

/**
 * The message as people get it, with its source and the way out. `null` when the fact no longer holds on its day, or reads
 * otherwise than when it was approved.
 */
export function pushed({ fact: id, words, dayName, day }: Message, parts: PushParts): Reply | null {
  const { facts, knowledge, replies } = parts;
  const fact = facts.find((one) => one.id === id);
  if (!fact || fact.text !== words || !holds(fact.passage, knowledge, day)) return null;
  const { bubbles } =
    dayName === null
      ? replies.get('news-message', { fact: words })
      : replies.get('news-message-on', { day: dayName, fact: words });
  const cites = knowledge.passages.get(fact.passage)?.cites ?? [];
  const citations = cites.filter((one, at) => (fact.place ? one.locator === fact.place : at === 0));
  const off = { kind: 'news-off' } as const;
  return { ...plainReply(bubbles, 'smalltalk'), citations, offers: [{ label: labelOf(off), choice: off }] };
}
