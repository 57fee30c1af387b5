import type { Knowledge } from '../knowledge.ts';
import { holdsOn, type Passage } from '../passage.ts';
import { asItStands, type Composed } from './composed.ts';

/**
 * The passage to answer from when a place was named: an ended rule gives way to the entry that says honestly what is not
 * established about it, so that no superseded amount stands as an answer.
 */
export function standing(passage: Passage, day: string, knowledge: Knowledge): Passage {
  if (holdsOn(passage, day)) return passage;
  for (const one of knowledge.passages.values()) {
    const about = one.cites.some((cite) => cite.document === passage.document && cite.locator === passage.locator);
    if (one.facts.kind === 'unknown' && about) return one;
  }
  return passage;
}

/** The article in place of a clause or point that the knowledge does not have. */
export function withoutClause(article: Passage): Composed {
  const base = asItStands(article);
  return {
    ...base,
    text: `Khoản bạn hỏi thì mình không có. ${article.locator} nói chung:\n${base.text}`,
    outcome: 'decline',
  };
}
