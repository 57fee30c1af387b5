import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../src/core/officers/role.ts';
import { roles } from '../../src/core/officers/role.ts';
import { addOfficer, lockOfficer } from '../../src/dashboard/access/accounts.ts';
import { dashboard } from '../../src/dashboard/dashboard.ts';
import {
  browserOf,
  codeOf,
  type OfficerHouse,
  openOfficerHouse,
  password,
  type Sent,
  setUp,
  signedIn,
} from './house.ts';

let house: OfficerHouse;
beforeAll(async () => {
  house = await openOfficerHouse();
});
afterAll(() => house.database.close());
beforeEach(() => house.empty());

const minute = 60_000;

describe('before the first account', () => {
  test('every page says how the operator makes it, and none has a form', async () => {
    const fresh = dashboard(house.house, house.desk, house.content, house.figures, house.campaigns);
    for (const path of ['', '/vao', '/tai-khoan', '/khong-co']) {
      const { text } = await browserOf(fresh).get(path);
      expect(text).toContain('npm run officer -- add');
      expect(text).not.toContain('<form');
    }
  });
});

describe('setting up and signing in', () => {
  test('a one-time code leads to password, code app and recovery codes, and counts once', async () => {
    const added = await addOfficer(house.house, 'lan.ca', 'case-worker', null);
    if (added.kind !== 'added') throw new Error(added.kind);
    const browser = browserOf(house.app);
    expect(
      (await browser.post('/lap', { ten: 'lan.ca', 'ma-lap': added.code.toLowerCase().replaceAll('-', ' ') })).to,
    ).toBe('/can-bo/lap/buoc-2');
    const form = (await browser.get('/lap/buoc-2')).text;
    const key = /<code class="key">([^<]+)</.exec(form)?.[1]?.replaceAll(' ', '') ?? '';
    expect(form).toContain('role="img"');
    const fill = async (fields: Record<string, string>) =>
      browser.post('/lap/buoc-2', {
        'mat-khau': password,
        'mat-khau-lai': password,
        ma: await codeOf(key, house.clock.now()),
        ...fields,
      });
    for (const fields of [{ 'mat-khau': 'ngắn', 'mat-khau-lai': 'ngắn' }, { 'mat-khau-lai': 'khác' }, { ma: '000000' }])
      expect((await fill(fields as Record<string, string>)).status).toBe(400);
    const done = await fill({});
    expect(done.text.match(/<li><code>/g)).toHaveLength(10);
    expect((await browser.get('')).text).toContain('Cán bộ hỗ trợ');
    expect((await browserOf(house.app).post('/lap', { ten: 'lan.ca', 'ma-lap': added.code })).status).toBe(403);
  });

  test('a one-time code ends after three days', async () => {
    const added = await addOfficer(house.house, 'lan.ca', 'analyst', null);
    if (added.kind !== 'added') throw new Error(added.kind);
    house.clock.pass(72 * 60 * minute);
    expect((await browserOf(house.app).post('/lap', { ten: 'lan.ca', 'ma-lap': added.code })).status).toBe(403);
  });

  test('both steps are needed: the password alone opens nothing', async () => {
    const owner = await setUp(house, 'quan.tri', 'admin');
    const browser = browserOf(house.app);
    expect((await browser.post('/vao', { ten: owner.name, 'mat-khau': password })).to).toBe('/can-bo/ma');
    for (const path of ['', '/toi', '/tai-khoan', '/nhat-ky'])
      expect(await browser.get(path)).toMatchObject({ status: 303, to: '/can-bo/vao' });
    expect((await browser.post('/ma', { ma: await codeOf(owner.key, house.clock.now()) })).to).toBe('/can-bo');
    expect((await browser.get('/tai-khoan')).status).toBe(200);
  });

  test('a code of the app counts once, and a recovery code counts once', async () => {
    const owner = await setUp(house, 'quan.tri', 'admin');
    const code = await codeOf(owner.key, house.clock.now());
    const first = browserOf(house.app);
    await first.post('/vao', { ten: owner.name, 'mat-khau': password });
    await first.post('/ma', { ma: code });
    const second = browserOf(house.app);
    await second.post('/vao', { ten: owner.name, 'mat-khau': password });
    expect((await second.post('/ma', { ma: code })).status).toBe(403);
    const recovery = owner.recovery[0] ?? '';
    expect((await second.post('/ma', { ma: recovery })).to).toBe('/can-bo');
    const third = browserOf(house.app);
    await third.post('/vao', { ten: owner.name, 'mat-khau': password });
    expect((await third.post('/ma', { ma: recovery })).status).toBe(403);
    expect((await second.get('/toi')).text).toContain('Bạn còn <b>9</b> mã');
  });

  test('the visit changes its name between the steps, so an old cookie opens nothing', async () => {
    const owner = await setUp(house, 'quan.tri', 'admin');
    const browser = browserOf(house.app);
    await browser.post('/vao', { ten: owner.name, 'mat-khau': password });
    const before = browser.cookie();
    await browser.post('/ma', { ma: await codeOf(owner.key, house.clock.now()) });
    expect(browser.cookie()).not.toBe(before);
    browser.setCookie(before);
    expect((await browser.get('')).to).toBe('/can-bo/vao');
  });

  test('the cookie is for this host alone, unread by scripts, and a changed one is nobody’s', async () => {
    const owner = await setUp(house, 'quan.tri', 'admin');
    const response = await house.app.request('https://tinh.example/can-bo/vao', {
      method: 'POST',
      body: new URLSearchParams({ ten: owner.name, 'mat-khau': password }),
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-canbo=/);
    for (const word of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']) expect(cookie).toContain(word);
    expect(cookie).not.toContain('Domain');
    const browser = await signedIn(house, owner);
    browser.setCookie((browser.cookie() ?? '').replace(/=(.)/, (_, sign) => `=${sign === 'A' ? 'B' : 'A'}`));
    expect((await browser.get('')).to).toBe('/can-bo/vao');
  });
});

describe('time', () => {
  test('twenty idle minutes end a visit, requests keep it, and ten hours end it anyway', async () => {
    const { browser } = await setUp(house, 'quan.tri', 'admin');
    house.clock.pass(19 * minute);
    expect((await browser.get('')).status).toBe(200);
    house.clock.pass(19 * minute);
    expect((await browser.get('')).status).toBe(200);
    house.clock.pass(20 * minute);
    expect((await browser.get('')).to).toBe('/can-bo/vao');
  });

  test('ten hours end the busiest visit', async () => {
    const { browser } = await setUp(house, 'quan.tri', 'admin');
    let seen = 0;
    for (let passed = 0; passed < 10 * 60; passed += 15) {
      if ((await browser.get('')).status === 200) seen += 1;
      house.clock.pass(15 * minute);
    }
    expect(seen).toBe(40);
    expect((await browser.get('')).to).toBe('/can-bo/vao');
  });

  test('the first step waits five minutes for the second', async () => {
    const owner = await setUp(house, 'quan.tri', 'admin');
    const browser = browserOf(house.app);
    await browser.post('/vao', { ten: owner.name, 'mat-khau': password });
    house.clock.pass(5 * minute);
    expect((await browser.post('/ma', { ma: await codeOf(owner.key, house.clock.now()) })).to).toBe(
      '/can-bo/vao?vi=het-gio',
    );
  });
});

describe('wrong tries', () => {
  const wrong = (name: string) => browserOf(house.app).post('/vao', { ten: name, 'mat-khau': 'không phải mật khẩu' });

  test('slow down and then shut, alike for a name that exists and one that does not', async () => {
    await setUp(house, 'quan.tri', 'admin');
    const seen: Record<string, number[]> = {};
    for (const name of ['quan.tri', 'khong-ai']) {
      seen[name] = [];
      for (let at = 0; at < 8; at += 1) seen[name].push((await wrong(name)).status);
    }
    expect(seen['quan.tri']).toEqual([403, 403, 403, 403, 403, 403, 429, 429]);
    expect(seen['khong-ai']).toEqual(seen['quan.tri']);
    const words = ({ text }: Sent) => text.replace(/nonce="[^"]+"/, '');
    expect(words(await wrong('quan.tri'))).toBe(words(await wrong('khong-ai')));
  });

  test('while a name is shut, even the right password is not looked at; later it is', async () => {
    const owner = await setUp(house, 'quan.tri', 'admin');
    for (let at = 0; at < 15; at += 1) {
      await wrong('quan.tri');
      house.clock.pass(15 * minute);
    }
    house.clock.pass(44 * minute);
    const browser = browserOf(house.app);
    expect((await browser.post('/vao', { ten: owner.name, 'mat-khau': password })).status).toBe(429);
    house.clock.pass(2 * minute);
    expect((await browser.post('/vao', { ten: owner.name, 'mat-khau': password })).to).toBe('/can-bo/ma');
    const actions = (await house.house.audit.read(50, null)).map(({ action }) => action);
    expect(actions).toContain('sign-in-shut');
  });

  test('many at once cannot slip past the count', async () => {
    await setUp(house, 'quan.tri', 'admin');
    const all = await Promise.all(Array.from({ length: 20 }, () => wrong('quan.tri')));
    expect(all.filter(({ status }) => status === 403)).toHaveLength(6);
  });

  test('codes of the second step are counted too', async () => {
    const owner = await setUp(house, 'quan.tri', 'admin');
    const browser = browserOf(house.app);
    await browser.post('/vao', { ten: owner.name, 'mat-khau': password });
    const statuses: number[] = [];
    for (let at = 0; at < 7; at += 1) statuses.push((await browser.post('/ma', { ma: '000000' })).status);
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429, 429]);
  });

  test('what was typed as a name is not written down', async () => {
    await setUp(house, 'quan.tri', 'admin');
    await wrong('matkhaucuatoi');
    const { rows } = await house.database.pool.query('select * from audit');
    expect(JSON.stringify(rows)).not.toContain('matkhaucuatoi');
  });
});

describe('requests from elsewhere', () => {
  const fields = { ten: 'quan.tri', 'mat-khau': password };
  const foreign: Array<[what: string, headers: Record<string, string>]> = [
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://tinh.example' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['an old browser on another site', { origin: 'https://ac.example' }],
    ['no origin at all', {}],
  ];

  test.each(foreign)('%s cannot post a form', async (_what, headers) => {
    const { browser } = await setUp(house, 'quan.tri', 'admin');
    const elsewhere = browserOf(house.app, headers);
    expect((await elsewhere.post('/vao', fields)).status).toBe(403);
    elsewhere.setCookie(browser.cookie());
    expect((await elsewhere.post('/tai-khoan', { 'ten-moi': 'la', 'vai-tro': 'admin' })).status).toBe(403);
    const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    expect((await elsewhere.send('/toi/ra-het', json)).status).toBe(403);
    expect((await browser.get('')).status).toBe(200);
  });

  test('an old browser on our own page may', async () => {
    const owner = await setUp(house, 'quan.tri', 'admin');
    const old = browserOf(house.app, { origin: 'https://tinh.example' });
    expect((await old.post('/vao', { ten: owner.name, 'mat-khau': password })).to).toBe('/can-bo/ma');
  });
});

/** Every page and action, and who may use it. A new one must be entered here. */
const doors: Array<[method: 'GET' | 'POST', path: string, may: readonly Role[] | 'anybody']> = [
  ['GET', '', roles],
  ['GET', '/vao', 'anybody'],
  ['POST', '/vao', 'anybody'],
  ['GET', '/ma', 'anybody'],
  ['POST', '/ma', 'anybody'],
  ['POST', '/ra', 'anybody'],
  ['GET', '/lap', 'anybody'],
  ['POST', '/lap', 'anybody'],
  ['GET', '/lap/buoc-2', 'anybody'],
  ['POST', '/lap/buoc-2', 'anybody'],
  ['GET', '/toi', roles],
  ['POST', '/toi/mat-khau', roles],
  ['POST', '/toi/ma-du-phong', roles],
  ['POST', '/toi/ra-het', roles],
  ['GET', '/noi-dung', ['editor', 'admin']],
  ['GET', '/noi-dung/thu', ['editor', 'admin']],
  ['POST', '/noi-dung/thu', ['editor', 'admin']],
  ['GET', '/noi-dung/:loai', ['editor', 'admin']],
  ['GET', '/noi-dung/:loai/moi', ['editor']],
  ['POST', '/noi-dung/:loai/moi', ['editor']],
  ['GET', '/noi-dung/:loai/:ma', ['editor', 'admin']],
  ['GET', '/noi-dung/:loai/:ma/sua', ['editor']],
  ['POST', '/noi-dung/:loai/:ma/sua', ['editor']],
  ['POST', '/noi-dung/:loai/:ma/gui', ['editor']],
  ['POST', '/noi-dung/:loai/:ma/bo', ['editor']],
  ['POST', '/noi-dung/:loai/:ma/tra', ['editor', 'admin']],
  ['POST', '/noi-dung/:loai/:ma/duyet', ['editor', 'admin']],
  ['POST', '/noi-dung/:loai/:ma/lay-lai', ['editor', 'admin']],
  ['POST', '/noi-dung/:loai/:ma/chon', ['editor', 'admin']],
  ['POST', '/noi-dung/:loai/:ma/duyet-loi', ['editor', 'admin']],
  ['POST', '/noi-dung/:loai/:ma/da-goi', ['editor', 'admin']],
  ['GET', '/cong-tac', ['admin']],
  ['POST', '/cong-tac', ['admin']],
  ['GET', '/tai-khoan', ['admin']],
  ['POST', '/tai-khoan', ['admin']],
  ['POST', '/tai-khoan/vai-tro', ['admin']],
  ['POST', '/tai-khoan/khoa', ['admin']],
  ['POST', '/tai-khoan/mo', ['admin']],
  ['POST', '/tai-khoan/cap-lai', ['admin']],
  ['GET', '/nhat-ky', ['admin']],
  ['GET', '/ca', ['case-worker', 'admin']],
  ['GET', '/ca/dau', ['case-worker', 'admin']],
  ['GET', '/ca/:ca', ['case-worker']],
  ['POST', '/ca/:ca/nhan', ['case-worker']],
  ['POST', '/ca/:ca/giao', ['case-worker']],
  ['POST', '/ca/:ca/dong', ['case-worker']],
  ['POST', '/ca/:ca/mo', ['case-worker']],
  ['POST', '/ca/:ca/tra-loi', ['case-worker']],
  ['POST', '/ca/:ca/thu-hoi', ['admin']],
  ['GET', '/khoa', ['admin']],
  ['POST', '/khoa', ['admin']],
  ['POST', '/khoa/huy', ['admin']],
  ['POST', '/khoa/thu', ['admin']],
  ['GET', '/khoa/toi', ['case-worker']],
  ['GET', '/khoa/toi/cac-khoa', ['case-worker']],
  ['POST', '/khoa/toi/trao', ['case-worker']],
  ['GET', '/khoa/toi/niem-phong', ['case-worker']],
  ['POST', '/khoa/toi/niem-phong/:ca/lay', ['case-worker']],
  ['POST', '/khoa/toi/niem-phong/:ca', ['case-worker']],
  ...['', '/chu-de', '/chua-tra-loi', '/giup-do', '/gop-y', '/hoc', '/kho', '/may'].flatMap((page) =>
    ['', '/csv', '/xlsx'].map((what): (typeof doors)[number] => [
      'GET',
      `/so-lieu${page}${what}`,
      ['analyst', 'editor', 'admin'],
    ]),
  ),
  ['GET', '/bao-cao-nam', ['analyst', 'admin']],
  ['GET', '/bao-cao-nam/docx', ['analyst', 'admin']],
  ['GET', '/chien-dich', ['analyst', 'editor', 'admin']],
  ['POST', '/chien-dich', ['editor']],
  ['POST', '/chien-dich/nhieu-ngay', ['editor']],
  ['POST', '/chien-dich/duyet', ['editor', 'admin']],
  ['POST', '/chien-dich/ngay', ['editor']],
  ['POST', '/chien-dich/ngay/:ngay/bo', ['editor']],
  ['GET', '/chien-dich/:tin', ['analyst', 'editor', 'admin']],
  ['GET', '/chien-dich/:tin/tien-do', ['analyst', 'editor', 'admin']],
  ['POST', '/chien-dich/:tin/dung', ['editor', 'admin']],
];

describe('roles', () => {
  test('the list of doors is whole', () => {
    const routes = house.app.routes
      .filter(({ method, path }) => method !== 'ALL' && !/\.(css|js)$/.test(path))
      .map(({ method, path }) => `${method} ${path.replace(/^\/can-bo/, '').replace(/\/$/, '')}`);
    expect([...new Set(routes)].sort()).toEqual(doors.map(([method, path]) => `${method} ${path}`).sort());
  });

  test('nobody enters without signing in', async () => {
    await setUp(house, 'quan.tri', 'admin');
    for (const [method, path, who] of doors) {
      if (who === 'anybody') continue;
      const stranger = browserOf(house.app);
      const came = method === 'GET' ? await stranger.get(path) : await stranger.post(path);
      expect([path, came.status, came.to]).toEqual([path, 303, '/can-bo/vao']);
    }
  });

  test.each(roles)('%s enters what is theirs and nothing else', async (role) => {
    if (role !== 'admin') await setUp(house, 'quan.tri', 'admin');
    const owner = await setUp(house, 'nguoi.nay', role);
    for (const [method, path, who] of doors) {
      if (who === 'anybody') continue;
      const browser = path === '/toi/ra-het' ? await signedIn(house, owner) : owner.browser;
      const came = method === 'GET' ? await browser.get(path) : await browser.post(path);
      expect([path, came.status === 403]).toEqual([path, !who.includes(role)]);
      if (path === '/toi/ra-het') owner.browser = await signedIn(house, owner);
    }
  });
});

describe('the administrator', () => {
  test('adds, changes, resets, locks and opens accounts; each ends the visits of that account', async () => {
    const { browser: admin } = await setUp(house, 'quan.tri', 'admin');
    const page = (await admin.post('/tai-khoan', { 'ten-moi': 'Mai.Ca', 'vai-tro': 'case-worker' })).text;
    expect(page).toMatch(/<code class="key">[2-9A-Z-]{23}</);
    expect((await admin.post('/tai-khoan', { 'ten-moi': 'mai.ca', 'vai-tro': 'editor' })).text).toContain(
      'đã có người dùng',
    );
    expect((await admin.post('/tai-khoan', { 'ten-moi': '<b>', 'vai-tro': 'editor' })).status).toBe(400);
    const owner = await setUp(house, 'hoa.so', 'analyst');
    expect((await admin.post('/tai-khoan/vai-tro', { ten: 'hoa.so', 'vai-tro': 'editor' })).status).toBe(303);
    expect((await owner.browser.get('')).to).toBe('/can-bo/vao');
    const again = await signedIn(house, owner);
    expect((await again.get('')).text).toContain('Biên tập nội dung');
    await admin.post('/tai-khoan/khoa', { ten: 'hoa.so' });
    expect((await again.get('')).to).toBe('/can-bo/vao');
    expect((await browserOf(house.app).post('/vao', { ten: 'hoa.so', 'mat-khau': password })).status).toBe(403);
    await admin.post('/tai-khoan/mo', { ten: 'hoa.so' });
    const opened = await signedIn(house, owner);
    expect((await opened.get('')).status).toBe(200);
    const reset = (await admin.post('/tai-khoan/cap-lai', { ten: 'hoa.so' })).text;
    expect(reset).toContain('Mã lập tài khoản');
    expect((await opened.get('')).to).toBe('/can-bo/vao');
    expect((await browserOf(house.app).post('/vao', { ten: 'hoa.so', 'mat-khau': password })).status).toBe(403);
  });

  test('the last working administrator can be neither locked nor made something else, also at once', async () => {
    const first = await setUp(house, 'quan.tri', 'admin');
    expect((await first.browser.post('/tai-khoan/khoa', { ten: 'quan.tri' })).text).toContain(
      'người quản trị duy nhất',
    );
    const role = { ten: 'quan.tri', 'vai-tro': 'analyst' };
    expect((await first.browser.post('/tai-khoan/vai-tro', role)).text).toContain('người quản trị duy nhất');
    await setUp(house, 'quan.tri2', 'admin');
    const both = await Promise.all(['quan.tri', 'quan.tri2'].map((name) => lockOfficer(house.house, name, true, null)));
    expect(both.sort()).toEqual(['changed', 'last-admin']);
  });
});

describe('an officer’s own account', () => {
  test('a new password needs the old one and signs the other machines out', async () => {
    const owner = await setUp(house, 'mai.ca', 'case-worker');
    const other = await signedIn(house, owner);
    const next = 'năm chiếc lá xanh mùa đông';
    const change = (old: string) =>
      owner.browser.post('/toi/mat-khau', { 'mat-khau-cu': old, 'mat-khau': next, 'mat-khau-lai': next });
    expect((await change('sai mật khẩu cũ')).text).toContain('Mật khẩu đang dùng chưa đúng');
    expect((await change(password)).to).toBe('/can-bo/toi?xong=mat-khau');
    expect((await owner.browser.get('')).status).toBe(200);
    expect((await other.get('')).to).toBe('/can-bo/vao');
    expect((await browserOf(house.app).post('/vao', { ten: 'mai.ca', 'mat-khau': password })).status).toBe(403);
  });

  test('signing out ends the visit here, or everywhere', async () => {
    const owner = await setUp(house, 'mai.ca', 'case-worker');
    const [one, two] = [await signedIn(house, owner), await signedIn(house, owner)];
    const kept = one.cookie();
    await one.post('/ra');
    one.setCookie(kept);
    expect((await one.get('')).to).toBe('/can-bo/vao');
    expect((await two.get('')).status).toBe(200);
    await owner.browser.post('/toi/ra-het');
    expect((await two.get('')).to).toBe('/can-bo/vao');
  });

  test('new recovery codes end the old ones', async () => {
    const owner = await setUp(house, 'mai.ca', 'case-worker');
    const { text } = await owner.browser.post('/toi/ma-du-phong', { 'mat-khau-ma': password });
    expect(text.match(/<li><code>/g)).toHaveLength(10);
    const browser = browserOf(house.app);
    await browser.post('/vao', { ten: 'mai.ca', 'mat-khau': password });
    expect((await browser.post('/ma', { ma: owner.recovery[1] ?? '' })).status).toBe(403);
  });
});

describe('what leaves the server', () => {
  test('every answer carries the guards, with a new nonce each time', async () => {
    await setUp(house, 'quan.tri', 'admin');
    const seen = new Set<string>();
    for (const path of ['', '/vao', '/officer.css', '/khong-co-trang-nay']) {
      const response = await house.app.request(`https://tinh.example/can-bo${path}`);
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/default-src 'none'; script-src 'nonce-[^']+'; style-src 'nonce-[^']+'/);
      expect(policy).not.toMatch(/unsafe|https?:/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      seen.add(policy);
    }
    expect(seen.size).toBe(4);
  });

  test('no page, table or log line holds a password, a key or a code in the open', async () => {
    const owner = await setUp(house, 'quan.tri', 'admin');
    await owner.browser.post('/vao', { ten: 'quan.tri', 'mat-khau': 'mật khẩu gõ nhầm ở đây' });
    const pages = await Promise.all(['', '/toi', '/tai-khoan', '/nhat-ky'].map((path) => owner.browser.get(path)));
    const tables = await Promise.all(
      ['officer', 'officer_recovery', 'officer_session', 'officer_try', 'audit'].map((table) =>
        house.database.pool.query(`select row_to_json(${table})::text as row from ${table}`),
      ),
    );
    const all = JSON.stringify([pages.map(({ text }) => text), tables.map(({ rows }) => rows)]);
    for (const secret of [password, owner.key, 'gõ nhầm', ...owner.recovery]) expect(all).not.toContain(secret);
    expect(all).not.toContain(Buffer.from(owner.key).toString('hex'));
  });
});
