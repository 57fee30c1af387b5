import type { Passage } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { compose } from './compose.ts';
import type { Composed } from './composed.ts';
import { withFact } from './fit.ts';
import type { Library } from './library.ts';
import { opened } from './opener.ts';
import { multiplied } from './per-unit.ts';
import type { Candidate } from './pick.ts';
import { dated } from './since.ts';

/** The whole answer from a passage: put into words, with the fact asked for, first words that fit, and since when. */
export function told(passage: Passage, question: Question, others: Candidate[], library: Library): Composed {
  const composed = multiplied(compose(passage, question, others, library), question, library.knowledge);
  return dated(opened(withFact(composed, passage, question), passage, question), library);
}
