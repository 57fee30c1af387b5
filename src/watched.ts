import type { Channel } from './core/update.ts';
import type { Thinking } from './turn/turn.ts';

/** Told of a turn: nothing of who, of what was said, nor of how grave it was. */
export type OnTurn = (channel: Channel, trouble: boolean, seconds: number) => void;

/** The same thinking, with each turn told to `onTurn`. */
export function watched(thinking: Thinking, onTurn: OnTurn | undefined): Thinking {
  if (onTurn === undefined) return thinking;
  return {
    ...thinking,
    async think(...given) {
      const [update] = given;
      const begun = performance.now();
      const thought = await thinking.think(...given);
      onTurn(update.channel, thought.reply.outcome === 'trouble', (performance.now() - begun) / 1_000);
      return thought;
    },
  };
}
