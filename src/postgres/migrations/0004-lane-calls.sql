-- What a worker asks of many lanes at once, in one round trip. Each function reads what its first statement left, which
-- one statement cannot: who waited for a lane must see what the holder before did.

-- Takes each lane for its holder unless another holds it, and tells what comes next there: the first parcel, or else the
-- first letter, whose try is counted. No row for lanes that others hold. A contact stands once.
create function lane_begin(contacts text[], holders text[]) returns table (
  contact text, parcel_id bigint, letter_id bigint, channel text, sealed bytea, attempts integer, wait float8,
  created_at timestamptz, update_id text, sequence bigint, received_at timestamptz, more boolean, state jsonb
) language plpgsql as $$
#variable_conflict use_column
declare
  taken text[];
begin
  with got as (
    insert into lane (contact, holder, held_until)
    select given.contact, given.holder, now() + interval '1 minute'
    from unnest(contacts, holders) as given (contact, holder) order by given.contact
    on conflict (contact) do update set holder = excluded.holder, held_until = excluded.held_until
    where lane.holder is null or lane.held_until < now()
    returning contact
  )
  select array_agg(contact) into taken from got;
  if taken is null then return; end if;
  return query
  with head as (
    select mine.contact, parcel.id, parcel.channel, parcel.sealed, parcel.attempts, parcel.created_at,
      greatest(0, extract(epoch from parcel.not_before - now()))::float8 as wait
    from unnest(taken) as mine (contact) left join lateral (
      select * from outbox where outbox.contact = mine.contact order by outbox.id limit 1
    ) parcel on true
  ), letter as (
    update inbox set attempts = inbox.attempts + 1
    where inbox.id in (
      select first.id from head cross join lateral (
        select waiting.id from inbox waiting where waiting.contact = head.contact
        order by waiting.sequence, waiting.id limit 1
      ) first where head.id is null
    )
    returning inbox.*
  )
  select head.contact, head.id, letter.id, coalesce(head.channel, letter.channel), coalesce(head.sealed, letter.sealed),
    coalesce(head.attempts, letter.attempts), head.wait, head.created_at, letter.update_id, letter.sequence,
    letter.received_at,
    exists (select from inbox other where other.contact = head.contact and other.id <> letter.id),
    (select talk.state from conversation talk where talk.contact = head.contact)
  from head left join letter on letter.contact = head.contact;
end
$$;

-- Gives each lane back that its holder still has. Where a parcel is named, it was sent: it goes, and `kept` (ids, sealed)
-- stays for erasing. `noted`: it was still there. `waits`: something is due. No row for lanes that were lost.
create function lane_end(contacts text[], holders text[], parcels bigint[], kept bytea[]) returns table (
  contact text, noted boolean, waits boolean
) language plpgsql as $$
#variable_conflict use_column
declare
  mine text[];
  done bigint[];
begin
  with held as (
    select lane.contact from unnest(contacts, holders) as given (contact, holder)
    join lane on lane.contact = given.contact and lane.holder = given.holder order by lane.contact for update of lane
  )
  select array_agg(contact) into mine from held;
  if mine is null then return; end if;
  with gone as (
    delete from outbox using unnest(contacts, parcels, kept) as given (contact, parcel, sealed)
    where outbox.id = given.parcel and outbox.contact = given.contact and outbox.contact = any(mine)
    returning outbox.id, outbox.channel, outbox.contact, given.sealed
  ), ids as (
    insert into erasable (channel, contact, sealed, expires_at)
    select channel, contact, sealed, now() + interval '47 hours' from gone where sealed is not null
  )
  select array_agg(id) into done from gone;
  update lane set holder = null, held_until = now() where lane.contact = any(mine);
  return query
  select given.contact, coalesce(given.parcel = any(done), false),
    coalesce(
      (select not_before <= now() from outbox where outbox.contact = given.contact order by outbox.id limit 1),
      exists (select from inbox where inbox.contact = given.contact))
  from unnest(contacts, parcels) as given (contact, parcel) where given.contact = any(mine);
end
$$;
