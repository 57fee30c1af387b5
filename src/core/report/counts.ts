import type { CaseStep } from '../measures/figures.ts';
import { sumOf } from '../measures/figures.ts';
import type { Kind } from '../measures/kinds.ts';
import { learningOf } from '../measures/learning.ts';
import { headlines } from '../measures/overview.ts';
import { askedIn, casesOf, peopleIn, type Reading, turnsOf, turnsOfKinds } from '../measures/reading.ts';
import { type Cell, count } from '../measures/table.ts';

// Figures that a report tells, each a sum of what the pages tell too.

export const askedCell = (one: Reading): Cell => count(askedIn(turnsOf(one)));
export const peopleCell = (one: Reading): Cell => count(peopleIn(one));
export const kindCell =
  (kind: Kind) =>
  (one: Reading): Cell =>
    count(turnsOfKinds(turnsOf(one), [kind]));
export const caseCell =
  (step: CaseStep) =>
  (one: Reading): Cell =>
    count(sumOf(casesOf(one), step));

/** Turns in which help was shown, of one level, or of one kind of harm. */
export const helpCell =
  ({ level, type }: { level?: string; type?: string }) =>
  (one: Reading): Cell =>
    count(
      sumOf(
        turnsOf(one).filter(
          ({ path }) =>
            path[0] === 'help' &&
            (level === undefined || path[1] === level) &&
            (type === undefined || path[2] === type),
        ),
      ),
    );

/** What was tapped about numbers or answers that were shown. */
export const feedbackCell =
  (said: string) =>
  (one: Reading): Cell =>
    count(sumOf(turnsOf(one).filter(({ path }) => path[0] === 'feedback' && path[2] === said)));

export const firstReplyCell = (one: Reading): Cell =>
  headlines(one, { ...one, months: [] }).find(({ id }) => id === 'first-reply')?.now ?? { kind: 'none' };

/** Lessons or sets that were finished; of one of them, or of all. */
export const finishedCell =
  (what: 'path' | 'set', topic?: string) =>
  (one: Reading): Cell =>
    count(learned(one, what, topic).reduce((sum, { finished }) => sum + finished, 0));

/** People who finished, each counted once a month for each lesson or set. */
export const learnersCell =
  (what: 'path' | 'set') =>
  (one: Reading): Cell =>
    count(learned(one, what).reduce((sum, { people }) => sum + people, 0));

const learned = (one: Reading, what: 'path' | 'set', topic?: string) =>
  learningOf(one, what).filter((some) => topic === undefined || some.topic === topic);
