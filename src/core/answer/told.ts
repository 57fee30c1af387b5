import type { Passage } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { agedFor } from './age-met.ts';
import { withBefore } from './before.ts';
import type { Candidate } from './candidate.ts';
import { withClause, withCrime } from './clause.ts';
import { compose } from './compose.ts';
import type { Composed } from './composed.ts';
import { untilDay } from './deadline.ts';
import { disowned } from './disowned.ts';
import { withFact } from './fit.ts';
import { untilHour } from './hours.ts';
import type { Library } from './library.ts';
import { ofUnitAsked } from './of-unit.ts';
import { ofYearAsked } from './of-year.ts';
import { opened } from './opener.ts';
import { rangesForOrganisation, timesTyped } from './organisation.ts';
import { multiplied } from './per-unit.ts';
import { shareOfPeople } from './share-of-people.ts';
import { dated } from './since.ts';
import { ofThatTime } from './transition.ts';
import { judged } from './verdict.ts';

/**
 * The whole answer from a passage: put into words, carried further by what the question tells (a count, an age, a day),
 * with the fact asked for, and first words that fit the question. `day` is today.
 */
export function told(
  passage: Passage,
  question: Question,
  others: Candidate[],
  library: Library,
  day: string,
): Composed {
  const { knowledge } = library;
  const said = withBefore(compose(passage, question, others, library), passage, question, day);
  const placed = ofUnitAsked(ofYearAsked(said, passage, question), passage, question, knowledge);
  const shared = shareOfPeople(multiplied(placed, question, knowledge), question);
  const composed = rangesForOrganisation(timesTyped(shared, question, knowledge), question, knowledge);
  const answered = judged(
    opened(withClause(withFact(composed, passage, question), passage, question, library), passage, question, library),
    passage,
    question,
  );
  const named = withCrime(answered, passage, question);
  const now = dated(untilHour(untilDay(agedFor(named, question, day, knowledge), question, day), question), library);
  return disowned(ofThatTime(now, question, others, library, day), question.folded);
}
