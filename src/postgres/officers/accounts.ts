import type { Pool, PoolClient } from 'pg';
import type { AuditNote } from '../../core/officers/audit.ts';
import type { Credentials, Officer } from '../../core/officers/officer.ts';
import type { Changed, Mark, OfficerChange, OfficerStore } from '../../core/officers/ports.ts';
import type { Role } from '../../core/officers/role.ts';
import { rows, type Sql, transaction } from '../sql.ts';
import { writeAudit } from './audit.ts';
import { freeCasesOf } from './cases.ts';

type Row = {
  id: string;
  name: string;
  role: Role;
  password: string | null;
  totp: Uint8Array | null;
  totp_step: string;
  set_up: Uint8Array | null;
  set_up_until: Date | null;
  locked_at: Date | null;
  created_at: Date;
  signed_in_at: Date | null;
};

/** Officers' accounts. Each change and its audit line stand in one transaction. */
export function officerStore(pool: Pool, auditKey: Buffer): OfficerStore {
  const noted = <T>(note: AuditNote, wanted: (result: T) => boolean, work: (client: PoolClient) => Promise<T>) =>
    transaction(pool, async (client) => {
      const result = await work(client);
      if (wanted(result)) await writeAudit(client, auditKey, note);
      return result;
    });
  const always = () => true;
  const one = async (where: string, value: string) => {
    const [row] = await rows<Row>(pool, `select * from officer where ${where} = $1`, [value]);
    return row === undefined ? null : credentialsOf(row);
  };
  return {
    any: async () => (await rows(pool, 'select 1 from officer limit 1')).length > 0,
    list: async () => (await rows<Row>(pool, 'select * from officer order by name')).map(officerOf),
    byName: (name) => one('name', name),
    byId: (id) => one('id', id),
    add: ({ id, name, role, setUp }, note) =>
      noted(
        note,
        (result) => result === 'added',
        async (client) => {
          const made = await rows(
            client,
            `insert into officer (id, name, role, set_up, set_up_until, created_at) values ($1, $2, $3, $4, $5, $6)
           on conflict (name) do nothing returning id`,
            [id, name, role, setUp.mark, setUp.until, note.at],
          );
          return made.length > 0 ? 'added' : 'name-taken';
        },
      ),
    change: (id, change, note) =>
      noted(
        note,
        (result) => result === 'changed',
        (client) => changeOfficer(client, auditKey, id, change, note.at),
      ),
    async keepTotp(id, totp) {
      await rows(pool, 'update officer set totp = $2 where id = $1 and password is null', [id, totp]);
    },
    setUp: (id, { mark, password, totpStep, recovery }, note) =>
      noted(
        note,
        (done) => done,
        async (client) => {
          const done = await rows(
            client,
            `update officer set password = $3, totp_step = $4, set_up = null, set_up_until = null
           where id = $1 and set_up = $2 and set_up_until > $5 and locked_at is null and totp is not null returning id`,
            [id, mark, password, totpStep, note.at],
          );
          if (done.length === 0) return false;
          await putRecovery(client, id, recovery);
          return true;
        },
      ),
    async useTotp(id, step) {
      const used = await rows(pool, 'update officer set totp_step = $2 where id = $1 and totp_step < $2 returning id', [
        id,
        step,
      ]);
      return used.length > 0;
    },
    useRecovery: (id, mark, note) =>
      noted(
        note,
        (used) => used,
        async (client) => {
          const used = await rows(
            client,
            'delete from officer_recovery where officer = $1 and mark = $2 returning officer',
            [id, mark],
          );
          return used.length > 0;
        },
      ),
    async recoveryLeft(id) {
      return (await rows(pool, 'select 1 from officer_recovery where officer = $1', [id])).length;
    },
    renewRecovery: (id, recovery, note) => noted(note, always, (client) => putRecovery(client, id, recovery)),
    changePassword: (id, password, keep, note) =>
      noted(note, always, async (client) => {
        await rows(client, 'update officer set password = $2 where id = $1', [id, password]);
        await rows(client, 'delete from officer_session where officer = $1 and mark <> $2', [id, keep]);
      }),
  };
}

async function changeOfficer(
  client: PoolClient,
  auditKey: Buffer,
  id: string,
  change: OfficerChange,
  at: Date,
): Promise<Changed> {
  // Two administrators may demote each other at once: they wait here for one another.
  await rows(client, 'lock table officer in share row exclusive mode');
  const [row] = await rows<Row>(client, 'select * from officer where id = $1', [id]);
  if (row === undefined) return 'absent';
  if (takesAdmin(row, change)) {
    const others = await rows(
      client,
      "select 1 from officer where role = 'admin' and id <> $1 and locked_at is null and password is not null",
      [id],
    );
    if (others.length === 0) return 'last-admin';
  }
  await apply(client, id, change, at);
  const isLeaving = change.kind === 'lock' || (change.kind === 'role' && change.role !== 'case-worker');
  if (isLeaving) await freeCasesOf(client, auditKey, id, at);
  // A role may come back by mistake; a key of the desk does not come back by itself.
  if (isLeaving && change.kind === 'role') await rows(client, 'delete from desk_key_wrap where officer = $1', [id]);
  await rows(client, 'delete from officer_session where officer = $1', [id]);
  return 'changed';
}

/** Whether the change takes a working administrator away. */
function takesAdmin({ role, locked_at, password }: Row, change: OfficerChange): boolean {
  if (role !== 'admin' || locked_at !== null || password === null) return false;
  return change.kind === 'lock' || (change.kind === 'role' && change.role !== 'admin');
}

async function apply(client: PoolClient, id: string, change: OfficerChange, at: Date): Promise<void> {
  switch (change.kind) {
    case 'role':
      await rows(client, 'update officer set role = $2 where id = $1', [id, change.role]);
      return;
    case 'lock':
      await rows(client, 'update officer set locked_at = $2 where id = $1', [id, at]);
      return;
    case 'unlock':
      await rows(client, 'update officer set locked_at = null where id = $1', [id]);
      return;
    case 'reset':
      await rows(client, 'delete from officer_recovery where officer = $1', [id]);
      await rows(
        client,
        `update officer set password = null, totp = null, totp_step = 0, locked_at = null, set_up = $2, set_up_until = $3
         where id = $1`,
        [id, change.setUp.mark, change.setUp.until],
      );
      return;
  }
}

async function putRecovery(sql: Sql, id: string, recovery: Mark[]): Promise<void> {
  await rows(sql, 'delete from officer_recovery where officer = $1', [id]);
  for (const mark of recovery)
    await rows(sql, 'insert into officer_recovery (officer, mark) values ($1, $2)', [id, mark]);
}

function officerOf({ id, name, role, password, locked_at, created_at, signed_in_at }: Row): Officer {
  const state = locked_at !== null ? 'locked' : password === null ? 'waiting' : 'active';
  return { id, name, role, state, createdAt: created_at, signedInAt: signed_in_at };
}

function credentialsOf(row: Row): Credentials {
  const { password, totp, totp_step, set_up, set_up_until } = row;
  return {
    officer: officerOf(row),
    password,
    totp,
    totpStep: Number(totp_step),
    setUp: set_up === null || set_up_until === null ? null : { mark: set_up, until: set_up_until },
  };
}
