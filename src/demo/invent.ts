import { addDays, daysBetween } from '../core/calendar.ts';
import type { Knowledge } from '../core/knowledge.ts';
import type { Alike, HelpType } from '../core/measures/kinds.ts';
import type { CaseOutcome } from '../core/referral/case.ts';
import type { Level } from '../core/triage.ts';
import type { Channel } from '../core/update.ts';

/** Figures of one invented day. */
export type InventedDay = {
  day: string;
  alike: Alike[];
  people: Array<{ channel: Channel; people: number }>;
  terms: Array<{ channel: Channel; term: string; nearest: string | null; turns: number; people: number }>;
  /** New cases: minutes to the first reply and how they ended, `null` where that never came. */
  cases: Array<{ replyAfter: number | null; outcome: CaseOutcome | null }>;
};

/** How many days back the invented time begins. */
const daysBack = 430;

const channels: Array<[Channel, number]> = [
  ['web', 0.4],
  ['zalo-oa', 0.38],
  ['telegram', 0.22],
];
const helpTypes: Array<[HelpType, Level, number]> = [
  ['physical', 'support', 26],
  ['psychological', 'support', 17],
  ['unsaid', 'concern', 24],
  ['economic', 'support', 9],
  ['forced_marriage', 'support', 9],
  ['online', 'support', 8],
  ['child', 'support', 8],
  ['physical', 'emergency', 9],
  ['harassment', 'support', 6],
  ['sexual', 'support', 5],
  ['suicide', 'emergency', 3],
  ['trafficking', 'emergency', 2],
  ['perpetrator', 'support', 3],
];
const outcomes: CaseOutcome[] = ['answered', 'answered', 'referred-on', 'in-care', 'no-contact', 'not-for-us'];
const terms = ['trợ cấp thất nghiệp', 'học phí', 'hộ chiếu', 'bảo hiểm y tế', 'căn cước', 'vay vốn', 'sổ đỏ'];

/** Numbers that look like chance and are the same every time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** More than a year of invented days up to `today`, about what this knowledge holds. The same every time. */
export function inventDays(knowledge: Knowledge, today: string): InventedDay[] {
  const topics = topicsOf(knowledge);
  return Array.from({ length: daysBack }, (_, at) => inventDay(addDays(today, at - daysBack), topics, at));
}

type Topic = { id: string; document: string };

/** Cards, fines, limits and targets, in an order that has nothing to do with the alphabet. */
function topicsOf({ passages }: Knowledge): Topic[] {
  const suited = [...passages.values()].filter(({ facts }) =>
    ['card', 'fine', 'limit', 'indicator'].includes(facts.kind),
  );
  return suited
    .map(({ id, document }) => ({ id, document }))
    .sort((a, b) => place(a.id) - place(b.id))
    .slice(0, 70);
}

const place = (id: string) => [...id].reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) >>> 0, 7) % 9_973;

/** How busy a day is: it grows, weekends are quiet, and the days of the plan's campaigns are not. */
function busy(day: string, at: number): number {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const quiet = weekday === 0 || weekday === 6 ? 0.62 : 1;
  const near = (month: number, date: number, span: number) =>
    Math.abs(
      daysBetween(`${day.slice(0, 4)}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`, day),
    ) <= span;
  const campaign = near(3, 8, 4) || near(6, 28, 3) || near(10, 20, 5) ? 1.9 : near(11, 30, 15) ? 1.6 : 1;
  return (38 + 0.22 * at) * quiet * campaign;
}

function inventDay(day: string, topics: readonly Topic[], at: number): InventedDay {
  const random = chance(at * 7_919 + 11);
  const alike = new Map<string, Alike>();
  const base = {
    level: 'none',
    help: null,
    document: null,
    topic: null,
    nearest: null,
    feedback: null,
    learned: null,
  } as const;
  const add = (
    one: Omit<Alike, 'turns' | 'asked' | 'before' | 'right'>,
    scores = { asked: 0, before: 0, right: 0 },
  ) => {
    const key = JSON.stringify(one);
    const known = alike.get(key) ?? { ...one, turns: 0, asked: 0, before: 0, right: 0 };
    const { asked, before, right } = scores;
    alike.set(key, {
      ...known,
      turns: known.turns + 1,
      asked: known.asked + asked,
      before: known.before + before,
      right: known.right + right,
    });
  };
  const channelOf = () => weighted(channels, random());
  const turns = Math.round(busy(day, at) * (0.85 + 0.3 * random()));
  for (let turn = 0; turn < turns; turn++) {
    const channel = channelOf();
    const dice = random();
    // Few topics are asked about often, many now and then.
    const topic = topics[Math.floor(topics.length * random() ** 1.7)] ?? { id: '', document: '' };
    if (dice < 0.68) {
      add({ ...base, channel, outcome: 'answer', document: topic.document, topic: topic.id });
      if (random() < 0.16)
        add({
          ...base,
          channel,
          outcome: 'smalltalk',
          topic: topic.id,
          feedback: random() < 0.82 ? 'useful' : 'not-useful',
        });
    } else if (dice < 0.78) add({ ...base, channel, outcome: 'decline', nearest: random() < 0.35 ? null : topic.id });
    else if (dice < 0.865) {
      const [help, level] = weighted(
        helpTypes.map((one) => [one, one[2] / 129] as const),
        random(),
      );
      add({ ...base, channel, outcome: 'help', level, help, topic: 'help' });
      if (random() < 0.12)
        add({
          ...base,
          channel,
          outcome: 'smalltalk',
          topic: 'help',
          feedback: random() < 0.85 ? 'reached' : 'not-reached',
        });
    } else if (dice < 0.93) add({ ...base, channel, outcome: 'smalltalk', topic: 'greeting' });
    else if (dice < 0.97) add({ ...base, channel, outcome: 'menu', topic: 'menu' });
    else if (dice < 0.984) {
      const before = Math.floor(random() * 3);
      const right = Math.min(3, before + Math.floor(random() * 2.6));
      add(
        { ...base, channel, outcome: 'smalltalk', topic: 'path-co-ban', learned: 'path' },
        { asked: 3, before, right },
      );
    } else if (dice < 0.998) {
      const right = 2 + Math.floor(random() * 4);
      const group = ['all', 'all', 'pupils', 'farmers', 'workers'][Math.floor(random() * 5)];
      add(
        { ...base, channel, outcome: 'smalltalk', topic: `quiz-set-${group}`, learned: 'set' },
        { asked: 5, before: 0, right },
      );
    } else add({ ...base, channel, outcome: 'trouble', topic: 'trouble' });
  }
  const asked = [...alike.values()];
  const people = channels.map(([channel]) => {
    const some = asked.filter((one) => one.channel === channel && one.level === 'none' && one.learned === null);
    return { channel, people: Math.round(some.reduce((sum, one) => sum + one.turns, 0) * 0.55) };
  });
  return { day, alike: asked, people, terms: inventTerms(random, topics, turns), cases: inventCases(random, turns) };
}

function inventTerms(random: () => number, topics: readonly Topic[], turns: number): InventedDay['terms'] {
  return terms.flatMap((term, at) => {
    if (random() > (turns / 130) * (0.5 - at * 0.06)) return [];
    const people = 3 + Math.floor(random() * 4);
    const nearest = at % 2 === 0 ? (topics[at]?.id ?? null) : null;
    return [{ channel: 'web' as const, term, nearest, turns: people + Math.floor(random() * 3), people }];
  });
}

function inventCases(random: () => number, turns: number): InventedDay['cases'] {
  const count = Math.floor(random() * (turns / 45));
  return Array.from({ length: count }, () => ({
    replyAfter: random() < 0.93 ? Math.round(12 + 150 * random() ** 2) : null,
    outcome: random() < 0.85 ? (outcomes[Math.floor(random() * outcomes.length)] ?? null) : null,
  }));
}

function weighted<T>(some: ReadonlyArray<readonly [T, number]>, dice: number): T {
  let left = dice;
  for (const [one, part] of some) {
    left -= part;
    if (left <= 0) return one;
  }
  return (some[0] as readonly [T, number])[0];
}
