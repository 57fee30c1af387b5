import { gather } from '../../core/gather.ts';
import type { Hold, Waiting } from '../../core/lanes.ts';
import { readState } from '../conversations.ts';
import { rows, type Sql } from '../sql.ts';
import { type Head, waitingOf } from './next.ts';
import type { Seal } from './seal.ts';

const mostAtOnce = 100;

/** What comes first in a lane that was taken, with the contact's talk. */
export type TakenHead = Head & { contact: string; state: unknown };

export function headOf(seal: Seal, head: TakenHead): Waiting {
  const waiting = waitingOf(seal, head.contact, head);
  return waiting.kind === 'letter' ? { ...waiting, talk: readState(head.state) } : waiting;
}

/** Takes lanes and looks what comes first in each, many at once; see `lane_begin` in the migrations. */
export function makeBegin(sql: Sql, seal: Seal, pause?: () => Promise<void>): (hold: Hold) => Promise<Waiting | null> {
  return gather(
    async (holds: Hold[]) => {
      // Two of one contact in one batch: the second finds the lane held.
      const firsts = new Map(holds.toReversed().map((hold) => [hold.contact, hold]));
      const given = [...firsts.values()];
      const heads = await rows<TakenHead>(sql, 'select * from lane_begin($1, $2)', [
        given.map(({ contact }) => contact),
        given.map(({ holder }) => holder),
      ]);
      const found = new Map(heads.map((head) => [head.contact, head]));
      return holds.map((hold): Waiting | null => {
        const head = firsts.get(hold.contact) === hold ? found.get(hold.contact) : undefined;
        return head === undefined ? null : headOf(seal, head);
      });
    },
    mostAtOnce,
    pause,
  );
}
