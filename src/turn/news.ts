import { canPush, type Want } from '../core/broadcast/subscription.ts';
import type { Decision } from '../core/decide.ts';
import { plainReply } from '../core/reply.ts';
import type { Choice } from '../core/update.ts';
import type { Carried, Turn } from './carry-out.ts';
import { labelOf, noTopic } from './play-words.ts';

type To = Extract<Decision, { kind: 'news' }>['to'];

/**
 * News sent unasked: what they are, switched on, switched off. Switching off is said alike whether or not they were on, and
 * leaves the same trace as small talk.
 */
export function newsMove(to: To, turn: Turn): Pick<Carried, 'reply' | 'topic' | 'subject' | 'subscription'> {
  const { parts, update } = turn;
  const said = (id: string, next: Choice[]) => {
    const { bubbles } = parts.replies.get(id, hoursOf(parts.daily.hours));
    const offers = next.map((choice) => ({ label: labelOf(choice), choice }));
    return { reply: { ...plainReply(bubbles, 'smalltalk' as const), offers }, topic: noTopic, subject: null };
  };
  if (to === 'off') return { ...said('news-off', []), subscription: 'end' };
  if (!canPush(update.channel)) return said('news-not-here', [{ kind: 'today' }]);
  if (to === 'offer') return said('news', [on('daily'), on('days')]);
  return { ...said(`news-on-${to}`, [{ kind: 'news-off' }]), subscription: to };
}

const on = (want: Want): Choice => ({ kind: 'news-on', want });

/** "8 giờ", as the texts name the hours in which something may be sent. */
function hoursOf({ from, to }: { from: string; to: string }): Record<string, string> {
  return { from: spoken(from), to: spoken(to) };
}

function spoken(time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  return `${Number(hour)} giờ${minute === '00' ? '' : ` ${minute}`}`;
}
