import type { Hit } from '../ports.ts';

/** So many of the best by words keep their places. */
const kept = 10;

/**
 * Both arms as one list: the best by words first, then what only the dense arm brought, then the rest. Reciprocal ranks
 * were measured and cost more right answers among the first ten than they brought (see DECISIONS); what the arms find
 * is weighed anew afterwards anyway. The score stays that of words, 0 for a passage that only the dense arm brought.
 */
export function fuse(lexical: Hit[], dense: string[]): Hit[] {
  if (dense.length === 0) return lexical;
  const best = lexical.slice(0, kept);
  const first = new Set(best.map((one) => one.id));
  const scores = new Map(lexical.map(({ id, score }) => [id, score]));
  const brought = dense.filter((id) => !first.has(id)).map((id) => ({ id, score: scores.get(id) ?? 0 }));
  const seen = new Set([...first, ...brought.map((one) => one.id)]);
  return [...best, ...brought, ...lexical.filter((one) => !seen.has(one.id))];
}
