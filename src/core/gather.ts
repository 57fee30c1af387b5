/**
 * Calls `work` with all items that came while the last call was running, in order: one write for many under load, at
 * once when there is none. Each item's promise resolves with its own result, or rejects with its batch. `pause` is
 * waited for before each call: what comes meanwhile goes along.
 */
export function gather<T, R>(
  work: (items: T[]) => Promise<R[]>,
  most: number,
  pause?: () => Promise<void>,
): (item: T) => Promise<R> {
  type Waiting = { item: T; resolve: (result: R) => void; reject: (error: unknown) => void };
  const waiting: Waiting[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      if (pause) await pause();
      const batch = waiting.splice(0, most);
      try {
        const results = await work(batch.map((one) => one.item));
        batch.forEach((one, at) => void one.resolve(results[at] as R));
      } catch (error) {
        for (const one of batch) one.reject(error);
      }
    }
    running = false;
  }

  return (item) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!running) void run();
    });
}
