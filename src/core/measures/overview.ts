import { addDays } from '../calendar.ts';
import type { Channel } from '../update.ts';
import { sumOf } from './figures.ts';
import { type Kind, kinds } from './kinds.ts';
import { daysIn, firstDay, type Month, monthWords } from './month.ts';
import { askedIn, beatsOf, casesOf, isRunning, peopleIn, type Reading, turnsOf, turnsOfKinds } from './reading.ts';
import { type Cell, count, end, share, start, type Table, text } from './table.ts';
import { channelNames, kindNames } from './words.ts';

/** One figure of the overview, beside the one of the time before. */
export type Headline = {
  id: 'asked' | 'people' | 'answered' | 'declined' | 'help' | 'created' | 'replied' | 'first-reply';
  title: string;
  now: Cell;
  before: Cell;
  /** How much more or less, as a part of the time before; `null` where that cannot be told. */
  change: number | null;
};

/** What an officer should know in ten seconds. No change is told while the time is not over. */
export function headlines(now: Reading, before: Reading): Headline[] {
  const [turns, turnsBefore] = [turnsOf(now), turnsOf(before)];
  const [cases, casesBefore] = [casesOf(now), casesOf(before)];
  const line = (id: Headline['id'], title: string, n: number, old: number): Headline => {
    const known = n > 0 && old > 0 && !isRunning(now);
    return { id, title, now: count(n), before: count(old), change: known ? (n - old) / old : null };
  };
  const ofKind = (id: Headline['id'], title: string, kind: Kind) =>
    line(id, title, turnsOfKinds(turns, [kind]), turnsOfKinds(turnsBefore, [kind]));
  return [
    line('asked', 'Lượt hỏi', askedIn(turns), askedIn(turnsBefore)),
    line('people', 'Người hỏi, cộng theo ngày', peopleIn(now), peopleIn(before)),
    ofKind('answered', 'Trả lời được', 'answer'),
    ofKind('declined', 'Chưa trả lời được', 'decline'),
    ofKind('help', 'Lượt được chỉ nơi giúp đỡ', 'help'),
    line('created', 'Người nhờ Trung tâm giúp', sumOf(cases, 'created'), sumOf(casesBefore, 'created')),
    line('replied', 'Đã gặp người thật trả lời', sumOf(cases, 'replied'), sumOf(casesBefore, 'replied')),
    {
      id: 'first-reply',
      title: 'Thời gian chờ người thật trả lời',
      now: minutesCell(firstReply(now)),
      before: minutesCell(firstReply(before)),
      change: null,
    },
  ];
}

/** The median of a month; over several months, the month in the middle. */
function firstReply({ months }: Reading): number | null {
  const known = months.flatMap((one) => one.firstReplyMinutes ?? []).sort((a, b) => a - b);
  return known[Math.floor((known.length - 1) / 2)] ?? null;
}

const minutesCell = (minutes: number | null): Cell =>
  minutes === null ? { kind: 'none' } : { kind: 'minutes', minutes };

export function headlineTable(lines: readonly Headline[]): Table {
  return {
    id: 'tong-quan',
    title: 'Số liệu chính',
    note: peopleNote,
    columns: [start('Số liệu'), end('Kỳ này'), end('Kỳ trước'), end('Thay đổi')],
    rows: lines.map(({ title, now, before, change }) => [
      text(title),
      now,
      before,
      change === null ? { kind: 'none' } : { kind: 'share', of: change },
    ]),
  };
}

const peopleNote =
  'Một người hỏi ba ngày được tính ba lần, vì máy không nhận ra ai từ ngày này sang ngày khác. Người kể chuyện bị hại không được tính vào số người.';

/** What is drawn over time: each point a month or, within one month, a day. */
export type Trend = {
  by: 'month' | 'day';
  points: Array<{ label: string; long: string; asked: number; declined: number; help: number }>;
};

/** A month has its days, several months have months. Days that are not over are left out. */
export function trendOf(now: Reading, today: string): Trend {
  const [only] = now.months;
  if (now.months.length === 1 && only) return { by: 'day', points: dayPoints(now, only.month, today) };
  const points = now.months.map((month) => {
    const blocks = turnsOf({ months: [month], channel: now.channel });
    const [asked, declined, help] = [
      askedIn(blocks),
      turnsOfKinds(blocks, ['decline']),
      turnsOfKinds(blocks, ['help']),
    ];
    return {
      label: `${Number(month.month.slice(5))}`,
      long: `Tháng ${monthWords(month.month)}`,
      asked,
      declined,
      help,
    };
  });
  return { by: 'month', points };
}

function dayPoints(now: Reading, month: Month, today: string): Trend['points'] {
  const beats = beatsOf(now);
  const days = Array.from({ length: daysIn(month) }, (_, at) => addDays(firstDay(month), at));
  return days
    .filter((day) => day < today)
    .map((day) => {
      const of = (some: readonly Kind[]) =>
        beats.filter((one) => one.day === day && some.includes(one.kind)).reduce((sum, { n }) => sum + n, 0);
      const [year, number, date] = day.split('-').map(Number);
      return {
        label: `${date}`,
        long: `Ngày ${date}/${number}/${year}`,
        asked: of(['answer', 'help', 'decline', 'trouble']),
        declined: of(['decline']),
        help: of(['help']),
      };
    });
}

export function trendTable({ by, points }: Trend): Table {
  return {
    id: 'theo-thoi-gian',
    title: by === 'day' ? 'Theo ngày' : 'Theo tháng',
    note:
      by === 'day'
        ? 'Mỗi lần đủ 5 lượt mới ghi vào ngày đủ, nên một ngày có thể gồm cả lượt của vài ngày trước.'
        : null,
    columns: [
      start(by === 'day' ? 'Ngày' : 'Tháng'),
      end('Lượt hỏi'),
      end('Chưa trả lời được'),
      end('Chỉ nơi giúp đỡ'),
    ],
    rows: points.map(({ long, asked, declined, help }) => [text(long), count(asked), count(declined), count(help)]),
  };
}

/** How each channel was used. */
export function channelTable(now: Reading): Table {
  const channels = Object.keys(channelNames) as Channel[];
  const rows = channels.flatMap((channel) => {
    const blocks = turnsOf({ ...now, channel });
    if (blocks.length === 0 || (now.channel !== null && now.channel !== channel)) return [];
    const of = (...some: Kind[]) => count(turnsOfKinds(blocks, some));
    return [[text(channelNames[channel]), count(askedIn(blocks)), of('answer'), of('decline'), of('help')]];
  });
  return {
    id: 'theo-kenh',
    title: 'Theo kênh',
    note: null,
    columns: [start('Kênh'), end('Lượt hỏi'), end('Trả lời được'), end('Chưa trả lời được'), end('Chỉ nơi giúp đỡ')],
    rows,
  };
}

/** What turns were, and what part of all. */
export function kindTable(now: Reading): Table {
  const blocks = turnsOf(now);
  const all = sumOf(blocks);
  return {
    id: 'ket-qua',
    title: 'Kết quả từng lượt',
    note: null,
    columns: [start('Kết quả'), end('Số lượt'), end('Phần')],
    rows: kinds.map((kind) => {
      const n = turnsOfKinds(blocks, [kind]);
      return [text(kindNames[kind]), count(n), share(n, all)];
    }),
  };
}
