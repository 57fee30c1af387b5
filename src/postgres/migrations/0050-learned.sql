-- A set of quiz questions or a path of lessons that came to its end; topic tells which. Counts only: how many questions
-- count, how many were right before the lessons (null for a set) and at the end. All null for every other turn.
alter table fact
  add column learned text check (learned in ('set', 'path')),
  add column asked smallint,
  add column right_before smallint check (right_before between 0 and asked),
  add column right_after smallint check (right_after between 0 and asked),
  add constraint fact_learned check ((learned is null) = (asked is null) and (learned is null) = (right_after is null));
create index fact_learned_bucket on fact (bucket) where learned is not null;
