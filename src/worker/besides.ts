import type { Begun } from '../core/lanes.ts';
import type { ContactId } from '../core/update.ts';
import type { Look } from './lane.ts';

/** Looks at lanes without a job, begun as soon as their letter was stored. */
export type Besides = {
  /** How many more may be begun. */
  room: () => number;
  begin: (contact: ContactId, begun?: Begun) => void;
  /** What is on its way may begin looks yet: whoever waits for the end waits for it too. */
  coming: (storing: Promise<unknown>) => void;
  /** Resolves when none is under way. */
  ended: () => Promise<void>;
};

/** `most`: at a time. */
export function makeBesides(look: Look, most: number): Besides {
  const looks = new Set<Promise<unknown>>();
  const arriving = new Set<Promise<unknown>>();
  const during = (those: Set<Promise<unknown>>, work: Promise<unknown>) => {
    const over = () => void those.delete(noted);
    const noted: Promise<void> = work.then(over, over);
    those.add(noted);
  };
  return {
    room: () => Math.max(0, most - looks.size),
    begin: (contact, begun) => during(looks, look(contact, begun)),
    coming: (storing) => during(arriving, storing),
    async ended() {
      while (arriving.size + looks.size > 0) await Promise.all([...arriving, ...looks]);
    },
  };
}
