-- What a person tapped about an earlier reply: 'useful', 'not-useful', 'reached', 'not-reached'; null for other turns.
alter table fact add column feedback text;
