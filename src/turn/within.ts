/** The promise's result, or a rejection when it takes longer than `ms`. The timer never keeps the process alive. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), ms);
    timer.unref();
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Looks taken at one wait; each costs a timer. */
const looks = 12;

/**
 * As `within`, but only time in which this process runs counts: while it is held up, by one long piece of work or by a
 * machine with no time for it, nothing is late that needs nothing but the next moment.
 */
export async function withinOwnTime<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const wait = (left: number) => {
      timer = setTimeout(() => (left === 1 ? reject(new Error('too late')) : wait(left - 1)), ms / looks);
      timer.unref();
    };
    wait(looks);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
