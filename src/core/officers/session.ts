/** How far a visit has come: the one-time code was right, the password was right, or both steps were. */
export type Stage = 'set-up' | 'password' | 'full';

export type Session = {
  officer: string;
  stage: Stage;
  startedAt: Date;
  /** The last request made by the person; what the page asks for by itself does not count. */
  seenAt: Date;
};

const minuteMs = 60_000;
/** Without a request for this long the visit is over. */
export const idleMs = 20 * minuteMs;

/** How long a visit may last whatever happens. */
export function longestMs(stage: Stage): number {
  switch (stage) {
    case 'password':
      return 5 * minuteMs;
    case 'set-up':
      return 30 * minuteMs;
    case 'full':
      return 10 * 60 * minuteMs;
  }
}

/** Whether the visit still counts. */
export function isAlive(session: Session, now: Date): boolean {
  const at = now.getTime();
  return at - session.seenAt.getTime() < idleMs && at - session.startedAt.getTime() < longestMs(session.stage);
}
