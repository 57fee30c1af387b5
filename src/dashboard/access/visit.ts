import type { Credentials } from '../../core/officers/officer.ts';
import type { Mark, OfficerStore, SessionStore } from '../../core/officers/ports.ts';
import { isAlive, type Session } from '../../core/officers/session.ts';
import type { MakeMark } from './keys.ts';

/** Who makes a request, and how far they have come. */
export type Visit = { mark: Mark; session: Session; credentials: Credentials };

/** A minute of the last request is near enough for the time-out. */
const noteEveryMs = 60_000;

type Parts = { officers: OfficerStore; sessions: SessionStore; mark: MakeMark };

/**
 * The visit a cookie belongs to, or `null`; one that is over is ended. `touch`: the person asked for this themselves,
 * so it counts against the time-out.
 */
export async function findVisit(
  { officers, sessions, mark }: Parts,
  id: string,
  now: Date,
  touch: boolean,
): Promise<Visit | null> {
  const own = mark('session', id);
  const session = await sessions.find(own);
  if (session === null) return null;
  const credentials = await officers.byId(session.officer);
  if (credentials === null || credentials.officer.state === 'locked' || !isAlive(session, now)) {
    await sessions.end(own, null);
    return null;
  }
  if (touch && now.getTime() - session.seenAt.getTime() >= noteEveryMs) await sessions.seen(own, now);
  return { mark: own, session, credentials };
}
