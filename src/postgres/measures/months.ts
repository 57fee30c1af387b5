import type { Pool } from 'pg';
import { type Beat, beats, type DayCount, type MonthFigures } from '../../core/measures/figures.ts';
import { type Alike, kindOf, leafOf } from '../../core/measures/kinds.ts';
import { addToMonth, firstDay, type Month } from '../../core/measures/month.ts';
import { fives, type Leaf, least, release, releaseRunning } from '../../core/measures/release.ts';
import { rows } from '../sql.ts';
import { alike, dayOf, sums } from './count-days.ts';

/** How deep the kinds of turns that still come in are told: by channel and kind. */
const runningDepth = 2;

type Counted = Alike & { day: string };

/** Turns of a month day by day: counted days, and those that were not counted yet. */
const turnsOfDays = `
  select to_char(day, 'YYYY-MM-DD') as day, ${alike}, turns, asked, right_before as "before", right_after as "right"
  from fact_day where day >= $1::date and day < $2::date
  union all
  select to_char(day, 'YYYY-MM-DD'), ${alike}, n, asked, b, r from (
    select ${dayOf}, ${alike}, ${sums} from fact
    where bucket >= (select until::timestamp at time zone 'Asia/Ho_Chi_Minh' from fact_counted)
    group by ${dayOf}, ${alike}
  ) late (day, ${alike}, n, asked, b, r) where day >= $1::date and day < $2::date`;

const peopleOfDays = `
  select channel, people from people_day where day >= $1::date and day < $2::date
  union all
  select channel, people from (
    select ${dayOf}, channel, count(distinct pseudonym)::int from fact
    where bucket >= (select until::timestamp at time zone 'Asia/Ho_Chi_Minh' from fact_counted)
      and pseudonym is not null and learned is null
    group by ${dayOf}, channel
  ) late (day, channel, people) where day >= $1::date and day < $2::date`;

/** People who came to an end of something within the month: known for a month, on one channel. */
const learners = `
  select channel, learned, topic, count(distinct pseudonym)::int as people from fact
  where learned is not null and bucket >= $1::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
    and bucket < $2::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
  group by channel, learned, topic`;

type Learners = Pick<Alike, 'channel' | 'learned' | 'topic'> & { people: number };
type People = { channel: Alike['channel']; people: number };

/** What may be told of the turns of one month. */
export async function turnsOfMonth(
  pool: Pool,
  month: Month,
  running: boolean,
): Promise<Pick<MonthFigures, 'turns' | 'beats' | 'people'>> {
  const span = [firstDay(month), firstDay(addToMonth(month, 1))];
  const [days, people, learned] = await Promise.all([
    rows<Counted>(pool, turnsOfDays, span),
    rows<People>(pool, peopleOfDays, span),
    rows<Learners>(pool, learners, span),
  ]);
  const leaves = leavesOf(days, learned);
  return {
    turns: running ? releaseRunning(leaves, runningDepth) : release(leaves),
    beats: beatsOf(days),
    people: peopleOf(people),
  };
}

/** Turns of one kind as one leaf, over the days; with those who learned, how many people, in full fives. */
function leavesOf(days: readonly Counted[], learned: readonly Learners[]): Leaf[] {
  const found = new Map<string, { path: readonly string[]; n: number; sums: Record<string, number> }>();
  for (const one of days) {
    const { path, n, sums = {} } = leafOf(one);
    const key = path.join('\n');
    const leaf = found.get(key) ?? { path, n: 0, sums: {} };
    leaf.n += n;
    for (const [name, value] of Object.entries(sums)) leaf.sums[name] = (leaf.sums[name] ?? 0) + value;
    found.set(key, leaf);
  }
  for (const { channel, learned: what, topic, people } of learned) {
    const leaf = found.get([channel, 'learned', what, topic ?? ''].join('\n'));
    if (leaf) leaf.sums.people = fives(people);
  }
  return [...found.values()];
}

function beatsOf(days: readonly Counted[]): Beat[] {
  const counts = new Map<string, DayCount>();
  for (const one of days) {
    const kind = kindOf(one);
    const key = `${one.day} ${one.channel} ${kind}`;
    const turns = (counts.get(key)?.turns ?? 0) + one.turns;
    counts.set(key, { day: one.day, channel: one.channel, kind, turns });
  }
  return beats([...counts.values()], least);
}

function peopleOf(people: readonly People[]): MonthFigures['people'] {
  const sums = new Map<Alike['channel'], number>();
  for (const { channel, people: n } of people) sums.set(channel, (sums.get(channel) ?? 0) + n);
  return [...sums].map(([channel, n]) => ({ channel, n: fives(n) })).filter(({ n }) => n > 0);
}
