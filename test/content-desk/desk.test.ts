import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fieldsOf, typedOf } from '../../src/core/content/fields.ts';
import type { ContentKind, ItemBody } from '../../src/core/content/item.ts';
import { updateOf } from '../fakes.ts';
import { type Owner, setUp } from '../officers/house.ts';
import { bodyOf, openContentHouse } from './house.ts';

// Knowledge is read anew again and again: long on a slow machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let house: Awaited<ReturnType<typeof openContentHouse>>;
let lan: Owner;
let mai: Owner;
let admin: Owner;

beforeAll(async () => {
  house = await openContentHouse();
});
afterAll(() => house?.close());
beforeEach(async () => {
  await house.empty();
  house.live.day.now = '2026-11-26';
  admin = await setUp(house, 'quan.tri', 'admin');
  lan = await setUp(house, 'lan.soan', 'editor');
  mai = await setUp(house, 'mai.soan', 'editor');
});

const here = '/noi-dung/the/tuoi-ket-hon';
const card = { kind: 'card', id: 'tuoi-ket-hon' } as const;
const said = 'Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi. Câu này vừa sửa ở bàn biên tập.';

/** What a browser sends of the form for a body. */
function formOf(kind: ContentKind, body: ItemBody, seen: number, more: Record<string, string> = {}) {
  const typed = Object.fromEntries(fieldsOf(kind).map((field) => [field.path, typedOf(body, field)]));
  return { ...typed, seen: String(seen), lam: 'luu', ...more };
}

const edited = (change: ItemBody, seen = 0, more: Record<string, string> = {}) =>
  formOf('card', { ...bodyOf(card), ...change }, seen, more);
const told = async (question = 'bao nhiêu tuổi được kết hôn') => (await house.turn(updateOf(question))).bubbles[0];
const actions = async () =>
  (await house.house.audit.read(50, null)).map(({ action, subject }) => `${action} ${subject}`);

/** Saves, offers and publishes a card. */
async function published(say = said): Promise<void> {
  const version = (await house.content.view(card))?.whole?.version ?? 0;
  await lan.browser.post(`${here}/sua`, edited({ say }, version));
  await lan.browser.post(`${here}/gui`, { seen: String(version + 1) });
  const came = await mai.browser.post(`${here}/duyet`, { seen: String(version + 2) });
  expect([came.status, came.to]).toEqual([303, `/can-bo${here}?xong=duyet`]);
}

describe('a card', () => {
  test('goes from draft to a second person to people, and back again, each step in the log', async () => {
    expect((await lan.browser.get(`${here}/sua`)).text).toContain('Người ta hỏi thế nào');
    const looked = await lan.browser.post(`${here}/sua`, edited({ say: said }, 0, { lam: 'xem' }));
    expect(looked.text).toContain('Người dân sẽ thấy');
    expect(looked.text).toContain(said);
    expect((await lan.browser.post(`${here}/sua`, edited({ say: said }))).to).toContain('xong=luu');
    expect(await told()).not.toBe(said);
    // A draft that was not offered cannot be published, nor one by its own writer.
    expect((await mai.browser.post(`${here}/duyet`, { seen: '1' })).status).toBe(409);
    await lan.browser.post(`${here}/gui`, { seen: '1' });
    expect((await lan.browser.post(`${here}/duyet`, { seen: '2' })).text).toContain(
      'Người duyệt phải là một người khác',
    );
    const page = (await admin.browser.get(here)).text;
    expect(page).toContain('<ins>');
    expect((await admin.browser.post(`${here}/duyet`, { seen: '2' })).to).toContain('xong=duyet');
    expect(await told()).toBe(said);
    const history = (await mai.browser.get(here)).text;
    expect(history).toContain('người duyệt: quan.tri');
    expect((await mai.browser.post(`${here}/lay-lai`, { lan: '0' })).to).toContain('xong=lay-lai');
    expect(await told()).not.toBe(said);
    expect((await actions()).slice(0, 4)).toEqual([
      'content-taken-back card/tuoi-ket-hon',
      'content-published card/tuoi-ket-hon',
      'content-offered card/tuoi-ket-hon',
      'content-drafted card/tuoi-ket-hon',
    ]);
    expect(await house.house.audit.verify()).toMatchObject({ kind: 'whole' });
  });

  test('that breaks a rule of the files is told what to mend, and cannot be published', async () => {
    const wrong: Array<[change: ItemBody, mend: string]> = [
      [{ say: 'Phạt 987 triệu đồng.' }, 'nói số 987'],
      [{ say: 'a'.repeat(501) }, 'ô “Câu trả lời”: câu trả lời dài quá 500 ký tự'],
      [{ cite: [{ document: '52/2014/QH13', locator: 'Điều 999' }] }, 'Điều 999'],
      [{ ask: ['một câu', 'hai câu'] }, 'cần ít nhất 4 cách hỏi'],
      [{ ask: [...(bodyOf({ kind: 'card', id: 'chui-mang-hang-ngay' }).ask as string[])] }, 'đã có ở'],
      [{ more: 'Gọi 0987 654 321.' }, 'nói số 987, 654, 321'],
    ];
    for (const [at, [change, mend]] of wrong.entries()) {
      const { text } = await lan.browser.post(`${here}/sua`, edited(change, at, { lam: 'xem' }));
      expect(text, mend).toContain(mend);
      await lan.browser.post(`${here}/sua`, edited(change, at));
    }
    await lan.browser.post(`${here}/gui`, { seen: '6' });
    const came = await mai.browser.post(`${here}/duyet`, { seen: '7' });
    expect([came.status, came.text.includes('nói số 987, 654, 321')]).toEqual([409, true]);
    expect(house.live.current().over).toEqual([]);
  });

  test('saved by two at once: the second is told and sees both', async () => {
    await lan.browser.post(`${here}/sua`, edited({ say: 'Câu của Lan.' }));
    const second = await mai.browser.post(`${here}/sua`, edited({ say: 'Câu của Mai.' }));
    expect(second.status).toBe(409);
    expect(second.text).toContain('lan.soan vừa lưu một bản khác');
    expect(second.text).toMatch(/<del>.*Lan/s);
    expect(second.text).toMatch(/<ins>.*Mai/s);
    // Having seen it, the second may save over it.
    expect(second.text).toContain('name="seen" value="1"');
    expect((await mai.browser.post(`${here}/sua`, edited({ say: 'Câu của Mai.' }, 1))).status).toBe(303);
    const draft = (await house.content.view(card))?.whole;
    expect([draft?.body.say, draft?.authors]).toEqual(['Câu của Mai.', ['lan.soan', 'mai.soan']]);
  });

  test('published meanwhile by others: the old draft is held back until somebody looked at both', async () => {
    await published();
    await lan.browser.post(`${here}/sua`, edited({ say: `${said} Thêm.` }));
    await mai.browser.post(`${here}/lay-lai`, { lan: '0' });
    await lan.browser.post(`${here}/gui`, { seen: '1' });
    expect((await admin.browser.post(`${here}/duyet`, { seen: '2' })).text).toContain('Bản đang dùng đã đổi');
    expect((await lan.browser.get(`${here}/sua`)).text).toContain('So hai bản');
    await lan.browser.post(`${here}/sua`, edited({ say: `${said} Thêm.` }, 2));
    await lan.browser.post(`${here}/gui`, { seen: '3' });
    expect((await admin.browser.post(`${here}/duyet`, { seen: '4' })).status).toBe(303);
    expect(await told()).toBe(`${said} Thêm.`);
  });

  test('that is new answers questions nobody could answer, and ends on its day', async () => {
    const body = {
      ask: [
        'phơi thóc ở sân nhà văn hóa có được không',
        'phoi thoc o san nha van hoa',
        'sân nhà văn hóa phơi thóc',
        'phơi lúa nhà văn hóa',
      ],
      say: 'Hỏi trưởng thôn trước khi phơi.',
      cite: [{ document: '52/2014/QH13', locator: 'Điều 8' }],
    };
    const form = { ...formOf('card', body, 0), ma: 'phoi-thoc', tep: 'knowledge/answers/thu-tuc.yaml' };
    expect((await lan.browser.post('/noi-dung/the/moi', { ...form, ma: 'tuoi-ket-hon' })).text).toContain(
      'Mã này đã dùng',
    );
    expect((await lan.browser.post('/noi-dung/the/moi', { ...form, ma: 'Có Dấu' })).text).toContain('Mã chỉ gồm');
    const odd = { ...form, say: 'Hỏi\u0000 trưởng thôn\u0007 trước khi phơi.', 'tu-ngay': '2026-13-45', lam: 'xem' };
    expect((await lan.browser.post('/noi-dung/the/moi', odd)).text).toContain('Bản này đúng mẫu');
    expect((await lan.browser.post('/noi-dung/the/moi', form)).to).toContain('/noi-dung/the/phoi-thoc');
    await lan.browser.post('/noi-dung/the/phoi-thoc/gui', { seen: '1' });
    await mai.browser.post('/noi-dung/the/phoi-thoc/duyet', { seen: '2' });
    expect(await told(body.ask[0])).toBe(body.say);
    await mai.browser.post('/noi-dung/the/phoi-thoc/lay-lai', { lan: '0' });
    expect(await told(body.ask[0])).not.toBe(body.say);
  });

  test('waits for its day, and nothing else goes past it', async () => {
    await lan.browser.post(`${here}/sua`, edited({ say: said }, 0, { 'tu-ngay': '2026-12-01' }));
    await lan.browser.post(`${here}/gui`, { seen: '1' });
    await mai.browser.post(`${here}/duyet`, { seen: '2' });
    expect(await told()).not.toBe(said);
    expect((await lan.browser.get(here)).text).toContain('dùng từ ngày 01/12/2026');
    await lan.browser.post(`${here}/sua`, edited({ say: 'Nam 20, nữ 18.' }));
    await lan.browser.post(`${here}/gui`, { seen: '1' });
    expect((await mai.browser.post(`${here}/duyet`, { seen: '2' })).text).toContain('chờ tới ngày');
    house.live.day.now = '2026-12-01';
    await house.live.refresh();
    expect(await told()).toBe(said);
  });
});

describe('a service', () => {
  const line = '/noi-dung/noi-giup/cap-cuu-115';
  const key = { kind: 'service', id: 'cap-cuu-115' } as const;

  test('called today: the directory knows; not answered: it is only noted', async () => {
    expect((await lan.browser.post(`${line}/da-goi`, { nghe: 'khong' })).status).toBe(303);
    expect((await house.content.view(key))?.now).toMatchObject({ lastTestCall: null });
    expect((await lan.browser.get(line)).text).toContain('Từ đó đã gọi 1 lần không ai nghe');
    await lan.browser.post(`${line}/da-goi`, { nghe: 'co' });
    const service = house.live.current().words.directory.services.find(({ id }) => id === key.id);
    expect(service).toMatchObject({ lastTestCall: '2026-11-26', testedBy: 'Biên tập nội dung' });
    expect((await actions()).slice(0, 2)).toEqual([
      'content-called service/cap-cuu-115',
      'content-not-answered service/cap-cuu-115',
    ]);
  });

  test('a lifeline keeps its number and its mark, whoever agrees', async () => {
    for (const [at, change] of [{ number: '1151' }, { mark: 'U' }].entries()) {
      await lan.browser.post(`${line}/sua`, formOf('service', { ...bodyOf(key), ...change }, at * 2));
      await lan.browser.post(`${line}/gui`, { seen: String(at * 2 + 1) });
      const came = await mai.browser.post(`${line}/duyet`, { seen: String(at * 2 + 2) });
      expect([came.status, /phải giữ như trong tệp|mức A/.test(came.text)]).toEqual([409, true]);
    }
    expect((await house.turn(updateOf('SOS'))).bubbles.join()).toContain('115');
  });

  test('another number loses the call of the old one', async () => {
    const other = house.live.current().words.directory.services.find((one) => !one.lifeline && one.mark === 'B+');
    const own = { kind: 'service', id: other?.id ?? '' } as const;
    const at = `/noi-dung/noi-giup/${own.id}`;
    await lan.browser.post(`${at}/da-goi`, { nghe: 'co' });
    const body = (await house.content.view(own))?.now ?? {};
    await lan.browser.post(`${at}/sua`, formOf('service', { ...body, number: '1800 1999' }, 0));
    await lan.browser.post(`${at}/gui`, { seen: '1' });
    expect((await mai.browser.post(`${at}/duyet`, { seen: '2' })).status).toBe(303);
    expect((await house.content.view(own))?.now).toMatchObject({ number: '1800 1999', lastTestCall: null });
  });
});

test('the Centre’s own number, once confirmed, stands on the help card; without a number it is others who lead there', async () => {
  const key = { kind: 'centre', id: 'lien-he' } as const;
  const at = '/noi-dung/trung-tam/lien-he';
  const contact = {
    number: '0214 3820 999',
    hours: 'cả ngày và đêm',
    confirmedOn: '2026-11-25',
    confirmedBy: 'giám đốc',
  };
  const help = async () => (await house.turn(updateOf('SOS'))).bubbles.join('\n');
  expect(await help()).not.toContain('0214 3820 999');
  const looked = await lan.browser.post(`${at}/sua`, formOf('centre', { number: contact.number }, 0, { lam: 'xem' }));
  expect(looked.text).toContain('ô “Ngày Trung tâm xác nhận”');
  await lan.browser.post(`${at}/sua`, formOf('centre', contact, 0));
  await lan.browser.post(`${at}/gui`, { seen: '1' });
  expect((await mai.browser.post(`${at}/duyet`, { seen: '2' })).status).toBe(303);
  expect(await help()).toContain('0214 3820 999, cả ngày và đêm');
  await mai.browser.post(`${at}/lay-lai`, { lan: '0' });
  expect(await help()).not.toContain('0214 3820 999');
  expect((await house.content.view(key))?.waits).toContain('chưa có số');
});

describe('a fixed text', () => {
  const at = '/noi-dung/loi/menu';
  const key = { kind: 'reply', id: 'menu' } as const;
  const waiting = () => house.live.current().words.replies.awaitingApproval;

  test('is approved as it stands, and the count of those that wait falls', async () => {
    const before = waiting().length;
    expect((await lan.browser.post(`${at}/duyet-loi`, { 'noi-duyet': '' })).text).toContain('nơi duyệt');
    expect((await lan.browser.post(`${at}/duyet-loi`, { 'noi-duyet': 'Trung tâm Công tác xã hội' })).status).toBe(303);
    expect(waiting()).not.toContain('menu');
    expect(waiting()).toHaveLength(before - 1);
    expect((await lan.browser.get(at)).text).toContain('Đã duyệt: 2026-11-26, Trung tâm Công tác xã hội');
  });

  test('loses its approval with its words, and its writer cannot approve it', async () => {
    await lan.browser.post(`${at}/duyet-loi`, { 'noi-duyet': 'Trung tâm' });
    const text = `${bodyOf(key).text} Bạn cứ hỏi nhé.`;
    await lan.browser.post(`${at}/sua`, formOf('reply', { text }, 0));
    await lan.browser.post(`${at}/gui`, { seen: '1' });
    await mai.browser.post(`${at}/duyet`, { seen: '2', 'noi-duyet': '' });
    expect(waiting()).toContain('menu');
    expect((await house.turn(updateOf('menu'))).bubbles.join('\n')).toContain('Bạn cứ hỏi nhé.');
    expect((await lan.browser.post(`${at}/duyet-loi`, { 'noi-duyet': 'Trung tâm' })).status).toBe(409);
    expect((await mai.browser.post(`${at}/duyet-loi`, { 'noi-duyet': 'Trung tâm' })).status).toBe(303);
    expect(waiting()).not.toContain('menu');
  });

  test('that shows the way to help cannot lose it', async () => {
    const help = '/noi-dung/loi/help';
    await lan.browser.post(`${help}/sua`, formOf('reply', { text: 'Bạn an toàn rồi.' }, 0));
    await lan.browser.post(`${help}/gui`, { seen: '1' });
    const came = await mai.browser.post(`${help}/duyet`, { seen: '2' });
    expect(came.status).toBe(409);
    for (const mend of ['113', 'Trung tâm Công tác xã hội', 'hứa']) expect(came.text).toContain(mend);
  });
});

test('a question of the quiz is changed like a card', async () => {
  const at = '/noi-dung/cau-do/tuoi-cuoi';
  const key = { kind: 'quiz', id: 'tuoi-cuoi' } as const;
  const looked = await lan.browser.post(`${at}/sua`, formOf('quiz', { ...bodyOf(key), right: 9 }, 0, { lam: 'xem' }));
  expect(looked.text).toMatch(/ô “Đáp án đúng|lớn hơn số đáp án/);
  await lan.browser.post(`${at}/sua`, formOf('quiz', { ...bodyOf(key), ask: 'Bao nhiêu tuổi thì cưới được?' }, 0));
  await lan.browser.post(`${at}/gui`, { seen: '1' });
  expect((await mai.browser.post(`${at}/duyet`, { seen: '2' })).status).toBe(303);
  expect(house.live.current().words.quiz.find(({ id }) => id === 'tuoi-cuoi')?.ask).toBe(
    'Bao nhiêu tuổi thì cưới được?',
  );
});

test('trying out tells what wins and why, and keeps nothing of what was typed', async () => {
  const question = 'bao nhieu tuoi dc ket hon zzplanted';
  const { text, status } = await lan.browser.post('/noi-dung/thu', { cau: question });
  expect(status).toBe(200);
  expect(text).toContain('được chọn');
  expect(text).toContain('tuoi-ket-hon');
  expect(text).toMatch(/Máy chắc \d+%/);
  expect((await lan.browser.post('/noi-dung/thu', { cau: 'chồng em vừa đánh em' })).text).toContain('Máy nghe ra');
  expect((await lan.browser.post('/noi-dung/thu', { cau: 'giá vàng hôm nay thế nào' })).text).toContain(
    'không trả lời bừa',
  );
  const tables = await house.database.pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  for (const { name } of tables.rows) {
    const { rows } = await house.database.pool.query(`select row_to_json(t)::text as row from "${name}" t`);
    expect(JSON.stringify(rows), name).not.toContain('zzplanted');
  }
});

test('the switch: why and who are written down, people get the honest word, help stays', async () => {
  expect((await admin.browser.post('/cong-tac', { lam: 'tat', 'ly-do': 'vì tôi muốn' })).status).toBe(400);
  await admin.browser.post('/cong-tac', { lam: 'tat', 'ly-do': 'law-changed', 'ghi-chu': 'Nghị định mới' });
  expect(await told()).toContain('tạm ngừng trả lời');
  expect(await house.turn(updateOf('SOS'))).toMatchObject({ outcome: 'help' });
  expect((await admin.browser.get('/cong-tac')).text).toContain('Nghị định mới');
  expect((await lan.browser.get('/noi-dung')).text).toContain('Câu trả lời đang tắt');
  expect((await admin.browser.get('/nhat-ky')).text).toContain('Luật vừa đổi');
  await admin.browser.post('/cong-tac', { lam: 'bat' });
  expect(await told()).not.toContain('tạm ngừng');
  expect((await house.house.audit.read(2, null)).map(({ action, actor, detail }) => [action, actor, detail])).toEqual([
    ['answers-on', 'quan.tri', null],
    ['answers-off', 'quan.tri', 'law-changed'],
  ]);
});
