import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { MonthFigures } from '../../../src/core/measures/figures.ts';
import { type Alike, helpTypeOf, kindOf } from '../../../src/core/measures/kinds.ts';
import { feedbackTable, pathTable } from '../../../src/core/measures/learning.ts';
import { addToMonth, isMonth, previousOf, rangeWords } from '../../../src/core/measures/month.ts';
import { headlines } from '../../../src/core/measures/overview.ts';
import { release } from '../../../src/core/measures/release.ts';
import type { Table } from '../../../src/core/measures/table.ts';
import { makeVocabulary, termsIn } from '../../../src/core/measures/vocabulary.ts';
import { tokensOf } from '../../../src/core/vietnamese/tokens.ts';
import { csvOf } from '../../../src/dashboard/figures/export/csv.ts';
import { xlsxOf } from '../../../src/dashboard/figures/export/xlsx.ts';
import { library } from '../../fakes.ts';

const names = { topic: (id: string) => id, document: (number: string) => number };
const figures = (turns: MonthFigures['turns'], more: Partial<MonthFigures> = {}): MonthFigures => ({
  month: '2026-10',
  running: false,
  turns,
  beats: [],
  people: [],
  cases: [],
  firstReplyMinutes: null,
  ...more,
});
const reading = (...months: MonthFigures[]) => ({ months, channel: null });

describe('months', () => {
  test('are reckoned over years, and ranges said as people say them', () => {
    expect(addToMonth('2026-01', -1)).toBe('2025-12');
    expect(previousOf({ from: '2026-01', to: '2026-03' })).toEqual({ from: '2025-10', to: '2025-12' });
    expect(['2026-10', '2026-13', '1999-01', 'x'].map(isMonth)).toEqual([true, false, false, false]);
    expect(rangeWords({ from: '2026-10', to: '2026-12' })).toBe('quý IV/2026');
    expect(rangeWords({ from: '2026-01', to: '2026-12' })).toBe('năm 2026');
    expect(rangeWords({ from: '2026-02', to: '2026-04' })).toBe('từ tháng 2/2026 đến tháng 4/2026');
  });
});

describe('measures', () => {
  const base: Alike = {
    ...{ channel: 'web', outcome: 'answer', level: 'none', help: null, document: null, topic: null, nearest: null },
    ...{ feedback: null, learned: null, turns: 1, asked: 0, before: 0, right: 0 },
  };

  test('an answer to somebody who may be in need counts as help shown, and a tap as none of both', () => {
    expect(kindOf(base)).toBe('answer');
    expect(kindOf({ ...base, level: 'concern', help: 'unsaid' })).toBe('help');
    expect(kindOf({ ...base, feedback: 'useful' })).toBe('feedback');
    expect(helpTypeOf(['economic', 'child', 'physical'])).toBe('child');
    expect(helpTypeOf([])).toBe('unsaid');
  });

  test('tell a change only of times that are over and of counts that are told', () => {
    const month = (n: number, running = false) =>
      reading(figures(release([{ path: ['web', 'answer', 'a', 'b'], n }]), { running }));
    const asked = (now: number, before: number, running = false) => headlines(month(now, running), month(before))[0];
    expect(asked(30, 20)).toMatchObject({ change: 0.5 });
    expect(asked(30, 20, true)).toMatchObject({ change: null });
    expect(asked(30, 3)).toMatchObject({ before: { kind: 'hidden' }, change: null });
  });

  test('what a lesson brought is told of those who finished it, and not of four', () => {
    const learned = (n: number) =>
      release([
        {
          path: ['web', 'learned', 'path', 'p'],
          n,
          sums: { asked: n * 3, before: n, right: n * 2, people: n - (n % 5) },
        },
      ]);
    expect(pathTable(reading(figures(learned(4))), names).rows).toEqual([]);
    const [row] = pathTable(reading(figures(learned(8))), names).rows;
    expect(row?.slice(1, 3)).toEqual([
      { kind: 'count', n: 8 },
      { kind: 'count', n: 5 },
    ]);
    expect(row?.at(-1)).toMatchObject({ kind: 'share', of: expect.closeTo(1 / 3) });
  });

  test('a part of feedback is told only where neither side is too few', () => {
    const said = (useful: number, not: number) =>
      release([
        { path: ['web', 'feedback', 't', 'useful'], n: useful },
        { path: ['web', 'feedback', 't', 'not-useful'], n: not },
      ]);
    const part = (useful: number, not: number) =>
      feedbackTable(reading(figures(said(useful, not))), names, 'answers').rows[0]?.at(-1);
    expect(part(15, 5)).toEqual({ kind: 'share', of: 0.75 });
    expect(part(15, 4)).toEqual({ kind: 'none' });
  });
});

describe('terms of unanswered questions', () => {
  const vocabulary = makeVocabulary(library.knowledge);
  const terms = (words: string) => termsIn(tokensOf(words), vocabulary);

  test('are those of the knowledge, with and without diacritics', () => {
    expect(terms('trợ cấp thất nghiệp tính sao')).toContain('trợ cấp thất nghiệp');
    expect(terms('tro cap that nghiep tinh sao')).toContain('trợ cấp thất nghiệp');
  });

  test('are never names, places or words of the person', () => {
    for (const words of [
      'chị Hoàng Thị Mùa',
      'xã Bản Phiệt',
      'anh Giàng A Páo ở Mường Khương',
      '0912 345 678',
      'zumkhoaix abc',
    ])
      expect(terms(words)).toEqual([]);
    for (const term of terms('chị Mùa ở Bản Phiệt hỏi hộ chiếu, học phí, bảo hiểm y tế, căn cước'))
      expect(vocabulary.terms.has(term)).toBe(true);
  });
});

const table: Table = {
  id: 'thu',
  title: '=1+1',
  note: null,
  columns: [
    { title: 'Tên', align: 'start' },
    { title: 'Số', align: 'end' },
    { title: 'Phần', align: 'end' },
  ],
  rows: [
    [
      { kind: 'text', text: '=HYPERLINK("x")' },
      { kind: 'count', n: 1240 },
      { kind: 'share', of: 0.123 },
    ],
    [{ kind: 'text', text: 'Bạo lực, "lạ" & <khác>' }, { kind: 'hidden' }, { kind: 'none' }],
  ],
};

describe('exports', () => {
  test('CSV says its encoding, parts cells as it should, and holds nothing that a spreadsheet would run', () => {
    expect(csvOf(table)).toBe(
      '\uFEFF\'=1+1\r\nTên,Số,Phần\r\n"\'=HYPERLINK(""x"")",1240,12%\r\n"Bạo lực, ""lạ"" & <khác>",dưới 5,\r\n',
    );
    for (const sign of ['=', '+', '-', '@', '\t', '\r'])
      expect(csvOf({ ...table, rows: [[{ kind: 'text', text: `${sign}x` }]] })).toContain(`'${sign}x`);
  });

  test('XLSX is a workbook of a sheet each, with numbers as numbers and words as words', () => {
    const files = unzipSync(xlsxOf([table, { ...table, title: 'Một tên dài hơn ba mươi mốt chữ cái [có] ngoặc' }]));
    const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(Object.keys(files).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<c r="B3" s="3"><v>1240</v></c>');
    expect(sheet).toContain('=HYPERLINK(&quot;x&quot;)');
    expect(sheet).not.toContain('<f>');
    for (const [, name = ''] of part('xl/workbook.xml').matchAll(/sheet name="([^"]*)"/g)) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\]/);
    }
  });
});
