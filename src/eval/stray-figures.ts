import type { Library } from '../core/answer/library.ts';
import { figuresIn } from '../core/figures.ts';
import type { Reply } from '../core/reply.ts';

/**
 * Figures of a cited answer that stand in no cited passage and are neither the result of a sum shown nor one of its
 * terms that the person typed. The numbers of cards are the directory's, checked on their own.
 */
export function strayFigures(reply: Reply, asked: string, { knowledge }: Library): string[] {
  if (reply.citations.length === 0 || (reply.outcome !== 'answer' && reply.outcome !== 'decline')) return [];
  const answer = reply.bubbles[0] ?? '';
  const known = new Set<string>();
  const add = (text: string) => {
    for (const one of figuresIn(text)) known.add(one);
  };
  for (const passage of knowledge.passages.values())
    if (reply.citations.some((cite) => cite.document === passage.document && passage.locator.startsWith(cite.locator)))
      add(`${passage.text} ${passage.locator} ${passage.title} ${passage.inForceFrom.replaceAll('-', '/')}`);
  for (const cite of reply.citations)
    add(`${cite.document} ${cite.locator} ${knowledge.documents.get(cite.document)?.short ?? ''}`);
  for (const sum of answer.matchAll(/[=≈] (-?[\d.,/]+(?: (?:tuổi|năm) \d+ tháng)?)/g)) add(sum[1] ?? '');
  if (/[=≈] -?\d/.test(answer)) add(asked);
  return figuresIn(answer).filter((one) => !known.has(one));
}
