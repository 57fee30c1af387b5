import type { Pool } from 'pg';
import { beats, type DayCount, type MonthFigures } from '../../core/measures/figures.ts';
import { type Alike, leafOf } from '../../core/measures/kinds.ts';
import { firstDay, type Month, monthOf } from '../../core/measures/month.ts';
import { fives, type Leaf, least, release, releaseRunning } from '../../core/measures/release.ts';
import { rows } from '../sql.ts';
import { alike, begins, dayOf, isLate, kind, monthOfDay, sums } from './fact-columns.ts';

/** How deep the kinds of turns that still come in are told: by channel and kind. */
const runningDepth = 2;

// Each statement reads what was counted of the months asked for ($1), and the facts that were not counted yet.

const turnsOfMonths = `
  select month, ${alike}, turns, asked, right_before as "before", right_after as "right"
  from fact_month where month = any($1)
  union all
  select * from (
    select ${monthOfDay}, ${alike}, ${sums} from fact where ${isLate} group by ${monthOfDay}, ${alike}
  ) late (month, ${alike}, turns, asked, before, "right") where month = any($1)`;

const kindsOfDays = `
  select to_char(day, 'YYYY-MM-DD') as day, channel, kind, sum(turns)::int as turns from (
    select day, channel, kind, turns from kind_day where to_char(day, 'YYYY-MM') = any($1)
    union all
    select day, channel, kind, turns from (
      select ${dayOf}, channel, ${kind}, count(*) from fact where ${isLate} group by 1, 2, 3
    ) late (day, channel, kind, turns) where to_char(day, 'YYYY-MM') = any($1)
  ) one group by day, channel, kind`;

const peopleOfMonths = `
  select month, channel, sum(people)::int as people from (
    select to_char(day, 'YYYY-MM') as month, channel, people from people_day
    union all
    select to_char(day, 'YYYY-MM'), channel, people from (
      select ${dayOf}, channel, count(distinct pseudonym) from fact
      where ${isLate} and pseudonym is not null and learned is null group by 1, 2
    ) late (day, channel, people)
  ) one where month = any($1) group by month, channel`;

/** People who came to an end of something within a month: known for a month, on one channel. */
const learnersOfMonths = `
  select month, channel, learned, topic, count(distinct pseudonym)::int as people from (
    select ${monthOfDay} as month, channel, learned, topic, pseudonym from fact
    where learned is not null and bucket >= ${begins('$2')}
  ) one where month = any($1) group by month, channel, learned, topic`;

type Turns = Alike & { month: Month };
type People = { month: Month; channel: Alike['channel']; people: number };
type Learners = Pick<Turns, 'month' | 'channel' | 'learned' | 'topic'> & { people: number };

export type TurnFigures = Pick<MonthFigures, 'turns' | 'beats' | 'people'>;

/** What may be told of the turns of each month; `isRunning` says which are not over. */
export async function turnFigures(
  pool: Pool,
  months: readonly Month[],
  isRunning: (month: Month) => boolean,
): Promise<Map<Month, TurnFigures>> {
  const [first] = [...months].sort();
  if (first === undefined) return new Map();
  const [turns, kinds, people, learners] = await Promise.all([
    rows<Turns>(pool, turnsOfMonths, [months]),
    rows<DayCount>(pool, kindsOfDays, [months]),
    rows<People>(pool, peopleOfMonths, [months]),
    rows<Learners>(pool, learnersOfMonths, [months, firstDay(first)]),
  ]);
  const [turnsBy, peopleBy, learnersBy] = [byMonth(turns), byMonth(people), byMonth(learners)];
  const kindsBy = byMonth(kinds.map((one) => ({ ...one, month: monthOf(one.day) })));
  return new Map(
    months.map((month) => {
      const leaves = leavesOf(turnsBy.get(month) ?? [], learnersBy.get(month) ?? []);
      const told = (peopleBy.get(month) ?? []).map(({ channel, people: n }) => ({ channel, n: fives(n) }));
      return [
        month,
        {
          turns: isRunning(month) ? releaseRunning(leaves, runningDepth) : release(leaves),
          beats: beats(kindsBy.get(month) ?? [], least),
          people: told.filter(({ n }) => n > 0),
        },
      ];
    }),
  );
}

function byMonth<T extends { month: Month }>(some: readonly T[]): Map<Month, T[]> {
  const found = new Map<Month, T[]>();
  for (const one of some) {
    const list = found.get(one.month);
    if (list) list.push(one);
    else found.set(one.month, [one]);
  }
  return found;
}

/** Turns that are alike as leaves; with those who learned, how many people, in full fives. */
function leavesOf(turns: readonly Alike[], learners: readonly Learners[]): Leaf[] {
  const found = new Map<string, { path: readonly string[]; n: number; sums: Record<string, number> }>();
  for (const one of turns) {
    const { path, n, sums: scores = {} } = leafOf(one);
    const key = path.join('\n');
    const leaf = found.get(key) ?? { path, n: 0, sums: {} };
    leaf.n += n;
    for (const [name, value] of Object.entries(scores)) leaf.sums[name] = (leaf.sums[name] ?? 0) + value;
    found.set(key, leaf);
  }
  for (const { channel, learned, topic, people } of learners) {
    const leaf = found.get([channel, 'learned', learned, topic ?? ''].join('\n'));
    if (leaf) leaf.sums.people = fives(people);
  }
  return [...found.values()];
}
