-- Keys that letters are sealed to: public halves only.
create table desk_key (
  id text primary key,
  kind text not null check (kind in ('desk', 'recovery')),
  raw text not null,
  state text not null default 'active' check (state in ('active', 'retired', 'revoked')),
  created_at timestamptz not null default now()
);

-- The private half of a desk key, wrapped in an officer's browser with a key from the officer's passphrase.
create table desk_key_wrap (
  key text not null references desk_key on delete cascade,
  officer text not null,
  wrapped text not null,
  primary key (key, officer)
);
create index desk_key_wrap_officer on desk_key_wrap (officer);

-- Where a contact stands with the desk: a draft before the yes, or a visit to a case. Sealed with the queue key, bound
-- to the contact and the stamp. Rows past expires_at count as absent and are swept.
create table desk_talk (
  contact text primary key,
  stamp text not null,
  sealed bytea not null,
  expires_at timestamptz not null
);
create index desk_talk_expires on desk_talk (expires_at);

-- Tries to come back, by contact and by receipt (keyed hashes): guesses are slowed down.
create table desk_guess (
  about text not null,
  at timestamptz not null
);
create index desk_guess_about on desk_guess (about, at);

-- A case, without anything of the person but codes: what is wanted, when it is safe, how urgent.
create table referral (
  id text primary key,
  urgency text not null,
  wants text[] not null,
  safe_time text not null,
  -- What the person comes back with: a keyed hash of the receipt, and a key that receipt and code word unlock.
  lookup text not null unique,
  return_id text not null,
  return_raw text not null,
  return_lock bytea not null,
  holder text,
  created_at timestamptz not null,
  -- When the oldest unanswered letter must have been answered; null when none waits.
  answer_by timestamptz,
  first_reply_at timestamptz,
  notified_at timestamptz,
  alarmed_at timestamptz,
  closed_at timestamptz
);
create index referral_open on referral (answer_by) where closed_at is null;
create index referral_closed on referral (closed_at) where closed_at is not null;

create table referral_letter (
  id bigint generated always as identity primary key,
  referral text not null references referral on delete cascade,
  kind text not null check (kind in ('referral', 'from-person', 'from-officer')),
  sealed text not null,
  created_at timestamptz not null,
  -- When the other side first opened it.
  read_at timestamptz
);
create index referral_letter_case on referral_letter (referral, id);

-- What happened to a case, without words. Outlives the case.
create table referral_event (
  id bigint generated always as identity primary key,
  referral text not null,
  what text not null,
  officer text,
  reason text,
  at timestamptz not null
);
create index referral_event_case on referral_event (referral, id);
