import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDatabase, type Server, serverPrograms, startServer } from '../../src/bench/private-server.ts';
import { localDay } from '../../src/core/local-day.ts';
import { examine } from '../../src/doctor/examine.ts';
import type { About, Finding } from '../../src/doctor/finding.ts';
import { examineMachine } from '../../src/doctor/machine.ts';
import { printed } from '../../src/doctor/print.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { type BotApi, openBotApi } from '../telegram/bot-api.ts';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-doctor-'));
const today = localDay(new Date());
const hasServer = serverPrograms() !== null;
const key = (at: number) => `bai-thu-${at}-0123456789-abcdefghijklmnop`;
const keys = { QUEUE_KEY: key(1), CONTACT_KEY: key(2), OFFICER_KEY: key(3) };
const secret = 'mot-bi-mat-du-dai-0123';
let api: BotApi;
let server: Server | null = null;
let models = { url: '', status: 200, close: () => {} };

/** Content as it stands in a house where everything was seen to. */
function tidyContent(): { KNOWLEDGE_DIR: string; PROMPTS_DIR: string } {
  const [knowledge, prompts] = [join(folder, 'knowledge'), join(folder, 'prompts')];
  cpSync(join(root, 'knowledge'), knowledge, { recursive: true });
  cpSync(join(root, 'prompts'), prompts, { recursive: true });
  const mend = (file: string, how: (text: string) => string) => writeFileSync(file, how(readFileSync(file, 'utf8')));
  mend(join(knowledge, 'services.yaml'), (text) =>
    text
      .replaceAll('lastTestCall: null', `lastTestCall: "${today}"`)
      .replaceAll('testedBy: null', 'testedBy: người trực')
      .replace(
        /^ {2}contact: null$/m,
        `  contact: { number: "024 3999 0001", address: null, hours: null, cost: null, confirmedOn: "${today}", confirmedBy: giám đốc }`,
      ),
  );
  for (const name of readdirSync(join(prompts, 'replies')).filter((one) => one.endsWith('.md')))
    mend(join(prompts, 'replies', name), (text) => text.replace(/^approved: null$/m, `approved: "${today}"`));
  return { KNOWLEDGE_DIR: knowledge, PROMPTS_DIR: prompts };
}

let tidy: Record<string, string>;

beforeAll(async () => {
  api = await openBotApi();
  if (hasServer) server = await startServer();
  const fake = createServer((_request, response) => response.writeHead(models.status).end('{}'));
  await new Promise<void>((resolve) => fake.listen(0, '127.0.0.1', resolve));
  models = {
    url: `http://127.0.0.1:${(fake.address() as AddressInfo).port}/v1`,
    status: 200,
    close: () => fake.close(),
  };
  tidy = {
    ...tidyContent(),
    DATA_DIR: join(folder, 'data'),
    OPERATOR_NAME: 'Trung tâm Công tác xã hội',
    HOST: '0.0.0.0',
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.url,
    OPENAI_BASE_URL: models.url,
    MODEL_LOCATION: 'own',
    MODEL_NAME: 'thu',
    ...keys,
  };
});
afterAll(async () => {
  models.close();
  await api.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const see = (env: Record<string, string | undefined> = {}, now = () => new Date()) =>
  examine({ env: { ...tidy, ...env }, now, online: true });
const ofKind = (findings: Finding[], state: Finding['state']) => findings.filter((one) => one.state === state);

/** The doctor finds it, says what to do in one line, and repeats no secret. */
function expectFound(findings: Finding[], state: Finding['state'], about: About, say: RegExp): void {
  expect(ofKind(findings, state).map((one) => [one.about, one.say])).toContainEqual([
    about,
    expect.stringMatching(say),
  ]);
  const all = findings.map((one) => one.say).join('\n');
  for (const one of [...Object.values(keys), secret, api.token, 'postgres://']) expect(all).not.toContain(one);
  for (const { say: line } of findings) expect(line).not.toContain('\n');
}

test('where everything was seen to, nothing is bad', async () => {
  const findings = await see();
  expect(ofKind(findings, 'bad')).toEqual([]);
  expect(ofKind(findings, 'unknown')).toEqual([]);
  expect(ofKind(findings, 'look').map((one) => one.about)).toEqual(['address']);
});

describe('it finds', () => {
  test('1: a setting that cannot be, and goes on with the others', async () => {
    const findings = await see({ PORT: 'ba nghìn', METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' });
    expectFound(findings, 'bad', 'settings', /^PORT: phải là một số/);
    expectFound(findings, 'bad', 'settings', /^METRICS_TOKEN: phải có/);
    expect(findings.some((one) => one.about === 'content' && one.state === 'ok')).toBe(true);
    // Once each, and what is right beside them is not said to be missing.
    expect(ofKind(findings, 'bad').filter((one) => one.about === 'settings')).toHaveLength(2);
    expect(findings.some((one) => one.say.includes('OPERATOR_NAME'))).toBe(false);
  });

  test('1: a name that is nearly one of a setting', async () => {
    const findings = await see({ QUEUE_KEYS: secret, TELEGRAM_TOKEN: secret, QUEUE: 'x', HOST_NAME: 'x', LANG_X: 'y' });
    expectFound(findings, 'look', 'settings', /^QUEUE_KEYS không phải tên một cài đặt/);
    expectFound(findings, 'look', 'settings', /^TELEGRAM_TOKEN không phải/);
    expect(findings.filter((one) => one.say.includes('không phải tên'))).toHaveLength(2);
  });

  test('2: a database that does not answer, and keys that are missing for it', async () => {
    const findings = await see({ DATABASE_URL: 'postgres://x@127.0.0.1:9/x', QUEUE_KEY: undefined });
    expectFound(findings, 'bad', 'database', /Không nối được cơ sở dữ liệu ở DATABASE_URL/);
    expectFound(findings, 'bad', 'keys', /Thiếu QUEUE_KEY/);
  });

  test('3: keys that can be guessed, and one key for everything', async () => {
    expectFound(await see({ QUEUE_KEY: 'a'.repeat(40) }), 'bad', 'keys', /QUEUE_KEY dễ đoán/);
    expectFound(await see({ OFFICER_KEY: keys.QUEUE_KEY }), 'bad', 'keys', /QUEUE_KEY, OFFICER_KEY giống nhau/);
  });

  test('4: keys that others on this machine can read', async () => {
    const data = join(folder, 'open-keys');
    mkdirSync(join(data, 'keys'), { recursive: true });
    writeFileSync(join(data, 'keys', 'words.key'), 'x');
    chmodSync(join(data, 'keys', 'words.key'), 0o644);
    expectFound(await see({ DATA_DIR: data }), 'bad', 'keys', /Người khác trên máy đọc được khóa words\.key/);
  });

  test('5: a token that the platform does not take, and says when it cannot ask', async () => {
    const wrong = await see({ TELEGRAM_BOT_TOKEN: '7000002:THU-khoa-gia-sai-hoan-toan_0123456' });
    expectFound(wrong, 'bad', 'telegram', /Telegram không nhận TELEGRAM_BOT_TOKEN/);
    const away = await see({ TELEGRAM_API_ROOT: 'http://127.0.0.1:9' });
    expectFound(away, 'unknown', 'telegram', /Không tới được Telegram từ máy này/);
  });

  test('5: a token that is not taken, though the first connection was dropped', async () => {
    let asked = 0;
    const fake = createServer((request, response) => {
      asked += 1;
      if (asked === 1) request.socket.destroy();
      else response.writeHead(401).end('{"ok":false,"error_code":401}');
    });
    await new Promise<void>((resolve) => fake.listen(0, '127.0.0.1', resolve));
    const { port } = fake.address() as AddressInfo;
    const findings = await see({ TELEGRAM_API_ROOT: `http://127.0.0.1:${port}` });
    fake.close();
    expectFound(findings, 'bad', 'telegram', /Telegram không nhận TELEGRAM_BOT_TOKEN/);
    expect(asked).toBe(2);
  });

  test('6: a webhook that the platform does not know, without https', async () => {
    const findings = await see({
      TELEGRAM_WEBHOOK_URL: 'http://127.0.0.1:9/telegram',
      TELEGRAM_WEBHOOK_SECRET: secret,
    });
    expectFound(findings, 'bad', 'telegram', /chưa giao tin tới đúng webhook/);
    expectFound(findings, 'bad', 'address', /phải bắt đầu bằng https/);
    // Who knocks comes through a proxy, and nobody named it.
    expectFound(findings, 'look', 'settings', /Chưa có TRUSTED_PROXY/);
  });

  test('7: an old webhook where the bot should fetch', async () => {
    await fetch(`${api.url}/bot${api.token}/setWebhook`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ url: 'https://cu.example/tg' }),
    });
    expectFound(await see(), 'bad', 'telegram', /giao tin tới một webhook cũ/);
    await fetch(`${api.url}/bot${api.token}/deleteWebhook`, { method: 'POST' });
  });

  test('8: broken content, with file and line', async () => {
    const broken = join(folder, 'broken');
    cpSync(tidy.KNOWLEDGE_DIR ?? '', broken, { recursive: true });
    writeFileSync(join(broken, 'answers', 'thu.yaml'), '- id: the-hong\n  say: "chưa đóng\n');
    expectFound(await see({ KNOWLEDGE_DIR: broken }), 'bad', 'content', /answers\/thu\.yaml:\d+/);
  });

  test('9: the Centre without a confirmed contact, and texts that nobody approved', async () => {
    const { KNOWLEDGE_DIR, PROMPTS_DIR, ...rest } = tidy;
    const findings = await examine({
      env: { ...rest, KNOWLEDGE_DIR: join(root, 'knowledge'), PROMPTS_DIR: join(root, 'prompts') },
      now: () => new Date(),
      online: false,
    });
    expectFound(findings, 'bad', 'directory', /Trung tâm Công tác xã hội chưa có số liên hệ/);
    expectFound(findings, 'look', 'approvals', /lời cố định chưa được Trung tâm duyệt/);
    const red = printed(findings, true).find((line) => line.includes('chưa có số liên hệ'));
    expect(red).toContain('\u001b[31m');
    expect([KNOWLEDGE_DIR, PROMPTS_DIR]).not.toContain(undefined);
  });

  test('10: a directory that nobody looked after for half a year', async () => {
    const later = new Date(Date.now() + 200 * 86_400_000);
    const findings = await see({}, () => later);
    expectFound(findings, 'bad', 'directory', /quá hạn/);
  });

  test('11: a full disk, an old Node, a clock that stands in the past', () => {
    const disk = () => ({ freeBytes: 10_000_000, allBytes: 50 * 2 ** 30 });
    const findings = examineMachine(
      { dataDir: folder },
      { now: new Date('2020-01-01'), newest: '2026-11-22', node: '18.20.1', disk },
    );
    expectFound(findings, 'bad', 'disk', /Dọn chỗ ngay/);
    expectFound(findings, 'bad', 'node', /Node 18\.20\.1 quá cũ/);
    expectFound(findings, 'bad', 'clock', /trước ngày nội dung được kiểm tra/);
  });

  test('12: a model that would give words away, and one that does not take the key', async () => {
    expectFound(await see({ OPENAI_LOG: 'debug' }), 'bad', 'model', /OPENAI_LOG đang bật/);
    models.status = 401;
    expectFound(await see(), 'bad', 'model', /không nhận OPENAI_API_KEY/);
    models.status = 200;
  });

  describe.skipIf(!hasServer)('on a server', () => {
    const fresh = async () => (server ? newDatabase(server) : '');

    test('13: a version that is there, no pgvector, nothing set up yet', async () => {
      const findings = await see({ DATABASE_URL: await fresh() });
      expect(ofKind(findings, 'bad')).toEqual([]);
      expectFound(findings, 'ok', 'database', /PostgreSQL \d+\./);
      expectFound(findings, 'look', 'migrations', /còn trống/);
    });

    test('14: a migration that was edited after it ran, and one from a newer version', async () => {
      const url = await fresh();
      const pool = new pg.Pool({ connectionString: url });
      await migrate(pool);
      expectFound(await see({ DATABASE_URL: url }), 'ok', 'migrations', /Bảng dữ liệu đúng bản này/);
      await pool.query("insert into migration (name, sum) values ('9999-later.sql', 'x')");
      expectFound(await see({ DATABASE_URL: url }), 'look', 'migrations', /một bản mới hơn/);
      await pool.query("update migration set sum = 'x' where name = '0001-start.sql'");
      await pool.end();
      expectFound(await see({ DATABASE_URL: url }), 'bad', 'migrations', /0001-start\.sql đã chạy rồi mà bị sửa/);
    });

    test('15: a clock that differs from the database', async () => {
      const late = () => new Date(Date.now() + 60_000);
      expectFound(await see({ DATABASE_URL: await fresh() }, late), 'bad', 'clock', /lệch \d+ giây/);
    });

    test('16: a desk that is said to be staffed and has no key', async () => {
      const staffed = join(folder, 'staffed');
      cpSync(tidy.KNOWLEDGE_DIR ?? '', staffed, { recursive: true });
      const file = join(staffed, 'desk.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace('\nstaffed: false', '\nstaffed: true'));
      const url = await fresh();
      const pool = new pg.Pool({ connectionString: url });
      await migrate(pool);
      await pool.end();
      const findings = await see({ DATABASE_URL: url, KNOWLEDGE_DIR: staffed });
      expectFound(findings, 'bad', 'desk', /chưa có khóa/);
      expectFound(findings, 'look', 'officers', /Chưa có tài khoản quản trị/);
      expectFound(findings, 'look', 'notices', /không ai được báo khi có ca/);
    });
  });
});
