export type Turnstile = {
  /** Waits for one's turn. */
  pass: () => Promise<void>;
  /**
   * Lets those who wait go first, so many of them at most; nothing when nobody waits. Whoever writes for many can gather
   * meanwhile what they leave.
   */
  yieldTo: (most: number) => Promise<void>;
  /** Lets nobody through while the work is under way, unless it takes long. Resolves or rejects as the work does. */
  during: <T>(work: Promise<T>) => Promise<T>;
};

/** Turns of the event loop between two who are let through: what a messenger sent is read, stored and answered in some. */
const between = 3;
/** What takes longer than this, in ms, keeps nobody waiting. */
const usualHeldMs = 5;

/**
 * Lets those who wait through one after the other: thinking runs in this very thread, and many thoughts at a stretch
 * would keep a messenger waiting to hear "received". Nobody waits for the one before to be done.
 */
export function makeTurnstile(mostHeldMs = usualHeldMs): Turnstile {
  const waiting: Array<() => void> = [];
  const held = new Set<Promise<unknown>>();
  let passed = 0;
  async function letThrough(): Promise<void> {
    while (waiting.length > 0) {
      for (let turn = 0; turn < between; turn++) await new Promise(setImmediate);
      if (held.size > 0) await soon(Promise.allSettled(held), mostHeldMs);
      passed++;
      waiting.shift()?.();
    }
  }
  return {
    pass: () =>
      new Promise((resolve) => {
        if (waiting.push(resolve) === 1) void letThrough();
      }),
    async yieldTo(most) {
      const until = passed + most;
      while (waiting.length > 0 && passed < until) await new Promise(setImmediate);
    },
    async during(work) {
      held.add(work);
      try {
        return await work;
      } finally {
        held.delete(work);
      }
    },
  };
}

/** Resolves when the work is settled or the time is up. */
function soon(work: Promise<unknown>, mostMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, mostMs);
    void work.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
