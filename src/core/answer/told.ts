import type { Passage } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { compose } from './compose.ts';
import type { Composed } from './composed.ts';
import { withFact } from './fit.ts';
import type { Library } from './library.ts';
import { opened } from './opener.ts';
import type { Candidate } from './pick.ts';
import { dated } from './since.ts';

/** The whole answer from a passage: put into words, with the fact asked for, first words that fit, and since when. */
export function told(passage: Passage, question: Question, others: Candidate[], library: Library): Composed {
  const answer = withFact(compose(passage, question, others, library), passage, question);
  return dated(opened(answer, passage, question), library);
}
