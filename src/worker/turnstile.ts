/**
 * Lets those who wait through one after the other, with a turn of the event loop between two: thinking runs in this very
 * thread, and many thoughts at a stretch would keep a messenger waiting to hear "received". Nobody waits for the one
 * before to be done.
 */
export function makeTurnstile(): () => Promise<void> {
  const waiting: Array<() => void> = [];
  const letOne = () => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(letOne);
  };
  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(letOne);
    });
}
