import { isStopWord } from '../question/stop-words.ts';
import type { Token } from '../vietnamese/normalise.ts';
import type { Clause } from './clauses.ts';
import { isContrasted } from './contrasts.ts';
import type { Evidence } from './evidence.ts';
import { modal } from './polarity.ts';

/** Words that carry a sentence without saying anything of their own. */
const carrying = new Set(
  'theo quy định trường hợp pháp luật nghĩa tức hiện nay ngoài ra đồng thời cụ thể gồm sau đây như nêu trên người'.split(
    ' ',
  ),
);
/** The share of a sentence's own words, of each clause's, and of their pairs, that the evidence must say. */
const leastWords = 0.85;
const leastInClause = 0.67;
/** The share of a clause's own words that must stand together in the evidence, within two clauses. */
const leastTogether = 0.75;
const leastPairs = 0.6;
/** How far apart the evidence may say two words that stand together. */
const reach = 4;

/** Whether the evidence says what the sentence says: nearly all its words, mostly in the same company. */
export function isSupported(said: Clause[], { words, clauses }: Evidence): boolean {
  const own = said.flatMap((one) => one.words.filter(carries));
  const unmet = (word: Token) => !words.has(word.raw);
  if (own.length === 0) return false;
  for (const clause of said) {
    const each = clause.words.filter(carries);
    if (each.filter(unmet).length > each.length * (1 - leastInClause)) return false;
  }
  if (!said.every((clause) => standsTogether(clause, clauses))) return false;
  if (own.filter(unmet).length > own.length * (1 - leastWords)) return false;
  if (own.some((word, at) => unmet(word) && own[at + 1] !== undefined && unmet(own[at + 1] as Token))) return false;
  const pairs = said.flatMap((one) => pairsOf(one.words.filter(carries), 1));
  if (pairs.length === 0) return true;
  const known = new Set(clauses.flatMap((one) => pairsOf(one.words.filter(carries), reach)));
  // "Phụ nữ" is not "phụ nam", though both words stand somewhere.
  if (pairs.some((pair) => !known.has(pair) && pair.split(' ').some(isContrasted))) return false;
  return pairs.filter((one) => known.has(one)).length >= pairs.length * leastPairs;
}

/** Words gathered from all over the evidence may say anything: those of a clause must stand in one place of it. */
function standsTogether(said: Clause, clauses: Clause[]): boolean {
  const own = said.words.filter(carries).map((word) => word.raw);
  if (own.length < 3) return true;
  return clauses.some((clause, at) => {
    const near = new Set([...clause.words, ...(clauses[at - 1]?.words ?? [])].map((word) => word.raw));
    return own.filter((word) => near.has(word)).length >= own.length * leastTogether;
  });
}

/** Whether the word says something of its own. */
export function carries(word: Token): boolean {
  return !isStopWord(word) && !modal.has(word.raw) && !carrying.has(word.raw);
}

function pairsOf(words: Token[], within: number): string[] {
  return words.flatMap((word, at) => words.slice(at + 1, at + 1 + within).map((next) => `${word.raw} ${next.raw}`));
}
