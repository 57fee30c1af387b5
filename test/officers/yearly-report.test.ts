import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fact } from '../../src/core/fact.ts';
import { conversationStore } from '../../src/postgres/conversations.ts';
import { measureStore } from '../../src/postgres/measures/store.ts';
import { runYearlyReport } from '../../src/report/command.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { makeParts, updateOf } from '../fakes.ts';
import { emptyFigures, putFacts, usual } from './facts.ts';
import { type OfficerHouse, openOfficerHouse, setUp, type Visitor } from './house.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-report-'));
let house: OfficerHouse;
beforeAll(async () => {
  house = await openOfficerHouse();
});
afterAll(async () => {
  await house.database.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => emptyFigures(house));

const told: Partial<Fact> = { outcome: 'help', level: 'support', topic: 'help', document: null };

const put = (count: number, fact: Partial<Fact>) => putFacts(house, count, fact);

async function download(browser: Visitor, year: string): Promise<Buffer | null> {
  const response = await house.app.request(`https://tinh.example/can-bo/bao-cao-nam/docx?nam=${year}`, {
    headers: { cookie: browser.cookie() ?? '' },
  });
  return response.status === 200 ? Buffer.from(await response.arrayBuffer()) : null;
}

/** The document as Word's own reader would find its words and its structure. */
async function opened(document: Buffer | null) {
  if (document === null) throw new Error('no report');
  const { value: words } = await mammoth.extractRawText({ buffer: document });
  const { value: html, messages } = await mammoth.convertToHtml({ buffer: document });
  const parts = unzipSync(new Uint8Array(document));
  const page = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const all = Object.values(parts).map((part) => strFromU8(part));
  return { words, html, messages, page, all: all.join('\n') };
}

describe('the yearly report', () => {
  test('opens as an official document with the figures, and without those that are too few', async () => {
    await put(12, { ...told, help: 'physical' });
    await put(3, { ...told, help: 'sexual' });
    await put(8, {});
    const { browser } = await setUp(house, 'so.lieu', 'analyst');
    const { words, html, messages, page } = await opened(await download(browser, '2026'));
    expect(messages).toEqual([]);
    for (const one of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: ……/BC-……',
      'BÁO CÁO',
      'Kính gửi:',
      'Nơi nhận:',
      'trước ngày 30/11/2026',
    ])
      expect(words).toContain(one);
    expect(html).toMatch(/Lượt được chỉ nơi giúp đỡ<\/p><\/td><td><p>12</);
    expect(html).toMatch(/Đánh đập, hành hạ<\/p><\/td>(?:<td[^>]*>(?:<p><\/p>)?<\/td>)*<td><p>12</);
    expect(words).not.toContain('Xâm hại tình dục');
    expect(words).not.toContain('SỐ LIỆU GIẢ');
    // A4 with the margins of decree 30, in twentieths of a point.
    expect(page).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(page).toMatch(/w:left="1701"/);
  });

  test('has no count from one to four in any cell', async () => {
    for (let kind = 1; kind < 10; kind++) {
      await put(kind, { topic: `muc-${kind}`, document: `so-${kind % 4}` });
      await put(kind, { ...told, channel: kind % 2 === 0 ? 'telegram' : 'web', help: kind > 5 ? 'child' : 'online' });
      await put(kind % 6, { outcome: 'decline', topic: null, document: null, channel: 'telegram' });
    }
    const { browser } = await setUp(house, 'so.lieu', 'analyst');
    const { html } = await opened(await download(browser, '2026'));
    const figures = html.slice(0, html.indexOf('Số điện thoại giúp đỡ trong danh bạ'));
    expect(figures).toContain('dưới 5');
    expect(figures.match(/<td><p>[1-4]<\/p>/g)).toBeNull();
  });

  test('holds nobody’s words', async () => {
    const planted = 'zumkhoaix';
    const turn = makeTurn(
      makeParts({ conversations: conversationStore(house.database.pool), now: () => usual.bucket }),
    );
    const frames = [
      `tuổi nghỉ hưu của ${planted} là bao nhiêu`,
      `${planted} chồng tôi đánh tôi`,
      `xin hỏi học phí trường ${planted}`,
    ];
    for (let at = 0; at < 45; at++) await turn(updateOf(frames[at % 3] ?? planted, `test:${at}`));
    const { browser } = await setUp(house, 'so.lieu', 'analyst');
    const { all, html } = await opened(await download(browser, '2026'));
    expect(html).toMatch(/Lượt được chỉ nơi giúp đỡ<\/p><\/td><td><p>15</);
    expect(all.toLowerCase()).not.toContain(planted);
    // Control: were it ever kept as a topic, this would find it.
    await put(9, { topic: planted });
    await house.database.pool.query(
      "truncate fact_month, kind_day, people_day, term_day; update fact_counted set until = '2026-08-01'",
    );
    house.figures.store = measureStore(house.database.pool);
    expect((await opened(await download(browser, '2026'))).all).toContain(planted);
  });

  test('says on its first line when the figures are invented', async () => {
    await put(9, {});
    await house.database.pool.query('update fact_counted set demo = true');
    const { browser } = await setUp(house, 'so.lieu', 'analyst');
    expect((await opened(await download(browser, '2026'))).words).toMatch(/^\s*SỐ LIỆU GIẢ ĐỂ XEM THỬ/);
    expect((await browser.get('/bao-cao-nam')).text).toContain('Số liệu giả');
  });

  test('is there for this year and two before, no other; the page tells until when', async () => {
    const { browser } = await setUp(house, 'so.lieu', 'analyst');
    const { text } = await browser.get('/bao-cao-nam');
    expect(text).toContain('Hạn gửi là trước ngày 30/11/2026. Còn 3 ngày.');
    expect([...text.matchAll(/<option value="(\d+)"/g)].map((one) => one[1])).toEqual(['2026', '2025', '2024']);
    for (const year of ['', '2027', '2023', 'x']) expect(await download(browser, year)).toBeNull();
    expect(await download(browser, '2025')).not.toBeNull();
  });
});

describe('npm run yearly-report', () => {
  const run = async (...args: string[]) => {
    let said = '';
    let closed = 0;
    const open = async () => ({
      figures: house.figures,
      close: async () => {
        closed++;
      },
    });
    await runYearlyReport(args, open, house.clock.now(), (text) => {
      said += text;
    });
    expect(closed).toBe(1);
    return said;
  };

  test('writes what the page gives', async () => {
    await put(11, { ...told, help: 'physical' });
    const file = join(folder, 'bao-cao.docx');
    expect(await run('--year', '2026', '--out', file)).toContain('Đã ghi báo cáo năm 2026');
    const { browser } = await setUp(house, 'so.lieu', 'analyst');
    const { words } = await opened(await download(browser, '2026'));
    expect((await opened(readFileSync(file))).words).toBe(words);
    await expect(run('--year', '2026', '--out', file)).rejects.toThrow(/đã có/);
  });

  test.each([
    [['--year', '2027', '--out', 'a.docx'], /2026, 2025, 2024/],
    [['--year', '2026', '--out', 'a.pdf'], /\.docx/],
    [['--year', '2026', '--out', join(folder, 'khong', 'co', 'a.docx')], /Không ghi được tệp/],
  ])('%j is refused with what to do', async (args, says) => {
    await expect(run(...args)).rejects.toThrow(says);
    expect(existsSync('a.docx')).toBe(false);
  });
});
