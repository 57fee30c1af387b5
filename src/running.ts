import type { Running } from './core/running.ts';
import { answers } from './postgres/answers.ts';
import type { Database } from './postgres/open.ts';

/** How long the database may take to show that it is there, and how long what it showed counts. */
const patienceMs = 2_000;
const freshMs = 1_000;

export type Watch = {
  running: () => Promise<Running>;
  /** From now on people are to be led elsewhere. */
  leave: () => void;
};

/** Watches how this replica stands. However often it is asked, the database is asked once a second at most. */
export function watchRunning(parts: {
  database: Pick<Database, 'urgent'>;
  knowledge: () => boolean;
  queue: () => boolean | null;
}): Watch {
  let leaving = false;
  let asked = { at: Number.NEGATIVE_INFINITY, there: Promise.resolve(true) };
  const database = () => {
    if (performance.now() - asked.at > freshMs)
      asked = { at: performance.now(), there: answers(parts.database.urgent, patienceMs) };
    return asked.there;
  };
  return {
    running: async () => ({
      leaving,
      knowledge: parts.knowledge(),
      database: await database(),
      queue: parts.queue(),
    }),
    leave: () => {
      leaving = true;
    },
  };
}
