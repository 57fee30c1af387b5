/** Why a lane did not give a result. */
export type Refused = 'busy' | 'late' | 'failed';

export type Lanes = {
  /** Runs `task` after the earlier tasks of `key`. Never rejects. */
  run<T>(key: string, task: () => Promise<T>): Promise<{ done: T } | { refused: Refused }>;
};

type Limits = {
  /** How long one task may take before the lane goes on without it. */
  timeoutMs: number;
  /** Tasks of one key, running and waiting. */
  perKey: number;
  /** Tasks of all keys together; bounds the memory of a flood. */
  total: number;
};

/**
 * One lane per key: tasks of a key run one after another, tasks of different keys side by side. A task that outlives
 * its time is reported `late`, and the lane goes on, so that one hanging turn cannot silence a person.
 */
export function makeLanes({ timeoutMs, perKey, total }: Limits): Lanes {
  const lanes = new Map<string, { tail: Promise<unknown>; length: number }>();
  let running = 0;

  async function run<T>(key: string, task: () => Promise<T>): Promise<{ done: T } | { refused: Refused }> {
    const lane = lanes.get(key) ?? { tail: Promise.resolve(), length: 0 };
    if (lane.length >= perKey || running >= total) return { refused: 'busy' };
    lane.length += 1;
    running += 1;
    lanes.set(key, lane);
    const result = lane.tail.then(() => inTime(task, timeoutMs));
    lane.tail = result;
    const settled = await result;
    lane.length -= 1;
    running -= 1;
    if (lane.length === 0) lanes.delete(key);
    return settled;
  }

  return { run };
}

/** The task's result, `late` when it took longer than `ms`, `failed` when it threw. */
async function inTime<T>(task: () => Promise<T>, ms: number): Promise<{ done: T } | { refused: Refused }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ refused: Refused }>((resolve) => {
    timer = setTimeout(() => resolve({ refused: 'late' }), ms);
    timer.unref();
  });
  const work = (async () => ({ done: await task() }))().catch((): { refused: Refused } => ({ refused: 'failed' }));
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
