import { createRunner, createSource } from '@grammyjs/runner';
import type { Api } from 'grammy';
import type { Failure } from './failure.ts';
import { failureOf } from './failure.ts';
import { wanted } from './wire.ts';

export type Polling = { done: Promise<void>; stop: () => Promise<void> };

type Options = {
  api: Api;
  /** Takes responsibility for updates; when it rejects they are fetched again. */
  take: (updates: unknown[]) => Promise<void>;
  /** Told of every failed fetch; how long to wait before the next, or `null` to give up. */
  onFailure: (failure: Failure) => number | null;
  onFetched: () => void;
  /** How long Telegram may hold a fetch when there is nothing. */
  timeoutSeconds?: number;
};

/**
 * Fetches updates for ever. Telegram forgets an update once a later one is asked for, so nothing is asked for before
 * all that came are taken: what a crash interrupts is delivered again.
 */
export function startPolling({ api, take, onFailure, onFetched, timeoutSeconds = 25 }: Options): Polling {
  let offset = 0;
  let stopped = false;
  const pauses = new Set<() => void>();
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(end, ms);
      function end(): void {
        clearTimeout(timer);
        pauses.delete(end);
        resolve();
      }
      pauses.add(end);
    });
  type Fetch = Parameters<typeof api.getUpdates>[0];
  const source = createSource<{ update_id: number }>({
    async supply(_size, signal) {
      for (;;) {
        try {
          const ask = { offset, limit: 100, timeout: timeoutSeconds, allowed_updates: [...wanted] };
          const updates = await api.getUpdates(ask as Fetch, signal as Parameters<typeof api.getUpdates>[1]);
          onFetched();
          return updates;
        } catch (error) {
          if (stopped) throw error;
          const waitMs = onFailure(failureOf(error));
          if (waitMs === null) throw new Error('given up');
          await pause(waitMs);
          if (stopped) return [];
        }
      }
    },
  });
  const runner = createRunner(source, {
    async handle(updates) {
      const last = updates.at(-1);
      if (!last) return 100;
      try {
        await take(updates);
        offset = last.update_id + 1;
      } catch {
        // Not taken: they are asked for again.
        await pause(1_000);
      }
      return 100;
    },
    size: () => 0,
    snapshot: () => [],
  });
  runner.start();
  const done = (runner.task() ?? Promise.resolve()).catch(() => {});
  return {
    done,
    async stop() {
      stopped = true;
      const stopping = runner.stop();
      for (const end of pauses) end();
      await Promise.all([stopping, done].map((one) => one?.catch(() => {})));
    },
  };
}
