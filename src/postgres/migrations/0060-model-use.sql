-- What a language model was used for, as counts of a day: calls, tokens, why sentences were dropped. Never words.
create table model_use (
  day date not null,
  what text not null,
  count bigint not null,
  primary key (day, what)
);
