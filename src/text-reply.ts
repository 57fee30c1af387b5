import type { Library } from './core/answer/library.ts';
import { sourceLines } from './core/answer/sources.ts';
import type { Reply } from './core/reply.ts';

/** A reply as plain text bubbles, with sources and numbered offers: for channels without buttons. */
export function textBubbles(reply: Reply, library: Library): string[] {
  const sources = sourceLines(reply.citations, library.knowledge);
  // Under a card the answer comes last; elsewhere it comes first.
  const answer = reply.outcome === 'help' ? reply.bubbles.length - 1 : 0;
  const source = sources.length > 0 ? `\n\nCăn cứ: ${sources.join('. ')}.` : '';
  const cited = reply.bubbles.map((bubble, at) => (at === answer ? `${bubble}${source}` : bubble));
  const asks = reply.offers
    .filter(({ choice }) => ['ask', 'guide', 'guess'].includes(choice.kind))
    .map((one, at) => `${at + 1}. ${one.label}`);
  const more = reply.offers.some((one) => one.choice.kind === 'more') ? ['Gõ "xem thêm" để đọc tiếp.'] : [];
  const menu = asks.length > 0 ? [`Bạn có thể gõ số:\n${asks.join('\n')}`] : [];
  return [...cited, ...[...more, ...menu].slice(0, 2)];
}
