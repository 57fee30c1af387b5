export type Turnstile = {
  /** Waits for one's turn. */
  pass: () => Promise<void>;
  /**
   * Lets those who wait go first, so many of them at most; nothing when nobody waits. Whoever writes for many can gather
   * meanwhile what they leave.
   */
  yieldTo: (most: number) => Promise<void>;
};

/** Turns of the event loop between two who are let through: what a messenger sent is read, stored and answered in some. */
const between = 3;

/**
 * Lets those who wait through one after the other: thinking runs in this very thread, and many thoughts at a stretch
 * would keep a messenger waiting to hear "received". Nobody waits for the one before to be done.
 */
export function makeTurnstile(): Turnstile {
  const waiting: Array<() => void> = [];
  let passed = 0;
  async function letThrough(): Promise<void> {
    while (waiting.length > 0) {
      for (let turn = 0; turn < between; turn++) await new Promise(setImmediate);
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
  };
}
