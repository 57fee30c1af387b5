import type { HelpType } from './measures/kinds.ts';
import type { Outcome } from './reply.ts';
import type { Level } from './triage.ts';
import type { Channel } from './update.ts';

/** What a person tapped about an answer, or about a number that was shown. */
export type Feedback = 'useful' | 'not-useful' | 'reached' | 'not-reached';

/**
 * A set of questions or a path of lessons that came to its end in this turn; the fact's topic tells which. Coming to the
 * end of a path is what counts as having had the basic knowledge.
 */
export type Learned = {
  what: 'set' | 'path';
  /** How many questions count, how many of them were right before the lessons (`null` for a set) and at the end. */
  asked: number;
  before: number | null;
  right: number;
};

/** What a question without an answer was about: terms of the knowledge, and the id of the passage that came nearest. */
export type Unanswered = { terms: string[]; nearest: string | null };

/**
 * How long facts of one person can be told to be of one person: a day or, for quizzes and lessons, a month. Kept by a
 * pseudonym whose key is thrown away when that time is over. Absent: not at all, as for every turn that has to do with
 * harm.
 */
export type KnownFor = 'day' | 'month';

/** What happened in a turn, without words or identity; the only input of analytics. */
export type Fact = {
  /** Start of the hour, UTC. */
  bucket: Date;
  channel: Channel;
  /** Id of the passage answered from, or the fixed reply's id; never anything a person typed. */
  topic: string | null;
  document: string | null;
  outcome: Outcome;
  level: Level;
  latencyMs: number;
  /** `null` for every turn that is not a tap about an earlier one. */
  feedback: Feedback | null;
  /** Only where something came to its end. */
  learned?: Learned | undefined;
  /** The kind of harm that help was shown for; only at level `concern` or higher. */
  help?: HelpType | undefined;
  unanswered?: Unanswered | undefined;
  knownFor?: KnownFor | undefined;
};

/** The hour `now` lies in. */
export function hourOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
}
