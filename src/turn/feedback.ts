import type { Reply } from '../core/reply.ts';

/**
 * Lets the person say whether an answer was of use, and whether a number on a card could be reached. Nothing is asked
 * in an emergency, nor of an answer to somebody who may be hurt.
 */
export function withFeedback(reply: Reply): Reply {
  if (reply.outcome === 'answer' && reply.level === 'none')
    return {
      ...reply,
      offers: [
        ...reply.offers,
        { label: 'Có ích', choice: { kind: 'useful', yes: true } },
        { label: 'Chưa', choice: { kind: 'useful', yes: false } },
      ],
    };
  if (reply.outcome === 'help' && reply.level === 'support')
    return {
      ...reply,
      offers: [
        ...reply.offers,
        { label: 'Gọi được', choice: { kind: 'reached', yes: true } },
        { label: 'Không gọi được', choice: { kind: 'reached', yes: false } },
      ],
    };
  return reply;
}
