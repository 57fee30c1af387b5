import { describe, expect, test } from 'vitest';
import { todays } from '../../src/core/daily.ts';
import { loadDaily } from '../../src/knowledge/daily.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { content, library, makeParts, updateOf } from '../fakes.ts';

const { knowledge } = library;
const { daily } = makeParts();
const on = (day: string) => todays(daily, knowledge, day);

describe('the thing told on a day', () => {
  test('is the same all day, another one the next, and none comes back within a month', () => {
    const month = Array.from({ length: 30 }, (_, at) => new Date(Date.UTC(2027, 3, 1 + at)).toISOString().slice(0, 10));
    expect(on(month[0] ?? '')).toEqual(on(month[0] ?? ''));
    expect(new Set(month.map((day) => on(day)?.fact.id)).size).toBe(30);
  });

  test.each([
    ['2027-03-08', 'mung-8-3'],
    ['2027-06-28', 'mung-28-6'],
    ['2027-10-20', 'mung-20-10'],
  ])('on %s is its own', (day, fact) => expect(on(day)).toMatchObject({ fact: { id: fact }, day: null }));

  test('in the month of action names the month, and on its edges too', () => {
    for (const day of ['2026-11-15', '2026-12-15']) expect(on(day)?.day?.id).toBe('thang-hanh-dong');
    for (const day of ['2026-11-14', '2026-12-16']) expect(on(day)?.day).toBeNull();
  });

  test('a day that an office adds outranks the month it lies in', () => {
    const own = { id: 'x', name: 'Ngày hội xã', short: 'Ngày hội xã', from: '11-20', to: '11-20', passage: '' };
    expect(todays({ ...daily, days: [...daily.days, own] }, knowledge, '2026-11-20')?.day?.id).toBe('x');
  });

  test('is none where nothing holds', () => {
    expect(todays({ facts: [], days: [] }, knowledge, '2026-11-20')).toBeNull();
    expect(on('1990-01-01')).toBeNull();
  });

  test('is asked for by a word or a button, cites its source, and never shows anything on a locked screen', async () => {
    const turn = makeTurn(makeParts());
    const reply = await turn(updateOf('điều hôm nay'));
    expect(reply).toMatchObject({ outcome: 'smalltalk', level: 'none', helpOffered: false });
    expect(reply.bubbles[0]).toMatch(/^Đang là Tháng hành động vì bình đẳng giới\.\nĐiều hôm nay: /);
    expect(reply.citations).toHaveLength(1);
    expect((await turn(updateOf({ kind: 'choice', choice: { kind: 'today' } }))).bubbles).toEqual(reply.bubbles);
  });
});

describe('a fact that is wrong is refused with file, line and mend', () => {
  const loaded = (more: Record<string, unknown>, today = '2026-11-24') => {
    const fact = {
      id: 'thu',
      text: 'Trẻ em là người dưới 16 tuổi.',
      passage: '102-2016-qh13/d1',
      approved: null,
      ...more,
    };
    try {
      const files = new Map([...content, ['knowledge/campaigns/facts/thu.yaml', JSON.stringify([fact])] as const]);
      return loadDaily(files, knowledge, daily.days, today).lapsed.join('\n') || 'accepted';
    } catch (error) {
      return (error as Error).message;
    }
  };
  test.each([
    [{}, /accepted/],
    [{ passage: 'khong-co' }, /thu\.yaml:1: "passage" nêu "khong-co"/],
    [{ text: 'Trẻ em là người dưới 17 tuổi.' }, /"text" nói 17/],
    [{ text: 'Đánh người là điều luật cấm, ai cũng vậy.' }, /lộ chuyện riêng/],
    [{ day: 'khong-co' }, /"day" nêu "khong-co"/],
    [{ place: 'Điều 99' }, /"place" nêu "Điều 99"/],
    [{ id: 'viec-nha-chung' }, /tên "viec-nha-chung" đã dùng/],
  ])('%o', (more, says) => expect(loaded(more)).toMatch(says));

  test('one whose law ended is told to the operator', () => {
    const ended = { passage: '11-2017-qh14/d7k2-den-2026-12-31', text: 'Hộ nghèo được trợ giúp pháp lý miễn phí.' };
    expect(loaded(ended, '2027-02-01')).toMatch(/thu\.yaml:1: điều "thu" dựa vào đoạn nay không còn hiệu lực/);
  });
});
