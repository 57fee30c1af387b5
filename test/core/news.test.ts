import { describe, expect, test } from 'vitest';
import { daysIn, type NewsItem, newsOf, parseQuarter, type Quarter, spanOf } from '../../src/core/news.ts';
import { loadNews } from '../../src/knowledge/news.ts';
import { content, library } from '../fakes.ts';

const { knowledge } = library;
const { days, items } = loadNews(content, knowledge);
const quarter = (text: string): Quarter => {
  const read = parseQuarter(text);
  if (!read) throw new Error('no quarter');
  return read;
};
const chosen = (text: string, from: NewsItem[] = items) => newsOf(from, days, quarter(text), knowledge);

test.each([
  ['2026-Q4', 4],
  ['2027q1', 1],
  [' 2026-q2 ', 2],
])('"%s" is a quarter', (text, number) => expect(parseQuarter(text)?.number).toBe(number));

test.each(['Q4', '2026-Q5', '2026', '1999-Q1', '2026-Q4x'])('"%s" is none', (text) =>
  expect(parseQuarter(text)).toBeNull(),
);

test.each([
  ['2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026-Q2', '2026-04-01', '2026-06-30'],
  ['2026-Q3', '2026-07-01', '2026-09-30'],
  ['2026-Q4', '2026-10-01', '2026-12-31'],
])('%s goes from %s to %s', (text, first, last) => expect(spanOf(quarter(text))).toEqual({ first, last }));

test('the days of the plan stand in their quarters', () => {
  const named = (text: string) => daysIn(days, quarter(text)).map((day) => day.id);
  expect(named('2027-Q1')).toEqual(['ngay-quoc-te-phu-nu']);
  expect(named('2027-Q2')).toEqual(['ngay-gia-dinh-viet-nam']);
  expect(named('2027-Q3')).toEqual([]);
  expect(named('2027-Q4')).toEqual(['ngay-phu-nu-viet-nam', 'thang-hanh-dong']);
});

describe('the items of a quarter', () => {
  const quarters = ['2026-Q4', '2027-Q1', '2027-Q2', '2027-Q3', '2027-Q4', '2028-Q1', '2028-Q2'];

  test.each(quarters)('%s has four different ones, those for its days first', (text) => {
    const ids = chosen(text).map((item) => item.id);
    expect(new Set(ids).size).toBe(4);
    const tied = chosen(text).flatMap((item) => item.day ?? []);
    expect(tied).toEqual(daysIn(days, quarter(text)).map((day) => day.id));
  });

  test('neighbouring quarters tell different things', () => {
    for (const [at, text] of quarters.slice(1).entries()) {
      const before = new Set(chosen(quarters[at] ?? '').map((item) => item.id));
      for (const item of chosen(text)) expect(before.has(item.id), `${text} ${item.id}`).toBe(false);
    }
  });

  test('nothing that rests on law which ends in the quarter, or begins in it', () => {
    const passing = (passage: string): NewsItem => ({
      id: 'x',
      title: '',
      text: '',
      passages: [passage],
      approved: null,
    });
    const ends = passing('11-2017-qh14/d7k2-den-2026-12-31');
    expect(chosen('2026-Q4', [ends])).toHaveLength(1);
    expect(chosen('2027-Q1', [ends])).toHaveLength(0);
    expect(chosen('2027-Q1', [passing('khong-co')])).toHaveLength(0);
  });
});

describe('an item or a day that is wrong is refused with file, line and mend', () => {
  const refusal = (file: string, text: string) => {
    try {
      loadNews(new Map([...content, [file, text]]), knowledge);
      return 'accepted';
    } catch (error) {
      return (error as Error).message;
    }
  };
  const text = 'Thưa bà con, trẻ em là người dưới 16 tuổi. '.repeat(8);
  const item = (more: Record<string, unknown> = {}) =>
    JSON.stringify([{ id: 'thu', title: 'Tin thử', text, passages: ['102-2016-qh13/d1'], approved: null, ...more }]);
  const day = (more: Record<string, unknown> = {}) =>
    JSON.stringify([
      {
        id: 'thu',
        name: 'Ngày thử',
        short: 'Ngày thử',
        from: '05-01',
        to: '05-02',
        passage: '102-2016-qh13/d1',
        ...more,
      },
    ]);

  test.each([
    [{}, /accepted/],
    [{ passages: ['khong-co'] }, /thu\.yaml:1: "passages" nêu "khong-co"/],
    [{ text: text.replaceAll('16', '17') }, /tin nói 17 mà/],
    [{ day: 'khong-co' }, /"day" nêu "khong-co"/],
    [{ id: 'goi-111' }, /tên "goi-111" đã dùng/],
    [{ approved: 'rồi' }, /mục "0\.approved"/],
  ])('item %o', (more, says) => expect(refusal('knowledge/news/zz-thu.yaml', item(more))).toMatch(says));

  test.each([
    [{}, /accepted/],
    [{ to: '04-01' }, /"to" đứng trước "from"/],
    [{ short: 'Ngày chống bạo lực' }, /"short" có chữ lộ/],
    [{ from: '13-01' }, /mục "0\.from"/],
    [{ passage: 'khong-co' }, /"passage" nêu "khong-co"/],
    [{ id: 'thang-hanh-dong' }, /tên "thang-hanh-dong" đã dùng/],
  ])('day %o', (more, says) => expect(refusal('knowledge/campaigns/days/zz-thu.yaml', day(more))).toMatch(says));
});
