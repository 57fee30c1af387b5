import { notHeld } from '../core/answer/unheld.ts';
import type { Topic } from '../core/conversation.ts';
import type { Unanswered } from '../core/fact.ts';
import { plainReply, type Reply } from '../core/reply.ts';
import type { Answered } from './answer-one.ts';
import { topics } from './dress.ts';
import type { Parts } from './parts.ts';

/**
 * What is said where there is no answer: whose matter it is, or what comes nearest. `unanswered` notes what was asked;
 * `clear` when there is no doubt whose matter it is.
 */
export function declined(
  found: Exclude<Answered, { kind: 'answer' }>,
  topic: Topic | null,
  unanswered: (nearest: string | null) => Unanswered,
  { library, replies }: Pick<Parts, 'library' | 'replies'>,
): { reply: Reply; topic: Topic | null; subject: string | null; unanswered?: Unanswered; clear?: boolean } {
  if (found.kind === 'elsewhere') {
    const province = library.knowledge.communes?.map.province ?? '';
    const said = replies.get('other-province', { province }).bubbles;
    return { reply: plainReply(said, 'decline'), topic, subject: 'other-province', clear: true };
  }
  if (found.kind === 'outside') {
    const { topic: matter, office } = found;
    return {
      reply: plainReply(replies.get('elsewhere', { matter, office }).bubbles, 'decline'),
      topic: null,
      subject: null,
      unanswered: { terms: [matter], nearest: null },
      clear: found.sure,
    };
  }
  const nearest = found.kind === 'absent' ? [] : found.nearest;
  const offers = topics(
    nearest.filter((one) => one.facts.kind !== 'unknown'),
    [],
  ).slice(0, 2);
  const near = offers.map((one) => `– ${one.label}`).join('\n');
  const said =
    found.kind === 'unheld'
      ? replies.get(near === '' ? 'elsewhere' : 'unheld', { ...notHeld[found.what], topics: near })
      : replies.get(found.kind === 'absent' ? 'absent' : near === '' ? 'out-of-scope' : 'decline', { topics: near });
  const reply = { ...plainReply(said.bubbles, 'decline'), offers };
  const open = unanswered(nearest[0]?.id ?? null);
  return { reply, topic: null, subject: null, unanswered: open, clear: found.kind === 'unheld' };
}
