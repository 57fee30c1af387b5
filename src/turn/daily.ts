import { canPush } from '../core/broadcast/subscription.ts';
import { todays } from '../core/daily.ts';
import type { Choice } from '../core/update.ts';
import type { Turn } from './carry-out.ts';
import { another, type Played, said } from './play-words.ts';

/** The thing worth knowing today, with its source; `null` when there is none. */
export function tellToday(turn: Turn): Played | null {
  const { daily, library, today } = turn.parts;
  const found = todays(daily, library.knowledge, today());
  if (!found) return null;
  const { fact, day } = found;
  const cites = library.knowledge.passages.get(fact.passage)?.cites ?? [];
  const citations = cites.filter((one, at) => (fact.place ? one.locator === fact.place : at === 0));
  const next: Choice[] = canPush(turn.update.channel) ? [another, { kind: 'news' }] : [another];
  const words = day
    ? said('daily-on', { day: day.short, fact: fact.text }, turn, next)
    : said('daily', { fact: fact.text }, turn, next);
  return { ...words, reply: { ...words.reply, citations }, subject: `daily-${fact.id}` };
}
