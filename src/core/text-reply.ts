import { menuOf } from './menu.ts';
import type { Citation } from './passage.ts';
import type { Reply } from './reply.ts';

/** A reply as plain text bubbles, with sources and numbered offers: for channels without buttons. */
export function textBubbles(reply: Reply, sourceLines: (citations: Citation[]) => string[]): string[] {
  const sources = sourceLines(reply.citations);
  // Under a card the answer comes last; elsewhere it comes first.
  const answer = reply.outcome === 'help' ? reply.bubbles.length - 1 : 0;
  const source = sources.length > 0 ? `\n\nCăn cứ: ${sources.join('. ')}.` : '';
  const cited = reply.bubbles.map((bubble, at) => (at === answer ? `${bubble}${source}` : bubble));
  const listed = menuOf(reply.offers).map((one, at) => `${at + 1}. ${one.label}`);
  const more = reply.offers.some((one) => one.choice.kind === 'more') ? ['Gõ "xem thêm" để đọc tiếp.'] : [];
  const menu = listed.length > 0 ? [`Bạn có thể gõ số:\n${listed.join('\n')}`] : [];
  return [...cited, ...more, ...menu];
}
