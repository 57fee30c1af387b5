import type { Pool } from 'pg';
import type { Send, Sends, Settled } from '../../core/broadcast/ports.ts';
import { closeErasable, keptFor } from '../mailbox/erasable.ts';
import type { Seals } from '../mailbox/seal.ts';
import { rows, transaction } from '../sql.ts';
import { campaignOf, columns, type Row } from './rows.ts';
import { openSubscribed } from './subscriptions.ts';

/** A holder that was not heard of for so long has lost the channel. Longer than any one sending may take. */
const heldFor = "interval '1 minute'";

/**
 * One statement: keeps the channel, counts what was settled and forgets the sends (with the subscriptions of those who are
 * gone), gives back what waits once more, and takes the next. A send that went with its subscription meanwhile is counted
 * nowhere.
 */
const exchange = `
  with mine as (
    update broadcast_lease set held_until = now() + ${heldFor} where channel = $1 and holder = $2 returning channel
  ), given as (
    select * from unnest($3::bigint[], $4::text[], $5::text[], $6::bytea[]) as given (campaign, contact, outcome, ids)
  ), settled as (
    delete from campaign_send using given
    where campaign_send.campaign = given.campaign and campaign_send.contact = given.contact
      and campaign_send.holder = $2 and given.outcome <> 'again'
    returning given.*
  ), again as (
    update campaign_send set holder = null from given
    where campaign_send.campaign = given.campaign and campaign_send.contact = given.contact
      and campaign_send.holder = $2 and given.outcome = 'again'
  ), counted as (
    update campaign set sent = campaign.sent + tally.sent, refused = campaign.refused + tally.refused,
      gone = campaign.gone + tally.gone, uncertain = campaign.uncertain + tally.uncertain
    from (
      select campaign, count(*) filter (where outcome = 'sent') as sent, count(*) filter (where outcome = 'refused') as refused,
        count(*) filter (where outcome = 'gone') as gone, count(*) filter (where outcome = 'uncertain') as uncertain
      from settled group by campaign
    ) tally where tally.campaign = campaign.id
  ), unsubscribed as (
    delete from subscription using settled where subscription.contact = settled.contact and settled.outcome = 'gone'
  ), erasable_kept as (
    insert into erasable (channel, contact, sealed, expires_at)
    select $1, contact, ids, now() + ${keptFor} from settled where ids is not null
  ), next as (
    select send.campaign, send.contact from campaign_send send join campaign on campaign.id = send.campaign
    where send.channel = $1 and send.holder is null and campaign.state = 'sending' and campaign.ends_at > $8
      and not exists (select from inbox where inbox.contact = send.contact)
    order by send.contact limit $7 for update of send skip locked
  ), taken as (
    update campaign_send set holder = $2 from next, subscription
    where campaign_send.campaign = next.campaign and campaign_send.contact = next.contact
      and subscription.contact = next.contact and exists (select from mine)
    returning campaign_send.campaign, campaign_send.contact, subscription.sealed
  )
  select taken.campaign, taken.contact, taken.sealed from mine left join taken on true`;

type Taken = { campaign: string | null; contact: string; sealed: Uint8Array };

/** Messages to subscribers in the database; alike on a server and on the embedded database. */
export function postgresSends(pool: Pool, seals: Pick<Seals, 'ids' | 'subscriptions'>): Sends {
  const unsubscribe = async (contacts: string[]) => {
    await rows(pool, 'delete from subscription where contact = any($1)', [contacts]);
  };
  const idsOf = ({ contact, ids }: Settled) => (ids.length === 0 ? null : closeErasable(seals.ids, contact, ids));
  return {
    async due(now) {
      const due = await rows<Row>(
        pool,
        `select ${columns} from campaign where state = 'approved' and starts_at <= $1 order by starts_at`,
        [now],
      );
      return due.map(campaignOf);
    },
    begin: (campaign, channels, now) =>
      transaction(pool, async (client) => {
        const begun = await rows(
          client,
          "update campaign set state = 'sending', begun_at = $2 where id = $1 and state = 'approved' returning id",
          [campaign, now],
        );
        if (begun.length === 0) return false;
        await rows(
          client,
          `with added as (
             insert into campaign_send (campaign, contact, channel)
             select campaign.id, subscription.contact, subscription.channel from campaign, subscription
             where campaign.id = $1 and subscription.channel = any($2)
               and (campaign.audience = 'all' or subscription.want = 'daily')
             returning contact
           ) update campaign set planned = (select count(*) from added) where id = $1`,
          [campaign, channels],
        );
        return true;
      }),
    async withhold(campaign, now) {
      await rows(pool, "update campaign set state = 'withheld', ended_at = $2 where id = $1 and state = 'approved'", [
        campaign,
        now,
      ]);
    },
    async end(now) {
      await rows(
        pool,
        `with over as (
           delete from campaign_send send using campaign
           where campaign.id = send.campaign and send.holder is null
             and (campaign.state <> 'sending' or campaign.ends_at <= $1)
           returning send.campaign, campaign.state
         ) update campaign set late = late + tally.count
         from (select campaign, count(*) as count from over where state = 'sending' group by campaign) tally
         where tally.campaign = campaign.id`,
        [now],
      );
      await rows(
        pool,
        `update campaign set state = 'done', ended_at = $1
         where state = 'sending' and not exists (select from campaign_send where campaign_send.campaign = campaign.id)`,
        [now],
      );
    },
    async sending() {
      const found = await rows<Row>(pool, `select ${columns} from campaign where state = 'sending'`);
      return found.map(campaignOf);
    },
    take: (channel, holder) =>
      transaction(pool, async (client) => {
        const taken = await rows(
          client,
          `insert into broadcast_lease (channel, holder, held_until)
           select $1, $2, now() + ${heldFor} where exists (select from campaign_send where channel = $1)
           on conflict (channel) do update set holder = excluded.holder, held_until = excluded.held_until
           where broadcast_lease.holder is null or broadcast_lease.held_until < now()
           returning channel`,
          [channel, holder],
        );
        if (taken.length === 0) return false;
        await rows(
          client,
          `with lost as (
             delete from campaign_send where channel = $1 and holder is not null returning campaign
           ) update campaign set uncertain = uncertain + tally.count
           from (select campaign, count(*) as count from lost group by campaign) tally where tally.campaign = campaign.id`,
          [channel],
        );
        return true;
      }),
    async exchange(channel, holder, settled, most, now) {
      const found = await rows<Taken>(pool, exchange, [
        channel,
        holder,
        settled.map((one) => one.campaign),
        settled.map((one) => one.contact),
        settled.map((one) => one.outcome),
        settled.map(idsOf),
        most,
        now,
      ]);
      if (found.length === 0) return null;
      const unreadable: string[] = [];
      const sends = found.flatMap(({ campaign, contact, sealed }): Send[] => {
        if (campaign === null) return [];
        const address = openSubscribed(seals.subscriptions, contact, sealed);
        if (address !== null) return [{ campaign: Number(campaign), contact, address }];
        unreadable.push(contact);
        return [];
      });
      // Its key is gone: nobody can be written to by it any more.
      if (unreadable.length > 0) await unsubscribe(unreadable);
      return sends;
    },
    async leave(channel, holder) {
      await rows(pool, 'update broadcast_lease set holder = null where channel = $1 and holder = $2', [
        channel,
        holder,
      ]);
    },
    unsubscribe: (contact) => unsubscribe([contact]),
  };
}
