import type { ModelUse } from '../core/model-use.ts';

/** Counts of today, kept in memory and handed to the store from time to time. */
export type Tally = {
  count: (what: string, many?: number) => void;
  /** Today's count over all replicas, as far as the store was last heard, and what was counted here since. */
  today: (what: string) => number;
  /** All counts of today. */
  all: () => Record<string, number>;
  /** Hands on what was counted. Never rejects: what could not be handed on is tried again. */
  flush: () => Promise<void>;
};

export function makeTally(store: ModelUse, day: () => string): Tally {
  let current = day();
  let stored: Record<string, number> = {};
  let fresh: Record<string, number> = {};
  let running: Promise<void> = Promise.resolve();
  const turnDay = () => {
    if (day() === current) return;
    current = day();
    [stored, fresh] = [{}, {}];
  };
  const flushOnce = async () => {
    turnDay();
    const [at, counts] = [current, fresh];
    fresh = {};
    try {
      const all = await store.add(at, counts);
      if (at === current) stored = all;
    } catch {
      if (at !== current) return;
      for (const [what, many] of Object.entries(counts)) fresh[what] = (fresh[what] ?? 0) + many;
    }
  };
  return {
    count(what, many = 1) {
      turnDay();
      fresh[what] = (fresh[what] ?? 0) + many;
    },
    today(what) {
      turnDay();
      return (stored[what] ?? 0) + (fresh[what] ?? 0);
    },
    all() {
      turnDay();
      const names = new Set([...Object.keys(stored), ...Object.keys(fresh)]);
      return Object.fromEntries([...names].sort().map((name) => [name, (stored[name] ?? 0) + (fresh[name] ?? 0)]));
    },
    flush() {
      running = running.then(flushOnce);
      return running;
    },
  };
}
