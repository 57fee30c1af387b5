import type { Library } from './core/answer/library.ts';
import { sourceLines } from './core/answer/sources.ts';
import type { Reply } from './core/reply.ts';

/** A reply as plain text bubbles, with sources and numbered offers: for channels without buttons. */
export function textBubbles(reply: Reply, library: Library): string[] {
  const sources = sourceLines(reply.citations, library.knowledge);
  const [first = '', ...rest] = reply.bubbles;
  const cited = sources.length > 0 ? `${first}\n\nCăn cứ: ${sources.join('. ')}.` : first;
  const asks = reply.offers
    .filter(({ choice }) => choice.kind === 'ask' || choice.kind === 'guide')
    .map((one, at) => `${at + 1}. ${one.label}`);
  const more = reply.offers.some((one) => one.choice.kind === 'more') ? ['Gõ "xem thêm" để đọc tiếp.'] : [];
  const menu = asks.length > 0 ? [`Bạn có thể gõ số:\n${asks.join('\n')}`] : [];
  return [cited, ...rest, ...[...more, ...menu].slice(0, 2)];
}
