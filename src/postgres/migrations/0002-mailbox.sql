-- Updates that wait for their turn. Words, address and message ids are sealed (AES-256-GCM) and leave with the row, in
-- the transaction that finishes the turn.
create table inbox (
  id bigint generated always as identity primary key,
  channel text not null,
  update_id text not null,
  contact text not null,
  -- The platform's own running number: a contact's updates are answered in its order, else as they came.
  sequence bigint,
  sealed bytea not null,
  -- Tries begun; counted before each, so that a message that kills the process is given up as well.
  attempts integer not null default 0,
  received_at timestamptz not null,
  unique (channel, update_id)
);
create index inbox_lane on inbox (contact, sequence, id);

-- Updates taken before, so that one delivered twice is answered once. To the hour, and without a contact.
create table update_seen (
  channel text not null,
  update_id text not null,
  seen_at timestamptz not null,
  primary key (channel, update_id)
);
create index update_seen_at on update_seen (seen_at);

-- Messages to send and erasures to do, per contact in the order of id; sealed like the inbox.
create table outbox (
  id bigint generated always as identity primary key,
  channel text not null,
  contact text not null,
  sealed bytea not null,
  attempts integer not null default 0,
  not_before timestamptz not null default now(),
  created_at timestamptz not null default now()
);
create index outbox_lane on outbox (contact, id);

-- Who is at work for a contact, and until when if nothing is heard of them. A row, because advisory locks do not
-- exclude on the embedded database. Every write of the holder checks that it still holds.
create table lane (
  contact text primary key,
  holder text,
  held_until timestamptz not null,
  -- When the contact was last told that the bot had been away.
  told_away_at timestamptz
);

-- Ids of messages of both sides that can still be removed on the platform; sealed, without words.
create table erasable (
  id bigint generated always as identity primary key,
  channel text not null,
  contact text not null,
  sealed bytea not null,
  expires_at timestamptz not null
);
create index erasable_contact on erasable (contact, id);
create index erasable_expires on erasable (expires_at);
