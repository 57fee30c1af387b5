import { ofTheAct } from '../core/answer/acts.ts';
import type { Candidate } from '../core/answer/candidate.ts';
import { facing } from '../core/answer/facet.ts';
import { holding } from '../core/answer/fit.ts';
import type { Library } from '../core/answer/library.ts';
import { convinces } from '../core/answer/threshold.ts';
import type { Question } from '../core/question/understand.ts';
import { wantedFact } from '../core/question/wanted.ts';
import type { Find } from './find.ts';

/** All that search finds for a question, those that may answer it, and the one that does; none when nothing convinces. */
export type Chosen = { found: Candidate[]; candidates: Candidate[]; best: Candidate | undefined };

/** What search finds for a question, and the candidate it is answered from; none when nothing convinces. */
export async function chosen(question: Question, library: Library, find: Find): Promise<Chosen> {
  const found = await find(question);
  const sound = found[0] !== undefined && convinces(found[0]);
  const candidates = sound && wantedFact(question.asked) === 'fine' ? ofTheAct(found, question, library) : found;
  const convincing = candidates.filter((one) => convinces(one));
  const sure = candidates[0] !== undefined && candidates[0] === convincing[0];
  const best = sure ? holding(facing(convincing, question), question) : undefined;
  return { found, candidates, best };
}
