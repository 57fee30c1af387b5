-- Accounts of officers. The password is an argon2id hash, the key of the code app is sealed, one-time codes are marks
-- (keyed hashes): nothing here opens a door by itself.
create table officer (
  id text primary key,
  name text not null unique,
  role text not null check (role in ('analyst', 'case-worker', 'editor', 'admin')),
  password text,
  totp bytea,
  -- The last time step whose code was used, so that a code counts once.
  totp_step bigint not null default 0,
  set_up bytea,
  set_up_until timestamptz,
  locked_at timestamptz,
  created_at timestamptz not null,
  signed_in_at timestamptz
);

-- Recovery codes that are left, as marks.
create table officer_recovery (
  officer text not null references officer (id) on delete cascade,
  mark bytea not null,
  primary key (officer, mark)
);

-- Visits, by the mark of what the cookie holds.
create table officer_session (
  mark bytea primary key,
  officer text not null references officer (id) on delete cascade,
  stage text not null check (stage in ('set-up', 'password', 'full')),
  started_at timestamptz not null,
  seen_at timestamptz not null
);
create index officer_session_officer on officer_session (officer);

-- Tries to sign in since the last whole sign-in, by the mark of the typed name, whether or not it exists.
create table officer_try (
  mark bytea primary key,
  count integer not null,
  last_at timestamptz not null
);

-- Who did what, for good. Each row's mark is made (with a key that is not in the database) of its content and of the
-- mark before, so a row that was changed, left out or put in shows.
create table audit (
  seq bigint primary key,
  at timestamptz not null,
  actor text,
  action text not null,
  subject text,
  detail text,
  mark bytea not null
);

create function audit_stands() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only ever added to';
end
$$;
create trigger audit_rows_stand before update or delete on audit for each row execute function audit_stands();
create trigger audit_stands before truncate on audit for each statement execute function audit_stands();
