-- What is read of days that are over is small: turns that are alike by the month, and kinds of turns by the day. These take
-- the place of the counts of each day.
create table fact_month (
  month text not null,
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
  right_after integer not null,
  unique nulls not distinct (month, channel, outcome, level, help, document, topic, nearest, feedback, learned)
);
create table kind_day (
  day date not null,
  channel text not null,
  kind text not null,
  turns integer not null,
  primary key (day, channel, kind)
);

insert into fact_month
select to_char(day, 'YYYY-MM'), channel, outcome, level, help, document, topic, nearest, feedback, learned,
  sum(turns), sum(asked), sum(right_before), sum(right_after)
from fact_day group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
insert into kind_day
select day, channel,
  case when learned is not null then 'learned' when feedback is not null then 'feedback'
    when help is not null and level <> 'none' then 'help' else outcome end,
  sum(turns)
from fact_day group by 1, 2, 3;
drop table fact_day;
