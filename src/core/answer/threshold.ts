import type { Question } from '../question/understand.ts';
import type { Candidate } from './pick.ts';

/**
 * Whether the evidence is enough to answer. Chosen on the development half of the project's questions: either the
 * passage speaks of nearly all of the subject, or people are known to ask for it in such words.
 */
export function convinces(best: Candidate, question: Question): boolean {
  const { coverage, likeness } = best.evidence;
  if (question.strangerAct) return false;
  if (question.content.length === 0) return likeness >= 0.5;
  return likeness >= 0.55 || (coverage >= 0.5 && coverage + likeness >= 0.85);
}
