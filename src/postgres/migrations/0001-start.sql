-- Which content this database was prepared from; compared at every start so that nothing is loaded twice.
create table knowledge_state (
  one boolean primary key default true check (one),
  fingerprint text not null,
  loaded_at timestamptz not null default now()
);

-- One row a passage. Text stays in memory: the database only ranks. `words` (BM25 weights) is added where pgvector is.
create table passage (
  id text primary key,
  document text not null,
  locator text not null,
  kind text not null,
  in_force_from date not null,
  in_force_to date check (in_force_to >= in_force_from)
);

-- Stage, level, topic and passage ids of a talk: never words. Rows past expires_at count as absent and are swept.
create table conversation (
  contact text primary key,
  state jsonb not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index conversation_expires on conversation (expires_at);

-- What happened, without words or identity: no contact, no exact time.
create table fact (
  id bigint generated always as identity primary key,
  bucket timestamptz not null,
  channel text not null,
  topic text,
  document text,
  outcome text not null,
  level text not null,
  latency_ms real not null
);
create index fact_bucket on fact (bucket);
