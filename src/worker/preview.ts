import type { Incoming, Sender } from '../core/mailbox.ts';
import type { Preview } from '../core/ports.ts';
import { within } from '../turn/within.ts';

/** A chat takes about one message a second, and the answer itself must still get through. */
const pauseMs = 1_000;
/** How long the answer waits for a preview on its way, so that none comes after it. */
const patienceMs = 1_000;

/**
 * Shows an answer that is being made through a channel that can: one call at a time, with a pause between, always what is
 * newest. `end` comes before the answer is sent; nothing is shown after it. Neither throws.
 */
export function previewOn(
  { preview }: Pick<Sender, 'preview'>,
  { address, update }: Incoming,
  pause = pauseMs,
): { show: Preview; end: () => Promise<void> } | null {
  if (preview === undefined) return null;
  let newest: string | null = null;
  let call: Promise<unknown> = Promise.resolve();
  let isRunning = false;
  let isOver = false;
  const work = async () => {
    for (let text = newest; text !== null && !isOver; text = newest) {
      newest = null;
      const shown = preview(address, update.id, text).catch(() => false);
      call = shown;
      isOver = !(await shown) || isOver;
      if (!isOver) await new Promise((resolve) => setTimeout(resolve, pause).unref());
    }
    isRunning = false;
  };
  return {
    show(text) {
      if (isOver) return;
      newest = text;
      if (isRunning) return;
      isRunning = true;
      void work();
    },
    async end() {
      isOver = true;
      await within(patienceMs, call).catch(() => {});
    },
  };
}
