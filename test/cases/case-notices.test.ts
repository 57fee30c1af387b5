import { createServer as createHttp } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { noticeText } from '../../src/core/officers/notice.ts';
import { type Bells, type Due, makeTelling, openBells } from '../../src/notices.ts';
import { type OfficerHouse, openOfficerHouse, setUp } from '../officers/house.ts';
import { planted } from '../postgres/referral-house.ts';
import { openBotPeer } from '../zalo/bot-peer.ts';
import { giveKey, refer } from './desk.ts';

let house: OfficerHouse;
beforeAll(async () => {
  house = await openOfficerHouse();
});
afterAll(() => house.database.close());
beforeEach(async () => {
  await house.empty();
  await setUp(house, 'mai.ca', 'case-worker');
  await giveKey(house, 'mai.ca');
});

/** Bells that note what they rang; `broken` ones reject. */
function listen() {
  const rung: string[] = [];
  const trouble: string[] = [];
  const state = { isBroken: false, isAway: false };
  const bell = (name: string) => ({
    ring: async (text: string) => {
      if (state.isBroken && name === 'desk') throw new Error('broken');
      rung.push(`${name}: ${text}`);
    },
  });
  const bells: Bells = { desk: [bell('desk')], supervisor: [bell('boss')] };
  let waiting: Due[] = [];
  const { look, ring } = makeTelling({
    cases: house.desk.cases,
    bells,
    post: async (due) => {
      if (state.isAway) throw new Error('away');
      waiting.push(...due);
    },
    now: house.clock.now,
    onTrouble: (code) => trouble.push(code),
  });
  /** One round of the queue: what was not rung stays in it. */
  const round = async () => {
    await look();
    const rings = await Promise.allSettled(waiting.map(ring));
    waiting = waiting.filter((_, at) => rings[at]?.status === 'rejected');
  };
  return { rung, trouble, state, telling: { look: round } };
}

test('a new case rings once at the desk; unanswered past the promise it rings at the supervisor too, once', async () => {
  const { caseId } = await refer(house, 'nguoi-a');
  const { rung, telling } = listen();
  await telling.look();
  await telling.look();
  const code = caseId.match(/.{4}/g)?.join(' ');
  expect(rung).toEqual([`desk: Hoa Ban. Có việc mới, mã ${code}, mức: cần sớm.`]);
  house.clock.pass(60 * 60_000 + 1);
  await telling.look();
  await telling.look();
  expect(rung.slice(1).sort()).toEqual([
    `boss: Hoa Ban. Có việc quá hẹn trả lời, mã ${code}, mức: cần sớm.`,
    `desk: Hoa Ban. Có việc quá hẹn trả lời, mã ${code}, mức: cần sớm.`,
  ]);
  const [entry] = await house.house.audit.read(1, null);
  expect(entry).toMatchObject({ actor: null, action: 'case-alarmed', subject: caseId });
});

test('of two replicas one tells', async () => {
  await refer(house, 'nguoi-a');
  const [one, two] = [listen(), listen()];
  await Promise.all([one.telling.look(), two.telling.look()]);
  expect([...one.rung, ...two.rung]).toHaveLength(1);
});

test('a bell that failed stays to be rung, the others do not; so does what could not be posted', async () => {
  await refer(house, 'nguoi-a');
  const { rung, state, trouble, telling } = listen();
  state.isBroken = true;
  await telling.look();
  expect(rung).toEqual([]);
  expect(trouble).toEqual(['notice-not-sent']);
  state.isBroken = false;
  await telling.look();
  await telling.look();
  expect(rung).toHaveLength(1);
  await refer(house, 'nguoi-b');
  state.isAway = true;
  await telling.look();
  expect(rung).toHaveLength(1);
  expect(trouble.at(-1)).toBe('notices-not-read');
  state.isAway = false;
  await telling.look();
  await telling.look();
  expect(rung).toHaveLength(2);
});

test('a database that takes nothing is trouble, not an end', async () => {
  const trouble: string[] = [];
  const telling = makeTelling({
    cases: { takeNotices: () => Promise.reject(new Error('down')) },
    bells: { desk: [], supervisor: [] },
    post: async () => {},
    now: house.clock.now,
    onTrouble: (code) => trouble.push(code),
  });
  await telling.look();
  await telling.look();
  expect(trouble).toEqual(['notices-not-read', 'notices-not-read']);
});

test('a notice holds nothing of a person', () => {
  for (const kind of ['new', 'late'] as const)
    for (const urgency of ['usual', 'soon', 'urgent'] as const) {
      const text = noticeText({ case: 'a1b2c3d4e5f6', urgency, kind });
      expect(text).not.toMatch(/bạo lực|bạo hành|nạn nhân|giúp|trung tâm|ca /i);
      for (const word of planted) expect(text).not.toContain(word);
    }
});

/** A mail server that takes everything and keeps it. */
function openMail(): Promise<{ port: number; taken: string[]; server: Server }> {
  const taken: string[] = [];
  const server = createServer((socket) => {
    let inData = false;
    let letter = '';
    socket.on('error', () => {});
    socket.write('220 here\r\n');
    socket.on('data', (chunk) => {
      for (const line of chunk.toString('utf8').split(/(?<=\r\n)/)) {
        if (inData && line === '.\r\n') {
          inData = false;
          taken.push(letter);
          socket.write('250 ok\r\n');
        } else if (inData) letter += line;
        else if (/^DATA/i.test(line)) {
          inData = true;
          letter = '';
          socket.write('354 go on\r\n');
        } else {
          letter += line;
          socket.write(/^QUIT/i.test(line) ? '221 bye\r\n' : '250 ok\r\n');
        }
      }
    });
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve({ port: (server.address() as AddressInfo).port, taken, server })),
  );
}

test('e-mail and chat carry the notice to everybody named, and a broken server is told without its secrets', async () => {
  const { port, taken, server } = await openMail();
  const sent: string[] = [];
  const api = createHttp((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      sent.push(body);
      response.setHeader('content-type', 'application/json');
      response.end('{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":-100,"type":"group"}}}');
    });
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  const { notices } = parseConfig({
    OFFICER_MAIL_URL: `smtp://127.0.0.1:${port}`,
    OFFICER_MAIL_FROM: 'hoaban@tinh.example',
    OFFICER_MAIL_TO: 'truc1@tinh.example, truc2@tinh.example',
    OFFICER_TELEGRAM_CHAT: '-1001234567890',
    TELEGRAM_BOT_TOKEN: '1234567:abcdefghijklmnopqrstuvwxyz',
    TELEGRAM_API_ROOT: `http://127.0.0.1:${(api.address() as AddressInfo).port}`,
  });
  const bells = await openBells(notices);
  expect(bells.supervisor).toEqual([]);
  await Promise.all(bells.desk.map((bell) => bell.ring('Hoa Ban. Co viec moi, ma a1b2.')));
  expect(taken[0]).toMatch(/Subject: Hoa Ban\r\n/);
  for (const word of ['truc1@tinh.example', 'truc2@tinh.example', 'ma a1b2']) expect(taken[0]).toContain(word);
  expect(JSON.parse(sent[0] ?? '{}')).toMatchObject({
    chat_id: '-1001234567890',
    text: 'Hoa Ban. Co viec moi, ma a1b2.',
  });
  server.close();
  await new Promise((resolve) => api.close(resolve));
  const failed = await Promise.allSettled(bells.desk.map((bell) => bell.ring('x')));
  for (const one of failed)
    expect(JSON.stringify(one, Object.getOwnPropertyNames(Error.prototype))).not.toContain('1234567');
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('Zalo carries the notice to its chat; what Zalo does not take is rung again', async () => {
  const zalo = await openBotPeer();
  zalo.says('nhom-truc', 'chào');
  const { notices } = parseConfig({
    SUPERVISOR_ZALO_CHAT: 'nhom-truc',
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_BOT_API_ROOT: zalo.url,
  });
  const bells = await openBells(notices);
  expect(bells.desk).toEqual([]);
  const text = noticeText({ case: 'a1b2c3d4e5f6', urgency: 'urgent', kind: 'late' });
  for (const bell of bells.supervisor) await bell.ring(text);
  expect(zalo.seen('nhom-truc').at(-1)).toEqual({ from: 'bot', text });
  await zalo.close();
  const [failed] = await Promise.allSettled(bells.supervisor.map((bell) => bell.ring(text)));
  expect(failed?.status).toBe('rejected');
  expect(JSON.stringify(failed, Object.getOwnPropertyNames(Error.prototype))).not.toContain(zalo.token);
});

test('settings that cannot work are told without their values, and the rest still works', () => {
  const { notices } = parseConfig({
    OFFICER_MAIL_TO: 'truc1@tinh.example, sai',
    OFFICER_TELEGRAM_CHAT: 'nhóm',
    SUPERVISOR_TELEGRAM_CHAT: '-1001234567890',
    OFFICER_ZALO_CHAT: 'có dấu cách',
    SUPERVISOR_ZALO_CHAT: 'nhom-truc',
  });
  expect(notices.mail).toBeNull();
  expect(notices.desk.mail).toEqual(['truc1@tinh.example']);
  expect(notices.unusable).toHaveLength(6);
  expect(notices.unusable.join()).not.toMatch(/sai,|nhóm,|truc1|có dấu cách|nhom-truc/);
  expect(parseConfig({}).notices.unusable).toEqual([]);
});
