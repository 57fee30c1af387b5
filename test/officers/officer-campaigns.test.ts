import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { daily } from './campaigns.ts';
import { type OfficerHouse, type Owner, openOfficerHouse, setUp, type Visitor } from './house.ts';

let house: OfficerHouse;
let maker: Owner;
let second: Owner;
let reader: Owner;

beforeAll(async () => {
  house = await openOfficerHouse();
}, 300_000);
afterAll(() => house?.database.close());
beforeEach(async () => {
  await house.empty();
  maker = await setUp(house, 'mai.soan', 'editor');
  second = await setUp(house, 'lan.duyet', 'editor');
  reader = await setUp(house, 'hoa.so', 'analyst');
});

// The clock of the house stands on 26 November 2026.
const usual = { ngay: '2026-11-27', gio: '08:30', dieu: 'viec-nha', 'ten-ngay': '', 'nguoi-nhan': 'all' };
const words = daily.facts[0]?.text ?? '';
const plan = (fields: Record<string, string> = {}, by: Visitor = maker.browser) =>
  by.post('/chien-dich', { ...usual, ...fields });
const idOf = (to: string | null) => /chien-dich\/(\d+)/.exec(to ?? '')?.[1] ?? '';
const approve = (id: string, by: Visitor, shown = words) =>
  by.post('/chien-dich/duyet', { tin: id, [`loi-${id}`]: shown });
const stateOf = async (id: string) =>
  (await house.database.pool.query('select state from campaign where id = $1', [id])).rows[0]?.state;
const actions = async () => (await house.house.audit.read(50, null)).map(({ action }) => action);

describe('a message to subscribers', () => {
  test('is planned by one, shown as people see it, and approved by another', async () => {
    const id = idOf((await plan()).to);
    const shown = (await second.browser.get(`/chien-dich/${id}`)).text;
    expect(shown).toContain(words);
    expect(shown).toContain('Căn cứ');
    expect(shown).toContain('Thôi nhận tin');
    expect(await stateOf(id)).toBe('planned');
    expect((await approve(id, maker.browser)).status).toBe(400);
    expect(await stateOf(id)).toBe('planned');
    expect((await approve(id, second.browser)).status).toBe(303);
    expect(await stateOf(id)).toBe('approved');
    expect(await actions()).toEqual(expect.arrayContaining(['campaign-planned', 'campaign-approved']));
  });

  test('is not approved with other words than were seen, nor twice', async () => {
    const id = idOf((await plan()).to);
    expect((await approve(id, second.browser, 'lời khác')).status).toBe(400);
    expect(await stateOf(id)).toBe('planned');
    await approve(id, second.browser);
    expect((await approve(id, second.browser)).status).toBe(400);
  });

  test.each([
    ['a day that is over', { ngay: '2026-11-25' }],
    ['an hour that is over', { ngay: '2026-11-26', gio: '08:00' }],
    ['the night', { gio: '21:00' }],
    ['the early morning', { gio: '06:00' }],
    ['no day at all', { ngay: '2026-02-30' }],
    ['years ahead', { ngay: '2029-11-27' }],
    ['a fact that rests on law of the past', { dieu: 'cu' }],
    ['a fact that is none', { dieu: 'bia' }],
    ['the name of another day', { 'ten-ngay': 'Ngày Quốc tế Phụ nữ' }],
    ['a name made up', { 'ten-ngay': 'Ngày đánh nhau' }],
  ])('cannot be planned for %s', async (_, fields) => {
    const came = await plan(fields as Record<string, string>);
    expect(came.status).toBe(400);
    expect(came.text).toContain('role="alert"');
  });

  test('there is one a day; once it is stopped the day is free again', async () => {
    const id = idOf((await plan()).to);
    expect((await plan()).status).toBe(400);
    await second.browser.post(`/chien-dich/${id}/dung`);
    expect(await stateOf(id)).toBe('stopped');
    expect((await plan()).status).toBe(303);
    expect(await actions()).toContain('campaign-stopped');
  });

  test('a month of them is planned at once, without touching days that have one', async () => {
    await plan({ ngay: '2026-11-28' });
    const came = await maker.browser.post('/chien-dich/nhieu-ngay', {
      ngay: '2026-11-27',
      gio: '09:00',
      'so-ngay': '14',
    });
    expect(came.to).toBe('/can-bo/chien-dich?xong=nhieu-ngay&so=13');
    const { rows } = await house.database.pool.query(
      'select count(*)::int as n, count(distinct day)::int as days from campaign',
    );
    expect(rows[0]).toEqual({ n: 14, days: 14 });
    // All of them are shown, and one yes is enough for those that are ticked.
    const page = (await second.browser.get('/chien-dich')).text;
    expect(page.match(/name="tin"/g)).toHaveLength(14);
  });
});

describe('days of the year', () => {
  test('an editor adds one, a message may name it on that day only, and it can be taken away', async () => {
    expect((await maker.browser.post('/chien-dich/ngay', { ten: 'Ngày hội bản Mường', ngay: '27/11' })).status).toBe(
      303,
    );
    expect((await maker.browser.post('/chien-dich/ngay', { ten: 'Ngày hội bản Mường', ngay: '1/1' })).status).toBe(400);
    for (const bad of [
      { ten: 'Gọi 0912345678', ngay: '27/11' },
      { ten: 'Ngày chống bạo lực', ngay: '27/11' },
      { ten: 'Ngày hội', ngay: '31/2' },
      { ten: '', ngay: '27/11' },
    ])
      expect((await maker.browser.post('/chien-dich/ngay', bad)).status).toBe(400);
    expect((await plan({ ngay: '2026-11-28', 'ten-ngay': 'Ngày hội bản Mường' })).status).toBe(400);
    const id = idOf((await plan({ 'ten-ngay': 'Ngày hội bản Mường' })).to);
    expect((await second.browser.get(`/chien-dich/${id}`)).text).toContain('Đang là Ngày hội bản Mường.');
    const day = /chien-dich\/ngay\/(\d+)\/bo/.exec((await maker.browser.get('/chien-dich')).text)?.[1];
    expect((await maker.browser.post(`/chien-dich/ngay/${day}/bo`)).status).toBe(303);
    expect((await maker.browser.get('/chien-dich')).text).not.toContain('ngay/');
    expect(await actions()).toEqual(expect.arrayContaining(['campaign-day-added', 'campaign-day-dropped']));
  });
});

describe('what came of it', () => {
  const settled = async (counts: Record<string, number>, state = 'done') => {
    const id = idOf((await plan()).to);
    const set = Object.entries(counts).map(([name, n]) => `${name} = ${n}`);
    await house.database.pool.query(
      `update campaign set ${[`state = '${state}'`, "approved_by = 'x'", ...set].join(', ')}`,
    );
    return { id, text: (await reader.browser.get(`/chien-dich/${id}`)).text };
  };
  const figures = (text: string) => [...text.matchAll(/<dd>(\d+)<\/dd>/g)].map((found) => Number(found[1]));

  test('is told to who reads figures, without any count under five', async () => {
    const { text } = await settled({ planned: 214, sent: 200, gone: 12, uncertain: 2 });
    // Two are in no figure, also not in the sum: nothing can be reckoned back.
    expect(figures(text)).toEqual([200, 12, 212]);
  });

  test('few by themselves are pooled, or left out', async () => {
    expect(figures((await settled({ planned: 30, sent: 24, gone: 3, refused: 3 })).text)).toEqual([24, 6, 30]);
    await house.database.pool.query('delete from campaign');
    const few = await settled({ planned: 4, sent: 4 });
    expect(figures(few.text)).toEqual([]);
    expect(few.text).toContain('Dưới 5 người');
  });

  test('while it goes out only full fives are told', async () => {
    const { id, text } = await settled({ planned: 103, sent: 48, gone: 1 }, 'sending');
    expect(text).toMatch(/<progress[^>]*max="100" value="45"/);
    const live = JSON.parse((await reader.browser.get(`/chien-dich/${id}/tien-do`)).text);
    expect(live).toMatchObject({ state: 'sending', far: { done: 45, of: 100 } });
  });

  test('how many are subscribed is never told to the person', async () => {
    const add = (name: string, want: string) =>
      house.database.pool.query("insert into subscription values ($1, 'telegram', $2, '')", [name, want]);
    for (const at of [1, 2, 3]) await add(`a${at}`, 'days');
    for (const at of [1, 2, 3, 4, 5, 6, 7]) await add(`b${at}`, 'daily');
    const { text } = await reader.browser.get('/chien-dich');
    expect(text).toContain('<b>ít nhất 5</b>');
    expect(text).toContain('<b>dưới 5</b>');
  });
});
