import { describe, expect, test } from 'vitest';
import type { MonthFigures } from '../../../src/core/measures/figures.ts';
import { helpLevelTable, helpTypeTable } from '../../../src/core/measures/help.ts';
import { channelTable, headlines, headlineTable, kindTable } from '../../../src/core/measures/overview.ts';
import type { Reading } from '../../../src/core/measures/reading.ts';
import { type Block, type Leaf, least, release } from '../../../src/core/measures/release.ts';
import type { Cell, Table } from '../../../src/core/measures/table.ts';
import { buildReport, type ReportSource } from '../../../src/core/report/build.ts';
import { dueDay, dueWords } from '../../../src/core/report/due.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { monthsOfYear, timeWords, yearOf } from '../../../src/core/report/year.ts';
import { parseKnowledge, readContent } from '../../../src/knowledge/load.ts';
import { recovered } from '../measures/attacker.ts';

const whole = parseKnowledge(readContent(new URL('../../../knowledge', import.meta.url).pathname));
// What the report reads of it, so that thousands of reports are quickly made.
const knowledge = {
  ...whole,
  passages: new Map([...whole.passages].filter(([id, { facts }]) => facts.kind === 'indicator' || /bao-cao/.test(id))),
};

const monthFigures = (month: string, turns: Block[], running = false): MonthFigures => ({
  month,
  running,
  turns,
  beats: [],
  people: [],
  cases: [],
  firstReplyMinutes: null,
});

function source(now: MonthFigures[], before: MonthFigures[] = [], more: Partial<ReportSource> = {}): ReportSource {
  return {
    year: yearOf(2026, now, before),
    terms: [],
    names: { topic: (id) => `Mục ${id}`, document: (number) => `Văn bản ${number}` },
    content: {
      documents: [{ name: 'Luật này', checkedOn: '2026-05-02', inForceTo: null, passages: 3 }],
      directory: {
        services: [],
        places: [],
        centre: { name: '', offers: '', reach: '', known: [], contact: null, source: '', sourceDate: '' },
        neverShown: [],
        reporting: { say: '', document: '', locator: '' },
      },
      alarms: [],
      awaiting: [{ file: 'a.md', texts: 2 }],
      lapsed: [],
    },
    knowledge,
    news: [],
    days: [],
    today: '2026-11-26',
    isDemo: false,
    ...more,
  };
}

const tablesOf = ({ parts }: Report): Table[] => parts.flatMap((part) => (part.kind === 'table' ? [part.table] : []));
const wordsOf = ({ parts }: Report): string =>
  parts.map((part) => (part.kind === 'table' ? JSON.stringify(part.table) : part.text)).join('\n');
const help = (type: string, n: number): Leaf => ({ path: ['web', 'help', 'support', type], n });

describe('a yearly report', () => {
  const october = monthFigures(
    '2026-10',
    release([help('physical', 9), help('sexual', 2), { path: ['web', 'menu'], n: 6 }]),
  );

  test('quotes the plan for each indicator the bot can tell of, with figures, definitions, caveats and room for the office', () => {
    const { parts } = buildReport(source([october]));
    const sections = parts.flatMap((part) => (part.kind === 'heading' && part.level === 2 ? [part.text] : []));
    expect(sections.map((one) => one.split(':')[0])).toEqual([
      '1. Mục tiêu 3, Chỉ tiêu 2',
      '2. Mục tiêu 3, Chỉ tiêu 4',
      '3. Mục tiêu 6, Chỉ tiêu 1',
      '4. Mục tiêu 6, Chỉ tiêu 2',
      '5. Mục tiêu 6, Chỉ tiêu 3',
    ]);
    const quotes = parts.flatMap((part) => (part.kind === 'quote' ? [part.text] : []));
    expect(quotes).toHaveLength(5);
    for (const one of quotes) expect([...whole.passages.values()].some(({ text }) => text.includes(one))).toBe(true);
    expect(parts.filter(({ kind }) => kind === 'fill').length).toBeGreaterThanOrEqual(5 + 3);
    expect(wordsOf(buildReport(source([october])))).toContain('không đại diện cho người dân cả tỉnh');
  });

  test('has no section where the plan of a province has no such indicator', () => {
    const { parts } = buildReport(source([october], [], { knowledge: { ...knowledge, passages: new Map() } }));
    expect(parts.some((part) => part.kind === 'heading' && part.level === 2)).toBe(false);
  });

  test('hides what is too few and tells the rest', () => {
    const report = buildReport(source([october]));
    const table = tablesOf(report).find(({ id }) => id === 'giup-do-theo-loai');
    expect(table?.rows).toEqual([
      [
        { kind: 'text', text: 'Đánh đập, hành hạ' },
        { kind: 'count', n: 9 },
        { kind: 'share', of: 1 },
      ],
    ]);
    expect(wordsOf(report)).not.toContain('Xâm hại tình dục');
  });

  test('puts the same months of the year before beside, and says since when there are any', () => {
    const june = monthFigures('2026-06', release([help('physical', 7)]));
    const old = monthFigures('2025-10', release([help('physical', 12)]));
    const later = monthFigures('2025-12', release([help('physical', 50)]));
    const report = buildReport(source([june, october], [monthFigures('2025-06', []), old, later]));
    const table = tablesOf(report).find(({ id }) => id === 'giup-do-theo-loai');
    expect(table?.columns.at(-1)?.title).toBe('Số lượt cùng kỳ 2025');
    expect(table?.rows[0]?.[1]).toEqual({ kind: 'count', n: 16 });
    expect(table?.rows[0]?.at(-1)).toEqual({ kind: 'count', n: 12 });
    expect(wordsOf(report)).toContain('Năm ấy chỉ có số liệu từ tháng 10/2025');
    expect(wordsOf(buildReport(source([october])))).toContain('Chưa có số liệu cùng kỳ năm 2025');
  });

  test('leaves out the month that still runs, and says which months it tells of', () => {
    const months = [october, monthFigures('2026-11', release([help('physical', 20)]), true)];
    const { now } = yearOf(2026, months, []);
    expect(timeWords({ year: 2026, now })).toBe('tháng 10/2026');
    expect(wordsOf(buildReport(source(months)))).not.toContain('"n":20');
    expect(monthsOfYear(2026, '2026-03')).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(monthsOfYear(2025, '2026-03')).toHaveLength(12);
  });

  test('numbers its tables without a gap and says in words where there is nothing to tell', () => {
    const report = buildReport(source([october]));
    expect(tablesOf(report).map(({ title }) => Number(/^Bảng (\d+)\. /.exec(title)?.[1]))).toEqual(
      tablesOf(report).map((_one, at) => at + 1),
    );
    expect(wordsOf(report)).toContain('Câu đố: chưa có gì để kể');
  });
});

test('the day the report is due is read from the plan', () => {
  expect(dueDay(whole, 2026)).toBe('2026-11-30');
  expect(dueDay({ passages: new Map() }, 2026)).toBeNull();
  expect(dueWords('2026-11-30', '2026-11-26')).toContain('Còn 3 ngày');
  expect(dueWords('2026-11-30', '2026-11-29')).toContain('ngày cuối');
  expect(dueWords('2026-11-30', '2026-11-30')).toContain('quá hạn');
});

// Two months with two kinds of help each: the report tells of both together, the pages of each.
const months = ['2026-09', '2026-10'];
const types = ['physical', 'sexual'];
const places = months.flatMap((month) => types.map((type) => ({ month, type })));
const where = (fits: (place: { month: string; type: string }) => boolean) => (world: readonly number[]) =>
  places.reduce((all, place, at) => all + (fits(place) ? (world[at] ?? 0) : 0), 0);
const cells = [
  ...places.map((place) => ({ name: JSON.stringify(place), of: where((one) => one === place) })),
  ...months.map((month) => ({ name: month, of: where((one) => one.month === month) })),
  ...types.map((type) => ({ name: type, of: where((one) => one.type === type) })),
];

/** All that leaves: the report, and what the pages tell of each month and of both. */
function givenOut(figures: MonthFigures[]): Cell[][][] {
  const readings: Reading[] = [...figures.map((one) => [one]), figures].map((some) => ({
    months: some,
    channel: null,
  }));
  const pages = readings.flatMap((one) => [
    helpTypeTable(one),
    helpLevelTable(one),
    kindTable(one),
    channelTable(one),
    headlineTable(headlines(one, { ...one, months: [] })),
  ]);
  return [...tablesOf(buildReport(source(figures))), ...pages].map(({ rows }) => rows);
}

function seenOf(world: readonly number[], blocksOf: (leaves: Leaf[]) => Block[]): Cell[][][] {
  const figures = months.map((month) =>
    monthFigures(
      month,
      blocksOf(places.flatMap((place, at) => (place.month === month ? [help(place.type, world[at] ?? 0)] : []))),
    ),
  );
  return givenOut(figures);
}

describe('an attacker who has the report and every page', () => {
  test('recovers no count under five', () => {
    const seen = (world: readonly number[]) => JSON.stringify(seenOf(world, release));
    expect(recovered(places.length, { real: () => true, top: 6 }, seen, cells)).toEqual([]);
  }, 120_000);

  test('control: with small cells hidden and nothing else, the sums give them away', () => {
    const raw = (leaves: Leaf[]) => leaves.map(({ path, n }) => ({ path, rest: false, n, sums: {} }));
    const hidden = (_key: string, value: unknown) => {
      const cell = value as Cell | null;
      return cell?.kind === 'share' || (cell?.kind === 'count' && cell.n < least) ? null : value;
    };
    const seen = (world: readonly number[]) => JSON.stringify(seenOf(world, raw), hidden);
    expect(recovered(places.length, { real: () => true, top: 6 }, seen, cells).length).toBeGreaterThan(100);
  }, 120_000);
});
