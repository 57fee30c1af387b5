import { type Fact, hourOf, type KnownFor } from '../core/fact.ts';
import { helpTypeOf } from '../core/measures/kinds.ts';
import type { Reply } from '../core/reply.ts';
import { atLeast } from '../core/triage.ts';
import type { Update } from '../core/update.ts';
import type { Carried } from './carry-out.ts';

/** What else there is to know of a turn. `careful`: the talk was careful about a disclosure, or is from now on. */
type About = { now: Date; latencyMs: number; careful: boolean };

/** What a turn leaves to be counted: nothing of the words, and of whoever told of harm nothing that ties turns together. */
export function factOf({ channel }: Update, reply: Reply, turn: Carried, { now, latencyMs, careful }: About): Fact {
  const { outcome, level, helpOffered, types } = reply;
  const isHarm = atLeast(level, 'concern');
  const isQuiet = careful || isHarm;
  return {
    bucket: hourOf(now),
    channel,
    topic: turn.subject,
    document: reply.citations[0]?.document ?? null,
    outcome,
    level,
    latencyMs,
    feedback: turn.feedback ?? null,
    learned: turn.learned,
    help: isHarm && helpOffered ? helpTypeOf(types) : undefined,
    unanswered: isQuiet || outcome !== 'decline' ? undefined : turn.unanswered,
    knownFor: isQuiet ? undefined : knownFor(outcome, turn),
  };
}

/** A tap about an earlier reply would tie a person to what that reply was about. */
function knownFor(outcome: Reply['outcome'], { learned, feedback }: Carried): KnownFor | undefined {
  if (learned !== undefined) return 'month';
  return feedback === undefined && (outcome === 'answer' || outcome === 'decline') ? 'day' : undefined;
}
