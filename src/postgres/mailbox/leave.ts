import { gather } from '../../core/gather.ts';
import { type Hold, LaneLost, type Parcel } from '../../core/lanes.ts';
import { rows, type Sql } from '../sql.ts';
import { closeErasable } from './erasable.ts';
import type { Seal } from './seal.ts';

type Sent = { parcel: Parcel; ids: string[] };
const mostAtOnce = 100;

/**
 * Gives lanes back and notes what was sent last, many at once; see `lane_end` in the migrations. The time between sending
 * and noting is what a crash can make of one message two, so it must stay short when many lanes send at a time. Throws
 * `LaneLost` for those whose lane was lost.
 */
export function makeLeave(sql: Sql, seal: Seal): (hold: Hold, sent?: Sent) => Promise<boolean> {
  const leave = gather(async (left: Array<{ hold: Hold; sent: Sent | undefined }>) => {
    const done = await rows<{ contact: string; waits: boolean }>(sql, 'select * from lane_end($1, $2, $3, $4)', [
      left.map(({ hold }) => hold.contact),
      left.map(({ hold }) => hold.holder),
      left.map(({ sent }) => sent?.parcel.id ?? null),
      left.map(({ hold, sent }) => (sent?.ids.length ? closeErasable(seal, hold.contact, sent.ids) : null)),
    ]);
    const waits = new Map(done.map((one) => [one.contact, one.waits]));
    return left.map(({ hold }) => waits.get(hold.contact) ?? null);
  }, mostAtOnce);
  return async (hold, sent) => {
    const waits = await leave({ hold, sent });
    if (waits === null) throw new LaneLost();
    return waits;
  };
}
