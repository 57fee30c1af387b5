/** Pieces of SQL over `fact` that several statements share. */

/** The calendar day of a fact, and its month. */
export const dayOf = "(bucket at time zone 'Asia/Ho_Chi_Minh')::date";
export const monthOfDay = `to_char(${dayOf}, 'YYYY-MM')`;

/** The moment a day begins. */
export const begins = (day: string) => `${day}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`;

/** Facts that no day was counted with yet. */
export const isLate = "bucket >= (select until::timestamp at time zone 'Asia/Ho_Chi_Minh' from fact_counted)";

export const alike = 'channel, outcome, level, help, document, topic, nearest, feedback, learned';
export const sums =
  'count(*)::int, coalesce(sum(asked), 0)::int, coalesce(sum(right_before), 0)::int, coalesce(sum(right_after), 0)::int';

/** The kind of a turn, as `kindOf` tells it. */
export const kind = `case when learned is not null then 'learned' when feedback is not null then 'feedback'
  when help is not null and level <> 'none' then 'help' else outcome end`;
