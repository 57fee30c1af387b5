-- What else may be counted of a turn: what harm help was shown for, and of a question without an answer the terms of the
-- knowledge in it and the passage that came nearest. Older rows have none.
alter table fact
  add column help text,
  add column terms text[],
  add column nearest text,
  add column pseudonym text;
create index fact_terms_bucket on fact (bucket) where terms is not null;

-- Keys of pseudonyms, one a day and one a month. A key is deleted when its time is over: from then on nobody, whatever
-- they hold, can tell whose a pseudonym was.
create table fact_key (
  time text primary key,
  key text not null
);

-- The pseudonym of a contact for a time ('2026-11-26' or '2026-11'), whose key is made when it is first needed.
create function fact_pseudonym(contact text, given text) returns text language plpgsql volatile as $$
declare
  found text;
begin
  select key into found from fact_key where time = given;
  if found is null then
    insert into fact_key (time, key) values (given, gen_random_uuid()::text || gen_random_uuid()::text)
      on conflict do nothing;
    select key into found from fact_key where time = given;
  end if;
  return left(encode(sha256(convert_to(found || contact, 'UTF8')), 'hex'), 24);
end
$$;

-- Days that are over, counted: turns that are alike, people, and terms of questions without an answer. Pseudonyms of a
-- day leave the facts when it is counted.
create table fact_day (
  day date not null,
  channel text not null,
  outcome text not null,
  level text not null,
  help text,
  document text,
  topic text,
  nearest text,
  feedback text,
  learned text,
  turns integer not null,
  asked integer not null,
  right_before integer not null,
  right_after integer not null
);
create index fact_day_day on fact_day (day);
create table people_day (
  day date not null,
  channel text not null,
  people integer not null,
  primary key (day, channel)
);
create table term_day (
  day date not null,
  channel text not null,
  term text not null,
  nearest text,
  turns integer not null,
  people integer not null
);
create index term_day_day on term_day (day);

-- Up to which day (not itself) days are counted, and whether invented figures were put in.
create table fact_counted (
  one boolean primary key default true check (one),
  until date not null,
  demo boolean not null default false
);
insert into fact_counted (until) select coalesce(min((bucket at time zone 'Asia/Ho_Chi_Minh')::date), 'epoch') from fact;
