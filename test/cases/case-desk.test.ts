import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openLetter, sealLetter } from '../../src/sealing/letter.ts';
import { type OfficerHouse, type Owner, openOfficerHouse, setUp, type Visitor } from '../officers/house.ts';
import { planted } from '../postgres/referral-house.ts';
import { giveKey, idOf, refer } from './desk.ts';

let house: OfficerHouse;
let mai: Owner;
beforeAll(async () => {
  house = await openOfficerHouse();
});
afterAll(() => house.database.close());
beforeEach(async () => {
  await house.empty();
  await setUp(house, 'quan.tri', 'admin');
  mai = await setUp(house, 'mai.ca', 'case-worker');
});

const json = async (browser: Visitor, path: string, body: unknown) => {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const came = await browser.send(path, { method: 'POST', body: JSON.stringify(body), headers });
  return { status: came.status, body: came.text === '' ? null : JSON.parse(came.text) };
};
const open = (browser: Visitor, id: string, reason = 'first-answer') => json(browser, `/ca/${id}/mo`, { reason });

test('the queue shows codes and clocks, and opening needs a claim and a reason', async () => {
  const pair = await giveKey(house, 'mai.ca');
  const { caseId } = await refer(house, 'nguoi-a');
  const queue = (await mai.browser.get('/ca')).text;
  for (const shown of ['Cần sớm', 'Nghe và tư vấn', 'Buổi sáng', 'Còn 1 giờ']) expect(queue).toContain(shown);
  expect((await open(mai.browser, caseId)).status).toBe(409);
  expect((await mai.browser.post(`/ca/${caseId}/nhan`)).to).toBe(`/can-bo/ca/${caseId}`);
  expect((await open(mai.browser, caseId, 'tò mò')).status).toBe(400);
  const { body } = await open(mai.browser, caseId);
  const told = openLetter(body.letters[0].sealed, { case: caseId, kind: 'referral' }, pair.privateKey);
  expect(told).toMatchObject({ codeWord: 'hoa mận' });
  const entries = await house.house.audit.read(2, null);
  expect(entries).toMatchObject([
    { actor: 'mai.ca', action: 'case-opened', subject: caseId, detail: 'first-answer' },
    { actor: 'mai.ca', action: 'case-claimed', subject: caseId },
  ]);
});

test('a reply sealed in the browser reaches the person who comes back', async () => {
  await giveKey(house, 'mai.ca');
  const { people, key, caseId } = await refer(house, 'nguoi-a');
  await mai.browser.post(`/ca/${caseId}/nhan`);
  const { body } = await open(mai.browser, caseId);
  const place = { case: caseId, kind: 'from-officer' } as const;
  const partly = sealLetter({ text: 'x' }, place, body.replyTo.slice(0, 1));
  expect((await json(mai.browser, `/ca/${caseId}/tra-loi`, { sealed: partly })).status).toBe(409);
  expect((await json(mai.browser, `/ca/${caseId}/tra-loi`, { sealed: 'chữ không niêm phong '.repeat(9) })).status).toBe(
    409,
  );
  const sealed = sealLetter({ text: 'Chào bạn' }, place, body.replyTo);
  expect((await json(mai.browser, `/ca/${caseId}/tra-loi`, { sealed })).status).toBe(200);
  expect(await people.visit(key, null, house.clock.now())).toMatchObject({ letters: ['Chào bạn'] });
  expect((await mai.browser.get('/ca')).text).toContain('Không có thư chờ trả lời');
});

test('of many officers who claim at once exactly one wins, every time', async () => {
  await giveKey(house, 'mai.ca');
  const owners = [mai];
  for (const name of ['lan.ca', 'hoa.ca', 'dao.ca', 'cuc.ca']) owners.push(await setUp(house, name, 'case-worker'));
  for (let round = 0; round < 6; round += 1) {
    const { caseId } = await refer(house, `nguoi-${round}`);
    const came = await Promise.all(owners.map(({ browser }) => browser.post(`/ca/${caseId}/nhan`)));
    expect(came.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(came.filter(({ status, text }) => status === 409 && text.includes('vừa nhận ca này'))).toHaveLength(4);
    const opened = await Promise.all(owners.map(({ browser }) => open(browser, caseId)));
    expect(opened.filter(({ status }) => status === 200)).toHaveLength(1);
  }
});

test('cases are handed over to colleagues only, let go, taken back and closed', async () => {
  await giveKey(house, 'mai.ca');
  const lan = await setUp(house, 'lan.ca', 'case-worker');
  const { caseId, people, key } = await refer(house, 'nguoi-a');
  await mai.browser.post(`/ca/${caseId}/nhan`);
  const admin = await idOf(house, 'quan.tri');
  expect((await mai.browser.post(`/ca/${caseId}/giao`, { to: admin })).status).toBe(409);
  expect((await lan.browser.post(`/ca/${caseId}/giao`, { to: '' })).text).toContain('không còn giữ ca này');
  expect((await mai.browser.post(`/ca/${caseId}/giao`, { to: await idOf(house, 'lan.ca') })).status).toBe(303);
  expect((await open(mai.browser, caseId)).status).toBe(409);
  const [received, handed] = await house.house.audit.read(2, null);
  expect([handed, received]).toMatchObject([
    { actor: 'mai.ca', action: 'case-handed-over', subject: caseId },
    { actor: 'lan.ca', action: 'case-received', subject: caseId },
  ]);
  expect((await open(lan.browser, caseId, 'handed-over')).status).toBe(200);
  await lan.browser.post(`/ca/${caseId}/giao`, { to: '' });
  await mai.browser.post(`/ca/${caseId}/nhan`);
  const late = { answerBy: house.clock.now(), urgent: false };
  await people.write(key, 'còn một chuyện', late, house.clock.now());
  expect((await mai.browser.post(`/ca/${caseId}/dong`, { outcome: 'answered' })).text).toContain('còn thư chưa đọc');
  await open(mai.browser, caseId, 'follow-up');
  expect((await lan.browser.post(`/ca/${caseId}/dong`, { outcome: 'answered' })).status).toBe(409);
  expect((await mai.browser.post(`/ca/${caseId}/dong`, { outcome: 'lý do tự gõ' })).status).toBe(409);
  expect((await mai.browser.post(`/ca/${caseId}/dong`, { outcome: 'answered' })).status).toBe(303);
  expect((await mai.browser.get(`/ca/${caseId}`)).text).toContain('Ca này không còn');
  expect((await open(mai.browser, caseId)).status).toBe(409);
});

test('whoever is locked or made something else holds no case, and no key when the role goes', async () => {
  const pair = await giveKey(house, 'mai.ca');
  const { caseId } = await refer(house, 'nguoi-a');
  await mai.browser.post(`/ca/${caseId}/nhan`);
  const { browser: admin } = await setUp(house, 'quan.tri2', 'admin');
  await admin.post('/tai-khoan/khoa', { ten: 'mai.ca' });
  expect((await house.desk.cases.queue())[0]).toMatchObject({ id: caseId, holder: null });
  expect((await open(mai.browser, caseId)).status).toBe(401);
  await admin.post('/tai-khoan/mo', { ten: 'mai.ca' });
  expect(await house.desk.keys.wrappedFor(await idOf(house, 'mai.ca'))).toHaveLength(1);
  await admin.post('/tai-khoan/vai-tro', { ten: 'mai.ca', 'vai-tro': 'analyst' });
  expect(await house.desk.keys.wrappedFor(await idOf(house, 'mai.ca'))).toEqual([]);
  expect((await house.desk.keys.list())[0]).toMatchObject({ id: pair.publicKey.id, state: 'active' });
});

test('the administrator sees the queue and takes a case back, but opens none', async () => {
  await giveKey(house, 'mai.ca');
  const { caseId } = await refer(house, 'nguoi-a');
  await mai.browser.post(`/ca/${caseId}/nhan`);
  const { browser: admin } = await setUp(house, 'quan.tri2', 'admin');
  expect((await admin.get('/ca')).text).toContain('mai.ca');
  expect((await admin.get(`/ca/${caseId}`)).status).toBe(403);
  expect((await open(admin, caseId)).status).toBe(403);
  expect((await admin.post(`/ca/${caseId}/thu-hoi`)).status).toBe(303);
  expect((await open(mai.browser, caseId)).status).toBe(409);
  expect((await house.house.audit.read(10, null)).map(({ action }) => action)).toContain('case-taken-back');
});

test('a page that keeps itself fresh does not hold off the time-out', async () => {
  for (let minutes = 0; minutes < 20; minutes += 1) {
    await mai.browser.send('/ca', { headers: { 'x-live': '1' } });
    house.clock.pass(60_000);
  }
  expect((await mai.browser.get('/ca')).to).toBe('/can-bo/vao');
});

test('keys: made for a case worker, handed on by whoever holds them, ended by the administrator', async () => {
  const { browser: admin } = await setUp(house, 'quan.tri2', 'admin');
  const lan = await setUp(house, 'lan.ca', 'case-worker');
  const [maiId, lanId] = [await idOf(house, 'mai.ca'), await idOf(house, 'lan.ca')];
  const pair = (await import('../../src/sealing/letter.ts')).newPair();
  const wrapped = JSON.stringify({ v: 1, key: pair.publicKey.id, box: 'x'.repeat(60) });
  const desk = { kind: 'desk', publicKey: pair.publicKey, wrapped };
  expect((await json(admin, '/khoa', { ...desk, officer: await idOf(house, 'quan.tri') })).status).toBe(400);
  expect(
    (await json(admin, '/khoa', { ...desk, publicKey: { ...pair.publicKey, id: '0'.repeat(16) }, officer: maiId }))
      .status,
  ).toBe(409);
  expect((await json(admin, '/khoa', { ...desk, officer: maiId })).status).toBe(200);
  const hand = (browser: Visitor, officer: string) =>
    json(browser, '/khoa/toi/trao', { key: pair.publicKey.id, officer, wrapped });
  expect((await hand(lan.browser, maiId)).status).toBe(403);
  expect((await hand(mai.browser, lanId)).status).toBe(200);
  const own = await lan.browser.send('/khoa/toi/cac-khoa', { headers: { accept: 'application/json' } });
  expect(JSON.parse(own.text)).toEqual({ wrapped: [wrapped] });
  await admin.post('/khoa/thu', { officer: maiId });
  expect(await house.desk.keys.wrappedFor(maiId)).toEqual([]);
  await admin.post('/khoa/huy', { key: pair.publicKey.id });
  expect(await house.desk.keys.wrappedFor(lanId)).toEqual([]);
  expect((await admin.get('/khoa')).text).toContain('Đã huỷ');
  const actions = (await house.house.audit.read(20, null)).map(({ action }) => action);
  for (const action of ['desk-key-added', 'desk-key-wrapped', 'desk-key-dropped', 'desk-key-revoked'])
    expect(actions).toContain(action);
});

test('planted words are in no page, no table and no log line', async () => {
  await giveKey(house, 'mai.ca');
  const { caseId } = await refer(house, 'nguoi-a');
  await mai.browser.post(`/ca/${caseId}/nhan`);
  const { body } = await open(mai.browser, caseId);
  const place = { case: caseId, kind: 'from-officer' } as const;
  const reply = 'Lời đáp bịa: cô Mẩy Thử';
  await json(mai.browser, `/ca/${caseId}/tra-loi`, { sealed: sealLetter({ text: reply }, place, body.replyTo) });
  const { browser: admin } = await setUp(house, 'quan.tri2', 'admin');
  const pages = await Promise.all([
    ...['/ca', `/ca/${caseId}`, '/khoa/toi', ''].map((path) => mai.browser.get(path)),
    ...['/ca', '/khoa', '/nhat-ky', '/tai-khoan'].map((path) => admin.get(path)),
  ]);
  const { rows: tables } = await house.database.pool.query(
    "select table_name from information_schema.tables where table_schema = 'public'",
  );
  const dump: string[] = [];
  for (const { table_name } of tables) {
    const { rows } = await house.database.pool.query(`select to_jsonb(t)::text as row from "${table_name}" t`);
    dump.push(...rows.map(({ row }) => row));
  }
  expect(dump.length).toBeGreaterThan(10);
  const all = [...pages.map(({ text }) => text), ...dump, JSON.stringify(body)].join('\n');
  for (const word of [...planted, 'Lời đáp bịa']) {
    expect(all).not.toContain(word);
    for (const form of ['hex', 'base64url', 'base64'] as const)
      expect(all).not.toContain(Buffer.from(word).toString(form));
  }
});
