const minuteMs = 60_000;

/**
 * Whether one more message of `key` fits into `perMinute`. Remembers at most `maxKeys` keys, oldest forgotten first:
 * a flood of invented keys costs a fixed amount of memory. Nothing is stored that outlives the process.
 */
export function makeRate(perMinute: number, maxKeys = 10_000): (key: string, nowMs: number) => boolean {
  const windows = new Map<string, { startedAt: number; count: number }>();
  return (key, nowMs) => {
    const known = windows.get(key);
    const fresh = known === undefined || nowMs - known.startedAt >= minuteMs;
    const window = fresh ? { startedAt: nowMs, count: 0 } : known;
    if (fresh) {
      windows.delete(key);
      windows.set(key, window);
      const oldest = windows.size > maxKeys ? windows.keys().next().value : undefined;
      if (oldest !== undefined) windows.delete(oldest);
    }
    window.count += 1;
    return window.count <= perMinute;
  };
}
