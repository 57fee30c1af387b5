-- Updates as they come: what was not seen before goes into the inbox in the order given, and lanes where nothing else waits
-- are taken at once for the holders named (`takers`, each contact once) and told as `lane_begin` tells them. One row for
-- each update that is new; `begun`: its contact's lane was taken, and the rest of the row says what comes first there. Who
-- is at work on a lane at this moment is not waited for: a messenger waits to hear "received".
create function lane_accept(
  channels text[], updates text[], contacts text[], sequences bigint[], letters bytea[], received timestamptz[],
  takers text[], holders text[]
) returns table (
  contact text, place bigint, begun boolean, parcel_id bigint, letter_id bigint, channel text, sealed bytea, attempts integer,
  wait float8, created_at timestamptz, update_id text, sequence bigint, received_at timestamptz, more boolean, state jsonb
) language plpgsql as $$
#variable_conflict use_column
declare
  idle text[];
  fresh bigint[];
  free text[];
begin
  select array_agg(taker.contact) into idle from unnest(takers) as taker (contact)
  where not exists (select from inbox where inbox.contact = taker.contact)
    and not exists (select from outbox where outbox.contact = taker.contact);
  with given as (
    select * from unnest(channels, updates, contacts, sequences, letters, received)
      with ordinality as given (channel, update_id, contact, sequence, sealed, received_at, place)
  ), unseen as (
    insert into update_seen (channel, update_id, seen_at)
    select distinct given.channel, given.update_id, date_trunc('hour', now()) from given
    order by given.channel, given.update_id
    on conflict do nothing returning channel, update_id
  ), kept as (
    insert into inbox (channel, update_id, contact, sequence, sealed, received_at)
    select given.channel, given.update_id, given.contact, given.sequence, given.sealed, given.received_at
    from given join unseen on unseen.channel = given.channel and unseen.update_id = given.update_id
    order by given.place on conflict do nothing
  )
  select array_agg(first.place) into fresh from (
    select min(given.place) as place from given
    join unseen on unseen.channel = given.channel and unseen.update_id = given.update_id
    group by given.channel, given.update_id
  ) first;
  if fresh is null then return; end if;
  with ours as (
    select lane.contact from lane where lane.contact = any(idle) and (lane.holder is null or lane.held_until < now())
    order by lane.contact for update skip locked
  )
  select array_agg(taker.contact) into free from unnest(idle) as taker (contact)
  where (taker.contact in (select ours.contact from ours)
      or not exists (select from lane where lane.contact = taker.contact))
    and taker.contact in (select contacts[at] from unnest(fresh) as new (at));
  return query
  with head as (
    select * from lane_begin(free, array(
      select taker.holder from unnest(free) with ordinality as one (contact, nth)
      join unnest(takers, holders) as taker (contact, holder) on taker.contact = one.contact order by one.nth))
  )
  select contacts[new.at], new.at, head.contact is not null, head.parcel_id, head.letter_id, head.channel, head.sealed,
    head.attempts, head.wait, head.created_at, head.update_id, head.sequence, head.received_at, head.more, head.state
  from unnest(fresh) as new (at) left join head on head.contact = contacts[new.at];
end
$$;
