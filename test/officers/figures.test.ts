import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fact } from '../../src/core/fact.ts';
import { roles } from '../../src/core/officers/role.ts';
import { conversationStore } from '../../src/postgres/conversations.ts';
import { countDays } from '../../src/postgres/measures/count-days.ts';
import { measureStore } from '../../src/postgres/measures/store.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { makeParts, updateOf } from '../fakes.ts';
import { emptyFigures, putFacts, talk, usual } from './facts.ts';
import { type OfficerHouse, openOfficerHouse, setUp, type Visitor } from './house.ts';

let house: OfficerHouse;
beforeAll(async () => {
  house = await openOfficerHouse();
});
afterAll(() => house.database.close());
beforeEach(() => emptyFigures(house));

const pages = ['', '/chu-de', '/chua-tra-loi', '/giup-do', '/gop-y', '/hoc', '/may'];

const put = (count: number, fact: Partial<Fact>, who?: string) => putFacts(house, count, fact, who);

/** The address of a table as CSV, for every table that a page links to. */
const filesOn = (page: string) =>
  [...page.matchAll(/href="\/can-bo(\/so-lieu[^"]*\/csv[^"]*)"/g)].map((found) =>
    (found[1] ?? '').replaceAll('&amp;', '&'),
  );

const october = '?tu=2026-10&den=2026-10';

describe('figures', () => {
  test('tell counts of five and more, hide the others, and leave them out of every total', async () => {
    await put(7, {});
    await put(3, { outcome: 'decline', topic: null, document: null });
    const { browser } = await setUp(house, 'so.lieu', 'analyst');
    const { text } = await browser.get(`/so-lieu${october}`);
    expect(text).toMatch(/Lượt hỏi<\/dt>\s*<dd><b class="value">7</);
    expect(text).toMatch(/Chưa trả lời được<\/dt>\s*<dd><b class="untold">dưới 5</);
    const csv = (await browser.get(`/so-lieu/csv${october}&bang=theo-kenh`)).text;
    expect(csv).toContain('Trang hỏi đáp,7,7,dưới 5,dưới 5');
  });

  test('tell what a model was used for, in full fives, and why its sentences were dropped, in shares', async () => {
    const { browser } = await setUp(house, 'so.lieu', 'analyst');
    const csv = (await browser.get(`/so-lieu/may/csv${october}&bang=mo-hinh`)).text;
    expect(csv).toContain('Hạn mức token đã dùng hôm nay,90 %');
    expect(csv).toContain('Lần gọi,40');
    expect(csv).toMatch(/Câu bị bỏ: số không có trong đoạn,"?25 ?%|Câu bị bỏ: số không có trong đoạn,0[.,]25/);
    expect(csv).toContain('Câu trả lời bằng lời của mô hình,dưới 5');
  });

  test('hold no count from one to four in any file, whatever months and channel are asked for', async () => {
    for (const [at, channel] of (['web', 'telegram', 'zalo-oa'] as const).entries())
      for (const [month, day] of ['2026-09-04', '2026-10-05', '2026-11-06'].entries()) {
        const bucket = new Date(`${day}T03:00:00Z`);
        for (let topic = 0; topic < 6; topic++)
          await put(1 + ((at + topic * 3 + month * 5) % 9), { bucket, channel, topic: `muc-${topic}` });
        await put(2 + ((at * 4 + month) % 7), { bucket, channel, outcome: 'help', level: 'support', help: 'physical' });
        await put(1 + ((at * 2 + month) % 5), { bucket, channel, outcome: 'decline', topic: null });
      }
    const { browser } = await setUp(house, 'so.lieu', 'analyst');
    let files = 0;
    for (const months of [
      'tu=2026-09&den=2026-09',
      'tu=2026-10&den=2026-10',
      'tu=2026-09&den=2026-10',
      'tu=2026-11&den=2026-11',
    ])
      for (const channel of ['', 'web', 'telegram', 'zalo-oa'])
        for (const page of pages.filter((one) => one !== '/may')) {
          const { text } = await browser.get(`/so-lieu${page}?${months}&kenh=${channel}`);
          for (const file of filesOn(text)) {
            files++;
            const csv = await browser.get(file);
            expect(csv.status).toBe(200);
            expect([file, csv.text.match(/(?<=,)[1-4](?=[,\r])/g)]).toEqual([file, null]);
          }
        }
    expect(files).toBeGreaterThan(100);
  });

  test('of a month that is not over come in full fives', async () => {
    await put(13, { bucket: new Date('2026-11-20T03:00:00Z') });
    const { browser } = await setUp(house, 'so.lieu', 'analyst');
    const { text } = await browser.get('/so-lieu');
    expect(text).toMatch(/Lượt hỏi<\/dt>\s*<dd><b class="value">10</);
    expect(text).toContain('kỳ này chưa hết');
  });

  test('stand on the first page of whoever may see them, and nobody else’s', async () => {
    for (const role of roles) {
      const { browser } = await setUp(house, `nguoi.${role}`, role);
      expect((await browser.get('')).text.includes('Lượt hỏi')).toBe(role !== 'case-worker');
    }
  });
});

describe('people', () => {
  const pseudonyms = async () =>
    (await house.database.pool.query('select level, learned, pseudonym from fact order by id')).rows;

  test('are known for a day, those who learn for a month, and whoever tells of harm not at all', async () => {
    const store = conversationStore(house.database.pool);
    const turn = (fact: Partial<Fact>) =>
      store.record({ contact: 'mot-nguoi', next: talk, fact: { ...usual, ...fact } }, talk.seenAt);
    const nextDay = new Date('2026-10-06T03:00:00Z');
    const learned = { what: 'path', asked: 3, before: 1, right: 2 } as const;
    await turn({ knownFor: 'day' });
    await turn({ knownFor: 'day' });
    await turn({ knownFor: 'day', bucket: nextDay });
    await turn({ level: 'concern', help: 'unsaid' });
    await turn({ knownFor: 'month', learned });
    await turn({ knownFor: 'month', learned, bucket: nextDay });
    const [first, second, later, harm, path, again] = await pseudonyms();
    expect(second.pseudonym).toBe(first.pseudonym);
    expect(later.pseudonym).not.toBe(first.pseudonym);
    expect(harm.pseudonym).toBeNull();
    expect(again.pseudonym).toBe(path.pseudonym);
    expect(JSON.stringify(await pseudonyms())).not.toContain('mot-nguoi');
    await countDays(house.database.pool, new Date('2026-10-09T03:00:00Z'));
    expect((await pseudonyms()).map((one) => one.pseudonym === null)).toEqual([true, true, true, true, false, false]);
    const keys = await house.database.pool.query('select time from fact_key');
    expect(keys.rows).toEqual([{ time: '2026-10' }]);
    await countDays(house.database.pool, new Date('2026-11-09T03:00:00Z'));
    expect((await house.database.pool.query('select from fact_key')).rows).toEqual([]);
  });

  test('a turn in a talk that told of harm ties nobody to it', async () => {
    const facts: Fact[] = [];
    const parts = makeParts();
    const { record } = parts.conversations;
    parts.conversations.record = async (turn, now) => {
      facts.push(turn.fact);
      await record(turn, now);
    };
    const turn = makeTurn(parts);
    for (const words of [
      'tuổi nghỉ hưu của nữ là bao nhiêu',
      'chồng tôi đánh tôi gãy tay',
      'tuổi nghỉ hưu của nữ là bao nhiêu',
    ])
      await turn(updateOf(words));
    expect(facts.map((one) => [one.level === 'none', one.knownFor])).toEqual([
      [true, 'day'],
      [false, undefined],
      [expect.any(Boolean), undefined],
    ]);
    expect(facts[1]?.help).toBe('physical');
  });

  test('counting again adds nothing', async () => {
    await put(6, { knownFor: 'day' });
    const store = measureStore(house.database.pool);
    const now = new Date('2026-11-09T03:00:00Z');
    const [before] = await store.months(['2026-10'], now);
    await countDays(house.database.pool, now);
    await countDays(house.database.pool, new Date('2026-11-10T03:00:00Z'));
    const [after] = await measureStore(house.database.pool).months(['2026-10'], now);
    expect(after).toEqual(before);
    expect(before?.people).toEqual([{ channel: 'web', n: 5 }]);
  });
});

describe('questions without an answer', () => {
  const asked = (people: number, term: string) =>
    put(people, {
      outcome: 'decline',
      topic: null,
      document: null,
      knownFor: 'day',
      unanswered: { terms: [term], nearest: 'gan' },
    });

  test('are told from three people on, in terms of the knowledge, with the nearest card', async () => {
    await asked(2, 'hộ chiếu');
    await asked(3, 'học phí');
    const { browser } = await setUp(house, 'so.lieu', 'editor');
    const { text } = await browser.get(`/so-lieu/chua-tra-loi${october}`);
    expect(text).toContain('học phí');
    expect(text).toContain('Mục gan');
    expect(text).toContain('/can-bo/noi-dung/the/moi');
    expect(text).not.toContain('hộ chiếu');
    const reader = await setUp(house, 'chi.xem', 'analyst');
    expect((await reader.browser.get(`/so-lieu/chua-tra-loi${october}`)).text).not.toContain('/can-bo/noi-dung');
  });
});

describe('nobody’s words', () => {
  const planted = 'zumkhoaix';
  const frames = [
    `tuổi nghỉ hưu của ${planted} là bao nhiêu`,
    `${planted} chồng tôi đánh tôi`,
    `xin hỏi học phí trường ${planted}`,
    `chào bạn mình là ${planted}`,
    `${planted}`,
    `chị ${planted} ở xã ${planted} có được trợ cấp thất nghiệp không`,
    `mức phạt khi ${planted} đánh vợ`,
  ];

  /** Everything that the pages of figures give out. */
  async function givenOut(browser: Visitor): Promise<string> {
    const out: string[] = [];
    for (const page of [...pages, '/kho'])
      for (const months of ['', october]) {
        const { text } = await browser.get(`/so-lieu${page}${months}`);
        out.push(text);
        for (const file of filesOn(text)) out.push((await browser.get(file)).text);
        const workbook = await house.app.request(`https://tinh.example/can-bo/so-lieu${page}/xlsx${months}`, {
          headers: { cookie: browser.cookie() ?? '' },
        });
        for (const part of Object.values(unzipSync(new Uint8Array(await workbook.arrayBuffer()))))
          out.push(strFromU8(part));
      }
    return out.join('\n').toLowerCase();
  }

  test('a word planted in a thousand messages is in no fact, page or file', async () => {
    const { pool } = house.database;
    const parts = makeParts({ conversations: conversationStore(pool), now: house.clock.now });
    const turn = makeTurn(parts);
    for (let at = 0; at < 1_000; at++)
      await turn(updateOf(frames[at % frames.length] ?? planted, `test:${Math.floor(at / 3)}`));
    const { rows } = await pool.query('select * from fact');
    expect(rows).toHaveLength(1_000);
    expect(JSON.stringify(rows).toLowerCase()).not.toContain(planted);
    await countDays(pool, new Date(house.clock.now().getTime() + 40 * 86_400_000));
    const { browser } = await setUp(house, 'so.lieu', 'analyst');
    expect(await givenOut(browser)).not.toContain(planted);
    // Control: were it ever kept as a topic, this would find it.
    await put(9, { topic: planted });
    await pool.query("update fact set bucket = '2026-10-05T03:00:00Z' where topic = $1", [planted]);
    await pool.query(
      "truncate fact_month, kind_day, people_day, term_day; update fact_counted set until = '2026-08-01'",
    );
    house.figures.store = measureStore(pool);
    expect(await givenOut(browser)).toContain(planted);
  }, 300_000);
});
