-- Content that editors change while the bot runs. What a thing says is kept as its file holds it, in the order written.
create table content_draft (
  kind text not null check (kind in ('card', 'quiz', 'service', 'reply')),
  item text not null,
  version integer not null,
  body json not null,
  base json,
  file text not null,
  state text not null check (state in ('draft', 'offered')),
  authors text[] not null,
  from_day date,
  edited_at timestamptz not null,
  primary key (kind, item)
);

-- Every change of what people are told, for good; no body: what the file says.
create table content_published (
  seq bigint generated always as identity primary key,
  kind text not null check (kind in ('card', 'quiz', 'service', 'reply')),
  item text not null,
  deed text not null,
  body json,
  file_body json,
  file text not null,
  from_day date not null,
  authors text[] not null,
  reviewer text,
  at timestamptz not null
);
create index content_published_item on content_published (kind, item, seq desc);

-- Whether answers are switched off: the last row counts.
create table answers_switch (
  seq bigint generated always as identity primary key,
  off boolean not null,
  reason text,
  note text not null,
  by_whom text not null,
  at timestamptz not null
);

-- Raised with every change of the two above, so that a replica can tell cheaply whether anything changed.
create table content_version (
  one boolean primary key default true check (one),
  version bigint not null
);
insert into content_version (version) values (0);
