import type { BotApi, Failure } from './api.ts';
import type { Take } from './intake.ts';

export type Polling = { stop: () => Promise<void> };

type Options = {
  api: BotApi;
  take: Take;
  /** Told of every failed fetch; how long to wait before the next, or `null` to give up. */
  onFailure: (failure: Failure) => number | null;
  onFetched: () => void;
};

/** How long Zalo may hold a fetch when there is nothing, and how long we wait for it. */
const heldSeconds = 30;
const timeoutMs = 45_000;
const untakenMs = 1_000;
/** An answer with nothing in it that comes sooner was not held. */
const atOnceMs = 1_000;

/**
 * Fetches events for ever, one at a time. Zalo forgets an event once it was given out, so it is tried until the mailbox
 * has taken it, and nothing is fetched before.
 */
export function startPolling({ api, take, onFailure, onFetched }: Options): Polling {
  const end = new AbortController();
  const { signal } = end;
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(done, ms);
      function done(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      }
      signal.addEventListener('abort', done);
    });

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const asked = performance.now();
      const answer = await api('getUpdates', { timeout: `${heldSeconds}` }, { timeoutMs, signal });
      if (signal.aborted && answer.kind !== 'ok') return;
      if (answer.kind === 'ok' || answer.kind === 'nothing') {
        onFetched();
        const events = answer.kind === 'ok' ? [answer.result ?? []].flat() : [];
        for (const event of events) await surely(event);
        // It should have been held: asked again at once, it would only be answered at once.
        if (events.length === 0 && performance.now() - asked < atOnceMs) await pause(atOnceMs);
        continue;
      }
      const waitMs = onFailure(answer);
      if (waitMs === null) return;
      await pause(waitMs);
    }
  }

  async function surely(event: unknown): Promise<void> {
    for (;;) {
      try {
        return await take(event);
      } catch {
        if (signal.aborted) return;
        await pause(untakenMs);
      }
    }
  }

  const running = run();
  return {
    async stop() {
      end.abort();
      await running;
    },
  };
}
