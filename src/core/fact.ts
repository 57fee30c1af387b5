import type { Outcome } from './reply.ts';
import type { Level } from './triage.ts';
import type { Channel } from './update.ts';

/** What a person tapped about an answer, or about a number that was shown. */
export type Feedback = 'useful' | 'not-useful' | 'reached' | 'not-reached';

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
};

/** The hour `now` lies in. */
export function hourOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
}
