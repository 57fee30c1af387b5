import { figuresIn } from '../figures.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Citation } from '../passage.ts';
import { moneyTyped } from '../question/amounts-typed.ts';
import { wordsOf } from '../search/terms.ts';
import { readNumbers } from '../vietnamese/numbers.ts';
import { asItStands, type Composed } from './composed.ts';

type Said = Pick<Composed, 'text' | 'cites'>;

/** Every figure that may be said on the strength of these citations: of the passages there, and of the places' names. */
export function figuresCited(cites: Citation[], knowledge: Knowledge): Set<string> {
  const known = new Set<string>();
  const add = (words: string) => {
    for (const one of figuresIn(words)) known.add(one);
  };
  const held = heldIn(knowledge);
  for (const { document, locator } of cites) {
    add(`${document} ${locator} ${knowledge.documents.get(document)?.short ?? ''}`);
    for (const one of held.get(document) ?? [])
      if (one.locator.startsWith(locator)) for (const figure of one.figures()) known.add(figure);
  }
  return known;
}

/**
 * Figures of a cited answer that stand in no cited passage and are neither the result of a sum shown nor one of its
 * terms that the person typed (`asked`). An answer without citations has none.
 */
export function strayFigures({ text, cites }: Said, asked: string, knowledge: Knowledge): string[] {
  if (cites.length === 0) return [];
  const said = figuresIn(text);
  if (said.length === 0) return [];
  const known = figuresCited(cites, knowledge);
  const add = (words: string) => {
    for (const one of figuresIn(words)) known.add(one);
  };
  for (const sum of text.matchAll(/[=≈] (-?[\d.,/]+(?: (?:tuổi|năm) \d+ tháng)?)/g)) add(sum[1] ?? '');
  if (/[=≈] -?\d/.test(text)) for (const one of figuresTyped(asked)) known.add(one);
  return said.filter((one) => !known.has(one));
}

/** The figures of a person's message, as typed and as meant: "8 triệu" is 8000000 as well, "hai mươi năm" is 20. */
function figuresTyped(asked: string): string[] {
  const words = wordsOf(asked);
  const figures = readNumbers(words);
  return [
    ...figuresIn(asked),
    ...moneyTyped({ figures, words }).map(String),
    ...figures.filter((one) => one.kind !== 'date').map((one) => String(one.value)),
  ];
}

/** A passage's place, and the figures that stand in it: read when first wanted, and kept. */
type Held = { locator: string; figures: () => string[] };
const heldBy = new WeakMap<Knowledge, Map<string, Held[]>>();

/** What each document of the knowledge holds. */
function heldIn(knowledge: Knowledge): Map<string, Held[]> {
  const before = heldBy.get(knowledge);
  if (before) return before;
  const held = new Map<string, Held[]>();
  for (const { document, locator, text, title, inForceFrom } of knowledge.passages.values()) {
    let read: string[] | null = null;
    const figures = () => {
      read ??= figuresIn(`${text} ${locator} ${title} ${inForceFrom.replaceAll('-', '/')}`);
      return read;
    };
    const all = held.get(document) ?? [];
    all.push({ locator, figures });
    held.set(document, all);
  }
  heldBy.set(knowledge, held);
  return held;
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
