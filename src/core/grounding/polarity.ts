import { isStopWord } from '../question/stop-words.ts';
import type { Clause } from './clauses.ts';

/** Words that deny. */
export const negating: ReadonlySet<string> = new Set([
  'không',
  'chưa',
  'chẳng',
  'chả',
  'cấm',
  'đừng',
  'miễn',
  'trừ',
  'ngoài',
]);
const must = new Set(['phải', 'buộc', 'cấm']);
const may = new Set(['được', 'thể', 'quyền']);
/** Words whose exchange changes who must and who may. */
export const ruling: ReadonlySet<string> = new Set([...must, 'được', 'quyền']);
/** Words that oblige, forbid or allow: none may be added to what the passages say. */
export const modal: ReadonlySet<string> = new Set([...negating, ...must, 'nghĩa', 'bắt', 'được', 'quyền', 'nên']);

type Mood = { negated: boolean | null; modality: 'must' | 'may' | null };

/** How a word stands in its clause: denied or not (`null` where that is unclear), obliged or allowed. */
function moodAt({ words }: Clause, at: number): Mood {
  const back = (distance: number) => words[at - distance]?.raw ?? '';
  const near = [1, 2, 3].some((one) => negating.has(back(one)));
  const far = [4, 5, 6, 7].some((one) => negating.has(back(one)));
  const ruled = [1, 2, 3].map(back).find((one) => must.has(one) || may.has(one));
  return {
    negated: near ? true : far ? null : false,
    modality: ruled === undefined ? null : must.has(ruled) ? 'must' : 'may',
  };
}

function moodsOf(clauses: Clause[]): Map<string, Mood[]> {
  const moods = new Map<string, Mood[]>();
  for (const clause of clauses)
    clause.words.forEach((word, at) => {
      if (isStopWord(word) || modal.has(word.raw) || /^\d/.test(word.raw)) return;
      moods.set(word.raw, [...(moods.get(word.raw) ?? []), moodAt(clause, at)]);
    });
  return moods;
}

/** Whether something is denied that the evidence affirms, or affirmed that it only denies. */
export function flipsNegation(said: Clause[], evidence: Clause[]): boolean {
  const known = moodsOf(evidence);
  return [...moodsOf(said)].some(([word, moods]) => {
    const grounds = known.get(word);
    if (grounds === undefined) return false;
    return moods.some(
      ({ negated }) => negated !== null && !grounds.some((one) => one.negated === negated || one.negated === null),
    );
  });
}

/** Whether a duty is made of what is allowed, or a liberty of what is a duty. */
export function flipsModality(said: Clause[], evidence: Clause[]): boolean {
  const written = new Set(evidence.flatMap((one) => one.words.map((word) => word.raw)));
  if (said.some((one) => one.words.some((word) => modal.has(word.raw) && !written.has(word.raw)))) return true;
  const known = moodsOf(evidence);
  return [...moodsOf(said)].some(([word, moods]) => {
    const grounds = (known.get(word) ?? []).filter((one) => one.modality !== null);
    if (grounds.length === 0) return false;
    return moods.some(({ modality }) => modality !== null && !grounds.some((one) => one.modality === modality));
  });
}
