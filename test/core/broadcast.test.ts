import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { render } from '../../src/channels/telegram/render.ts';
import { isDayName, planned } from '../../src/core/broadcast/campaign.ts';
import { newsWishOf } from '../../src/core/broadcast/heard.ts';
import { Pacer } from '../../src/core/broadcast/pacer.ts';
import { series } from '../../src/core/broadcast/series.ts';
import { bareWords } from '../../src/core/decide.ts';
import { isDiscreet } from '../../src/core/discreet.ts';
import { pushed } from '../../src/turn/push.ts';
import { library, makeParts, replies } from '../fakes.ts';

const wish = (message: string) => newsWishOf(message, bareWords(message));

describe('what a message wishes of the news', () => {
  test.each(['nhận tin', 'đăng ký nhận tin', 'cho mình nhận tin mỗi ngày nhé', 'em muon nhan tin', 'gửi tin cho em'])(
    '"%s" asks for them',
    (message) => expect(wish(message)).toBe('news'),
  );
  test.each([
    'thôi nhận tin',
    'thoi nhan tin',
    'dừng nhận tin',
    'đừng gửi tin nữa',
    'không nhận tin nữa',
    'không muốn nhận tin nữa',
    'tắt tin',
    'huỷ đăng ký',
    'dung gui tin cho em nua',
  ])('"%s" ends them', (message) => expect(wish(message)).toBe('news-off'));
  test.each(['dừng', 'Dừng.', 'DỪNG', 'stop', 'hủy', 'ngừng'])('"%s" ends a game first, else them', (message) =>
    expect(wish(message)).toBe('halt'),
  );
  test.each([
    'đúng',
    'dung',
    'đừng',
    'không tin',
    'nhắn tin',
    'gửi tin nhắn cho chồng',
    'chồng em không cho nhắn tin',
    'tin nhắn đe dọa thì làm sao',
    'đừng đánh nữa',
    'thôi',
    'nhận tiền thai sản',
    'không nhận con',
  ])('"%s" wishes nothing of them', (message) => expect(wish(message)).toBeNull());
});

describe('the pace', () => {
  /** Sends as fast as it may for a while, over a line on which a message and its answer take as long as `way` says. */
  function run(perSecond: number, forMs: number, way: (nth: number) => { there: number; back: number; halt: number }) {
    const pacer = new Pacer(perSecond);
    const arrived: number[] = [];
    let answers: Array<{ at: number; flight: ReturnType<Pacer['take']> }> = [];
    for (let at = 0, nth = 0; at < forMs; ) {
      for (const one of answers.filter((answer) => answer.at <= at)) pacer.heard(one.flight, one.at);
      answers = answers.filter((answer) => answer.at > at);
      for (let left = pacer.free(at); left > 0; left--) {
        const { there, back } = way(++nth);
        arrived.push(at + there);
        answers.push({ at: at + there + back, flight: pacer.take() });
      }
      const nextAnswer = Math.min(...answers.map((answer) => answer.at)) - at;
      at += way(nth).halt + Math.max(1, Math.min(pacer.waitMs(at), nextAnswer));
    }
    return arrived.sort((a, b) => a - b);
  }

  test('never lets more arrive in a second than is allowed, whatever the line and the machine do', () => {
    const ms = (max: number) => fc.array(fc.integer({ min: 0, max }), { minLength: 50, maxLength: 50 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), ms(80), ms(80), ms(40), (perSecond, there, back, halts) => {
        const at = (all: number[], nth: number) => all[nth % all.length] ?? 0;
        const arrived = run(perSecond, 5_000, (nth) => ({
          there: at(there, nth),
          back: at(back, nth * 7),
          halt: at(halts, nth * 3),
        }));
        // Any message and the one after as many as are allowed lie a second apart.
        for (let nth = perSecond; nth < arrived.length; nth++)
          expect((arrived[nth] ?? 0) - (arrived[nth - perSecond] ?? 0)).toBeGreaterThanOrEqual(1_000);
      }),
      { numRuns: 40 },
    );
  });

  test.each([25, 100, 300])('at %s a second comes close to what is allowed', (perSecond) => {
    const arrived = run(perSecond, 30_000, (nth) => ({ there: 2 + (nth % 5), back: 2 + (nth % 3), halt: 0 }));
    expect(arrived.length / 30 / perSecond).toBeGreaterThan(0.97);
  });
});

const now = new Date('2026-11-26T01:00:00Z');
const { daily } = makeParts();
const plan = {
  day: '2026-12-01',
  time: '08:30',
  audience: 'all',
  dayName: null,
  fact: daily.facts[0]?.id ?? '',
} as const;

describe('a plan', () => {
  test('stands with its hours in the province', () => {
    expect(planned(plan, daily.facts, daily.hours, now)).toMatchObject({
      startsAt: new Date('2026-12-01T01:30:00Z'),
      endsAt: new Date('2026-12-01T13:00:00Z'),
      words: daily.facts[0]?.text,
    });
  });

  test.each([
    ['day', { day: '2026-02-30' }],
    ['past', { day: '2026-11-26', time: '08:00' }],
    ['far', { day: '2028-01-01' }],
    ['hours', { time: '20:00' }],
    ['hours', { time: '7:30' }],
    ['fact', { fact: 'none' }],
    ['day-name', { dayName: 'Gọi 113 ngay' }],
  ])('is refused for its %s', (why, change) => {
    expect(planned({ ...plan, ...change }, daily.facts, daily.hours, now)).toBe(why);
  });

  test.each(['Ngày hội bản Mường', 'Tuần lễ 5/6'])('"%s" may stand on a locked screen', (name) =>
    expect(isDayName(name)).toBe(true),
  );
  test.each(['', 'a', 'Ngày chống bạo lực', '0912345678', 'www.x.vn', 'x'.repeat(61)])('"%s" may not', (name) =>
    expect(isDayName(name)).toBe(false),
  );
});

test('every message a year can bring is harmless on a locked screen, has a source, a way out, and fits one message', () => {
  const words = { lead: 'LEAD', sourceLines: (cites: unknown[]) => cites.map(() => 'nguồn') };
  const plans = series('2026-11-27', 365, '08:30', daily, library.knowledge);
  expect(plans).toHaveLength(365);
  expect(plans.filter(({ audience }) => audience === 'all').map(({ day }) => day.slice(5))).toEqual([
    '03-08',
    '06-28',
    '10-20',
    '11-15',
  ]);
  for (const one of plans) {
    const text = daily.facts.find(({ id }) => id === one.fact)?.text ?? '';
    const reply = pushed({ ...one, words: text }, { facts: daily.facts, knowledge: library.knowledge, replies });
    if (!reply) throw new Error(one.day);
    expect(reply.citations, one.day).toHaveLength(1);
    const messages = render(reply, words);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text.startsWith('LEAD'), one.day).toBe(false);
    expect(isDiscreet(messages[0]?.text ?? ''), one.day).toBe(true);
    expect(messages[0]?.buttons.flat().map(({ callback_data }) => callback_data)).toEqual(['news-off']);
    expect(messages[0]?.text).toContain('thôi nhận tin');
  }
});

test('a fact that changed since it was approved, or whose law ended, is not sent', () => {
  const parts = { facts: daily.facts, knowledge: library.knowledge, replies };
  const one = { ...plan, words: daily.facts[0]?.text ?? '' };
  expect(pushed(one, parts)).not.toBeNull();
  expect(pushed({ ...one, words: 'lời khác' }, parts)).toBeNull();
  expect(pushed({ ...one, fact: 'none' }, parts)).toBeNull();
  expect(pushed({ ...one, day: '1990-01-01' }, parts)).toBeNull();
});
