import type { Clause } from './clauses.ts';
import { factsOf } from './number-facts.ts';
import { negating, ruling } from './polarity.ts';
import { carries } from './support.ts';

/** How close to the best another clause must come to count as the one that is being told. */
const nearBest = 0.1;
/** Below this nothing is being retold, and words are judged one by one. */
const retold = 0.6;

/** The clauses of the evidence that say most of what a clause says; empty when none says much of it. */
export function alignedWith(said: Clause, evidence: Clause[]): Clause[] {
  const own = said.words.filter(carries).map((word) => word.raw);
  if (own.length < 2) return [];
  const pairs = neighbours(said);
  const shares = evidence.map((clause) => {
    const words = new Set(clause.words.map((word) => word.raw));
    const share = own.filter((word) => words.has(word)).length / own.length;
    if (share < retold) return 0;
    const known = new Set(neighbours(clause));
    return share + pairs.filter((pair) => known.has(pair)).length / Math.max(1, pairs.length);
  });
  const best = Math.max(0, ...shares);
  return best === 0 ? [] : evidence.filter((_, at) => (shares[at] ?? 0) >= best - nearBest);
}

/** Words that stand beside each other, those left out that deny or rule. */
function neighbours({ words }: Clause): string[] {
  const rest = words.filter((word) => !negating.has(word.raw) && !ruling.has(word.raw));
  return rest.slice(1).map((word, at) => `${rest[at]?.raw} ${word.raw}`);
}

/** Whether a clause with too few words of its own to be compared, yet denying or ruling something, stands as it is. */
export function standsAsWritten(said: Clause, evidence: Clause[]): boolean {
  const { words } = said;
  if (words.filter(carries).length >= 2) return true;
  if (!words.some((word) => negating.has(word.raw) || ruling.has(word.raw))) return true;
  const written = (clause: Clause) => ` ${clause.words.map((word) => word.raw).join(' ')} `;
  return evidence.some((one) => written(one).includes(written(said)));
}

/** Whether one of the clauses that say the same holds every number of the clause, each as often. */
export function countsAlike(said: Clause, aligned: Clause[]): boolean {
  const numbers = (clause: Clause) => factsOf([clause]).map(({ value, unit }) => `${value} ${unit}`);
  return (
    aligned.length === 0 ||
    aligned.some((one) => {
      const left = numbers(one);
      return numbers(said).every((number) => {
        const at = left.indexOf(number);
        if (at >= 0) left.splice(at, 1);
        return at >= 0;
      });
    })
  );
}

/** Whether the clause denies as often as the clauses that say the same. */
export function deniesAlike(said: Clause, aligned: Clause[]): boolean {
  const times = (clause: Clause) => clause.words.filter((word) => negating.has(word.raw)).length;
  return aligned.length === 0 || aligned.some((one) => times(one) === times(said));
}

/** Whether the clause obliges and allows in the words of the clauses that say the same. */
export function rulesAlike(said: Clause, aligned: Clause[]): boolean {
  const ruled = (clause: Clause) =>
    clause.words
      .map((word) => word.raw)
      .filter((word) => ruling.has(word))
      .sort()
      .join(' ');
  return aligned.length === 0 || aligned.some((one) => ruled(one) === ruled(said));
}
