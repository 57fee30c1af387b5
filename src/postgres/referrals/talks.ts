import { z } from 'zod';
import { abouts, safeTimes, wants } from '../../core/referral/case.ts';
import { type DeskTalk, steps } from '../../core/referral/talk.ts';
import { levels } from '../../core/triage.ts';
import type { Seal } from '../mailbox/seal.ts';
import { rows, type Sql } from '../sql.ts';

const draft = z.object({
  about: z.enum(abouts).nullable(),
  wants: z.array(z.enum(wants)),
  when: z.enum(safeTimes).nullable(),
  way: z.string().nullable(),
  codeWord: z.string().nullable(),
  commune: z.string().nullable(),
  words: z.string().nullable(),
});
const stored = z.discriminatedUnion('stage', [
  z.object({
    stage: z.literal('draft'),
    step: z.enum(steps),
    draft,
    level: z.enum(levels),
    begunAt: z.coerce.date(),
    askedAt: z.coerce.date(),
    paused: z.boolean(),
    last: z.string(),
  }),
  z.object({ stage: z.literal('knock'), receipt: z.string(), askedAt: z.coerce.date(), last: z.string() }),
  z.object({
    stage: z.literal('visit'),
    key: z.object({ case: z.string(), privateKey: z.string() }),
    seen: z.string().nullable(),
    receipt: z.string().nullable(),
    told: z.boolean(),
    last: z.string(),
  }),
]);

const place = (contact: string, stamp: string) => `desk-talk:${contact}:${stamp}`;

/** Where a contact stands; `null` past its time, or when its key is gone. */
export async function loadTalk(sql: Sql, seal: Seal, contact: string, now: Date) {
  const [row] = await rows<{ stamp: string; sealed: Buffer }>(
    sql,
    'select stamp, sealed from desk_talk where contact = $1 and expires_at > $2',
    [contact, now],
  );
  const plain = row ? seal.open(row.sealed, place(contact, row.stamp)) : null;
  if (!row || plain === null) return null;
  const read = stored.safeParse(JSON.parse(plain));
  return read.success ? { talk: read.data, stamp: row.stamp } : null;
}

/** Puts `talk` in the place of the state with stamp `from` (`null`: of none, or of one past its time). */
export async function keepTalk(
  sql: Sql,
  seal: Seal,
  contact: string,
  from: string | null,
  { talk, stamp, until }: { talk: DeskTalk; stamp: string; until: Date },
  now: Date,
): Promise<boolean> {
  const sealed = seal.close(JSON.stringify(talk), place(contact, stamp));
  const kept =
    from === null
      ? await rows(
          sql,
          `insert into desk_talk (contact, stamp, sealed, expires_at) values ($1, $2, $3, $4)
           on conflict (contact) do update set stamp = $2, sealed = $3, expires_at = $4
           where desk_talk.expires_at <= $5 returning contact`,
          [contact, stamp, sealed, until, now],
        )
      : await rows(
          sql,
          `update desk_talk set stamp = $2, sealed = $3, expires_at = $4
           where contact = $1 and stamp = $6 and expires_at > $5 returning contact`,
          [contact, stamp, sealed, until, now, from],
        );
  return kept.length > 0;
}

export async function dropTalk(sql: Sql, contact: string): Promise<void> {
  await rows(sql, 'delete from desk_talk where contact = $1', [contact]);
}
