import type { Pool, PoolClient } from 'pg';
import type { AddedDay, Campaigns, Deed } from '../../core/broadcast/ports.ts';
import type { AuditAction } from '../../core/officers/audit.ts';
import { writeAudit } from '../officers/audit.ts';
import { rows, transaction } from '../sql.ts';
import { campaignOf, columns, type Row } from './rows.ts';

/** A message as the log names it. */
const nameOf = (id: number | string) => `tin ${id}`;

/** What is planned for subscribers. Each deed and its line in the audit log stand in one transaction. */
export function campaignStore(pool: Pool, auditKey: Buffer): Campaigns {
  type Line = { action: AuditAction; subject: string; detail?: string };
  /** Runs `work`; where it did something, `line` says of it what the log keeps. */
  const noted = <T>(deed: Deed, work: (client: PoolClient) => Promise<T>, line: (result: T) => Line | null) =>
    transaction(pool, async (client) => {
      const result = await work(client);
      const wanted = line(result);
      if (wanted) await writeAudit(client, auditKey, { at: deed.at, actor: deed.by, detail: null, ...wanted });
      return result;
    });
  const one = async (id: number) => {
    const [row] = await rows<Row>(pool, `select ${columns} from campaign where id = $1`, [id]);
    return row === undefined ? null : campaignOf(row);
  };
  return {
    async list(from, to) {
      const found = await rows<Row>(
        pool,
        `select ${columns} from campaign where day between $1 and $2 and (state <> 'stopped' or begun_at is not null)
         order by campaign.day, campaign.id`,
        [from, to],
      );
      return found.map(campaignOf);
    },
    byId: one,
    plan: (plan, deed) =>
      noted(
        deed,
        async (client) => {
          const { day, startsAt, endsAt, audience, dayName, fact, words } = plan;
          const made = await rows<{ id: string }>(
            client,
            `insert into campaign (day, starts_at, ends_at, audience, day_name, fact, words, made_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (day) where state not in ('stopped', 'withheld') do nothing returning id`,
            [day, startsAt, endsAt, audience, dayName, fact, words, deed.by],
          );
          return made[0] === undefined ? null : Number(made[0].id);
        },
        (id) => (id === null ? null : { action: 'campaign-planned', subject: nameOf(id), detail: plan.day }),
      ),
    approve: (id, words, deed) =>
      noted(
        deed,
        async (client) => {
          const [row] = await rows<Pick<Row, 'made_by' | 'words'>>(
            client,
            "select made_by, words from campaign where id = $1 and state = 'planned' for update",
            [id],
          );
          if (row === undefined || row.words !== words) return 'gone';
          if (row.made_by === deed.by) return 'own';
          await rows(client, "update campaign set state = 'approved', approved_by = $2 where id = $1", [id, deed.by]);
          return 'approved';
        },
        (result) => (result === 'approved' ? { action: 'campaign-approved', subject: nameOf(id) } : null),
      ),
    stop: (id, deed) =>
      noted(
        deed,
        async (client) => {
          const stopped = await rows(
            client,
            `update campaign set state = 'stopped', ended_at = $2
             where id = $1 and state in ('planned', 'approved', 'sending') returning id`,
            [id, deed.at],
          );
          if (stopped.length === 0) return false;
          await rows(client, 'delete from campaign_send where campaign = $1 and holder is null', [id]);
          return true;
        },
        (isStopped) => (isStopped ? { action: 'campaign-stopped', subject: nameOf(id) } : null),
      ),
    async days() {
      const found = await rows<{ id: string; name: string; day: string; added_by: string }>(
        pool,
        'select id, name, day, added_by from campaign_day order by day, name',
      );
      return found.map(({ id, name, day, added_by }): AddedDay => ({ id: Number(id), name, day, addedBy: added_by }));
    },
    addDay: ({ name, day }, deed) =>
      noted(
        deed,
        async (client) =>
          (
            await rows(
              client,
              `insert into campaign_day (name, day, added_by, added_at) values ($1, $2, $3, $4)
               on conflict (name) do nothing returning id`,
              [name, day, deed.by, deed.at],
            )
          ).length > 0,
        (isAdded) => (isAdded ? { action: 'campaign-day-added', subject: day } : null),
      ),
    dropDay: (id, deed) =>
      noted(
        deed,
        async (client) => {
          const [gone] = await rows<{ day: string }>(client, 'delete from campaign_day where id = $1 returning day', [
            id,
          ]);
          return gone?.day ?? null;
        },
        (day) => (day === null ? null : { action: 'campaign-day-dropped', subject: day }),
      ).then((day) => day !== null),
    async subscribers() {
      const found = await rows<{ want: 'daily' | 'days'; count: number }>(
        pool,
        'select want, count(*)::int as count from subscription group by want',
      );
      const count = (want: 'daily' | 'days') => found.find((one) => one.want === want)?.count ?? 0;
      return { daily: count('daily'), days: count('days') };
    },
  };
}
