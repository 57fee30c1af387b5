-- Who wants to be told something each day, or on the campaign days only. A row is there or it is not: nothing anywhere says
-- that one was there before, or why it is gone. The address is sealed.
create table subscription (
  contact text primary key,
  channel text not null,
  want text not null check (want in ('daily', 'days')),
  sealed bytea not null
);

-- Days that an officer added to those of the knowledge; they come every year.
create table campaign_day (
  id bigint generated always as identity primary key,
  name text not null unique,
  -- MM-DD
  day text not null check (day ~ '^[0-9]{2}-[0-9]{2}$'),
  added_by text not null,
  added_at timestamptz not null
);

-- One message to subscribers, on one day. `words` are what was shown to whoever approved it: what is sent is that or nothing.
create table campaign (
  id bigint generated always as identity primary key,
  day date not null,
  starts_at timestamptz not null,
  -- Not sent later than this: the evening is quiet, and tomorrow it would be wrong.
  ends_at timestamptz not null check (ends_at > starts_at),
  -- 'daily': only those who want something each day; 'all': everybody.
  audience text not null check (audience in ('all', 'daily')),
  day_name text,
  fact text not null,
  words text not null,
  state text not null default 'planned' check (state in ('planned', 'approved', 'sending', 'done', 'stopped', 'withheld')),
  made_by text not null,
  approved_by text check (approved_by <> made_by),
  begun_at timestamptz,
  ended_at timestamptz,
  -- Counts; the sends themselves are gone once they are done.
  planned integer not null default 0,
  sent integer not null default 0,
  -- The platform does not take it for this person now.
  refused integer not null default 0,
  -- Blocked the bot, or is no more: no longer subscribed.
  gone integer not null default 0,
  -- Under way when the process died or the line broke: it may have come, so it is never sent again.
  uncertain integer not null default 0,
  -- Not sent before the evening.
  late integer not null default 0,
  check (state = 'planned' or state = 'stopped' or state = 'withheld' or approved_by is not null)
);
-- One message a day: nobody is told two things.
create unique index campaign_one_a_day on campaign (day) where state not in ('stopped', 'withheld');
create index campaign_open on campaign (state) where state in ('approved', 'sending');

-- What waits to be sent, or is being sent by `holder`. Goes with its subscription, in the same transaction.
create table campaign_send (
  campaign bigint not null references campaign on delete cascade,
  contact text not null references subscription on delete cascade,
  channel text not null,
  holder text,
  primary key (campaign, contact)
);
create index campaign_send_contact on campaign_send (contact);
create index campaign_send_waiting on campaign_send (channel, contact) where holder is null;
create index campaign_send_held on campaign_send (channel) where holder is not null;

-- One sender a channel: who it is, and until when if nothing is heard of it.
create table broadcast_lease (
  channel text primary key,
  holder text,
  held_until timestamptz not null
);
