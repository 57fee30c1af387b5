import { type Begun, type Hold, LaneLost, type Waiting } from '../core/lanes.ts';
import type { ContactId } from '../core/update.ts';
import type { Here } from './at-work.ts';
import { deliver } from './deliver.ts';
import type { LaneParts } from './parts.ts';
import { turnLetter } from './turn-letter.ts';

/** When a lane cannot be worked on for want of the store, it is looked at again after so many seconds. */
const troubleSeconds = 2;
const noChannelSeconds = 300;
/** Letters turned for one contact before others get their turn. */
const mostLetters = 3;

/** What came of working: seconds to wait for what is not due, or `null`; `waits` where the lane was given back. */
type Worked = { pause: number | null; waits: boolean | null };
const nothingDue: Worked = { pause: null, waits: null };
const pausing = (seconds: number): Worked => ({ pause: seconds, waits: null });

export type Look = (contact: ContactId, begun?: Begun) => Promise<void>;

/**
 * Looks after one contact's lane until nothing is due: sends what waits, then turns the next letter, in order. Does
 * nothing while another holds the lane; `begun`: it was taken already. Never rejects.
 */
export function makeLane(parts: LaneParts): Look {
  const { lanes, senders, stopping, onTrouble } = parts;

  return async (contact, begun) => {
    const here = parts.atWork.enter(contact);
    try {
      await look(contact, here, begun);
    } finally {
      here.gone();
    }
  };

  async function look(contact: ContactId, here: Here, begun: Begun | undefined): Promise<void> {
    const hold = begun?.hold ?? { contact, holder: parts.newHolder() };
    const turned = { letters: 0 };
    let taken = begun?.first ?? null;
    try {
      for (let more = true; more && (taken || !stopping()); ) {
        here.mark();
        const first = taken ?? (await lanes.begin(hold));
        taken = null;
        if (first === null) {
          // Who holds the lane may have looked before the newest was there.
          if (here.came()) continue;
          return;
        }
        let { pause, waits } = await work(hold, first, turned);
        // Who wants to erase does not wait for what could not be sent.
        let cleared = pause === null ? null : await lanes.clearWay(hold);
        while (cleared === 'dropped') {
          ({ pause, waits } = await work(hold, await lanes.next(hold), turned));
          cleared = pause === null ? null : await lanes.clearWay(hold);
        }
        more = (waits ?? (await lanes.leave(hold))) || here.came();
        // Whoever writes without a pause must not keep the others waiting.
        const enough = stopping() || (turned.letters >= mostLetters && parts.crowded());
        if (pause === null && !(more && enough)) continue;
        here.mark();
        await lanes.again(contact, pause ?? 0);
        // One that came since was looked for while this held the lane, and that look is over.
        if (cleared === 'no-wish' && (await lanes.wishWaits(contact))) await lanes.again(contact, 0);
        return;
      }
    } catch (error) {
      // What was written though nobody could tell leaves the lane ours, with something in it to go on with.
      const waits = await lanes.leave(hold).catch(() => false);
      const isLost = error instanceof LaneLost;
      if (isLost && !waits && !here.came()) return;
      if (!isLost) onTrouble('mailbox-lane');
      // Should this fail as well, the sweeper finds the rows.
      await lanes.again(contact, isLost ? 0 : troubleSeconds).catch(() => {});
    }
  }

  /** Works until nothing is due, beginning with `first`. */
  async function work(hold: Hold, first: Waiting, done: { letters: number }): Promise<Worked> {
    for (let waiting = first; ; waiting = await lanes.next(hold)) {
      switch (waiting.kind) {
        case 'nothing':
          return nothingDue;
        case 'later':
          return pausing(waiting.afterSeconds);
        case 'unreadable':
          onTrouble('mailbox-unreadable');
          await lanes.discard(hold, waiting.from, waiting.id);
          break;
        case 'parcel': {
          const sender = senders.get(waiting.parcel.channel);
          if (!sender) return noChannel();
          const delivered = await deliver(hold, waiting.parcel, sender, parts);
          if (delivered.kind === 'later') return pausing(delivered.seconds);
          break;
        }
        case 'letter': {
          const sender = senders.get(waiting.letter.incoming.update.channel);
          if (!sender) return noChannel();
          done.letters++;
          const turned = await turnLetter(hold, waiting, sender, parts);
          if ('againSeconds' in turned) return pausing(turned.againSeconds);
          for (const [at, parcel] of turned.parcels.entries()) {
            const last = !waiting.more && at === turned.parcels.length - 1;
            const delivered = await deliver(hold, parcel, sender, parts, last);
            if (delivered.kind === 'later') return pausing(delivered.seconds);
            if (delivered.kind === 'left') return { pause: null, waits: delivered.waits };
            if (delivered.kind === 'dropped') break;
          }
          // A refused message or an erasure left something else to send: that is found when the lane is left.
          if (!waiting.more) return nothingDue;
        }
      }
      if (stopping() || done.letters >= mostLetters) return nothingDue;
    }
  }

  function noChannel(): Worked {
    onTrouble('mailbox-no-channel');
    return pausing(noChannelSeconds);
  }
}
