import { figuresIn } from '../figures.ts';
import type { Knowledge } from '../knowledge.ts';
import { asItStands, type Composed } from './composed.ts';

type Said = Pick<Composed, 'text' | 'cites'>;

/**
 * Figures of a cited answer that stand in no cited passage and are neither the result of a sum shown nor one of its
 * terms that the person typed (`asked`). An answer without citations has none.
 */
export function strayFigures({ text, cites }: Said, asked: string, knowledge: Knowledge): string[] {
  if (cites.length === 0) return [];
  const said = figuresIn(text);
  if (said.length === 0) return [];
  const known = new Set<string>();
  const add = (words: string) => {
    for (const one of figuresIn(words)) known.add(one);
  };
  for (const passage of knowledge.passages.values())
    if (cites.some((cite) => cite.document === passage.document && passage.locator.startsWith(cite.locator)))
      add(`${passage.text} ${passage.locator} ${passage.title} ${passage.inForceFrom.replaceAll('-', '/')}`);
  for (const cite of cites)
    add(`${cite.document} ${cite.locator} ${knowledge.documents.get(cite.document)?.short ?? ''}`);
  for (const sum of text.matchAll(/[=≈] (-?[\d.,/]+(?: (?:tuổi|năm) \d+ tháng)?)/g)) add(sum[1] ?? '');
  if (/[=≈] -?\d/.test(text)) add(asked);
  return said.filter((one) => !known.has(one));
}

/**
 * The answer, when every figure in it is grounded; else the reviewed answer of the passage it rests on, when that is;
 * else `null`: no figure is told that nothing cited holds.
 */
export function grounded(composed: Composed, asked: string, knowledge: Knowledge): Composed | null {
  const first = knowledge.passages.get(composed.passages[0] ?? '');
  const tries = first ? [composed, asItStands(first)] : [composed];
  return tries.find((one) => strayFigures(one, asked, knowledge).length === 0) ?? null;
}
