import type { Library } from '../core/answer/library.ts';
import { strayFigures as strayIn } from '../core/answer/stray-figures.ts';
import type { Reply } from '../core/reply.ts';

/** Figures of a reply that nothing cited holds. The numbers of cards are the directory's, checked on their own. */
export function strayFigures(reply: Reply, asked: string, { knowledge }: Library): string[] {
  if (reply.outcome !== 'answer' && reply.outcome !== 'decline') return [];
  return strayIn({ text: reply.bubbles[0] ?? '', cites: reply.citations }, asked, knowledge);
}
