import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newPair, openLetter, sealLetter } from '../../src/sealing/letter.ts';
import { type Owner, setUpByCode, type Visitor } from '../officers/house.ts';
import { type BotApi, openBotApi } from '../telegram/bot-api.ts';
import { type BotPeer, openBotPeer } from '../zalo/bot-peer.ts';
import { dumpOf, filesIn, foundIn } from './leaks.ts';

// The service as an operator runs it, people and officers over HTTP, and everything it leaves behind searched for what they
// said. Starts and whole ways: long on a busy machine.
vi.setConfig({ testTimeout: 900_000, hookTimeout: 300_000 });

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-process-'));
const dataDir = join(folder, 'data');
const running = new Set<ChildProcess>();
/** All that any of our processes ever printed. */
let out = '';
let zalo: BotPeer;
let telegram: BotApi;
const an = 501;

/** What people and the officer say; invented, and nowhere in the knowledge. */
const web = {
  words: 'người kể tên Vàng Thị Chẳng Có, ở với Giàng A Không Thật',
  codeWord: 'mận lạ tím',
  way: 'qua cô Dín Bịa ở chợ phiên',
  commune: 'Lùng Phình Bịa Đặt',
  later: 'thêm chuyện cái khăn thêu xanh lơ',
  reply: 'Chào bạn, mình hẹn ở gốc trám già nhé',
  draft: 'lời dở dang chưa hề gửi đi đâu',
  refused: 'chữ trong một yêu cầu hỏng',
};
const onMessengers = {
  zalo: { words: 'chuyện kể trên Zalo về chiếc gùi vàng', codeWord: 'sáo trúc bạc', later: 'nhớ cái vòng bạc cũ' },
  telegram: {
    words: 'kể qua Telegram chuyện con ngựa bạch',
    codeWord: 'khèn lá ngô',
    later: 'nhớ bếp lửa nhà sàn xưa',
  },
};
const planted = [web, ...Object.values(onMessengers)].flatMap((one) => Object.values(one));

beforeAll(async () => {
  zalo = await openBotPeer();
  telegram = await openBotApi();
  const knowledge = join(folder, 'knowledge');
  cpSync(join(root, 'knowledge'), knowledge, { recursive: true });
  const desk = join(knowledge, 'desk.yaml');
  const always = 'hours:\n  - { days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "23:59" }\n';
  const text = readFileSync(desk, 'utf8').replace('staffed: false\n', 'staffed: true\n');
  writeFileSync(desk, text.replace(/hours:\n(?: {2}- .*\n)+/, always));
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await zalo?.close();
  await telegram?.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: string[]): { child: ChildProcess; ended: Promise<number | null> } {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      DATA_DIR: dataDir,
      KNOWLEDGE_DIR: join(folder, 'knowledge'),
      PORT: '0',
      ZALO_BOT_TOKEN: zalo.token,
      ZALO_BOT_API_ROOT: zalo.url,
      OFFICER_ZALO_CHAT: 'nhom-truc',
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url,
    },
  });
  running.add(child);
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      out += chunk;
    });
  const ended = new Promise<number | null>((resolve) =>
    child.on('close', (code) => {
      running.delete(child);
      resolve(code);
    }),
  );
  return { child, ended };
}

async function until(what: string, holds: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(holds(), what).toBe(true), { timeout: 300_000, interval: 100 });
}

/** A person on the chat page of the service. */
function chatter(url: string, session: string) {
  return async (text: string): Promise<string> => {
    const answer = await fetch(`${url}/tin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ session, text }),
    });
    return ((await answer.json()) as { bubbles: string[] }).bubbles.join('\n');
  };
}

/** A person on a messenger: says something, and waits until it is answered. */
function messenger(name: keyof typeof onMessengers) {
  const said = () =>
    (name === 'zalo' ? zalo.seen('nguoi-zalo') : telegram.seen(an)).flatMap(({ from, text }) =>
      from === 'bot' ? [text] : [],
    );
  const tell = async (text: string) => {
    const before = said().length;
    if (name === 'zalo') zalo.says('nguoi-zalo', text);
    else telegram.says(an, text);
    await until(`${name}: an answer`, () => said().length > before);
  };
  return { told: onMessengers[name], tell, saw: (fits: (text: string) => boolean) => said().some(fits) };
}

const receiptIn = (text: string) => /\d{3}(?:-\d{3}){4}/.exec(text)?.[0] ?? '';

async function json(browser: Visitor, path: string, body: unknown) {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const came = await browser.send(path, { method: 'POST', body: JSON.stringify(body), headers });
  return { status: came.status, body: came.text === '' ? null : JSON.parse(came.text) };
}

/** The officer takes a case, opens it with the desk's key and answers. What they read. */
async function answers({ browser }: Owner, id: string, privateKey: string, text: string): Promise<string> {
  await browser.post(`/ca/${id}/nhan`);
  const { body } = await json(browser, `/ca/${id}/mo`, { reason: 'first-answer' });
  const read = body.letters.map(({ kind, sealed }: { kind: 'referral'; sealed: string }) =>
    openLetter(sealed, { case: id, kind }, privateKey),
  );
  const sealed = sealLetter({ text }, { case: id, kind: 'from-officer' }, body.replyTo);
  expect((await json(browser, `/ca/${id}/tra-loi`, { sealed })).status).toBe(200);
  return JSON.stringify(read);
}

test('nothing that people or officers said is in what the service printed, in its database or in its files', async () => {
  expect(await run('src/officer.ts', 'add', 'quan.tri', '--role', 'admin').ended).toBe(0);
  const code = /(?:[2-9A-Z]{5}-){3}[2-9A-Z]{5}/.exec(out)?.[0] ?? '';
  const service = run('src/main.ts');
  await until('the service is up', () => out.includes('Nhấn Ctrl+C'));
  const url = /http:\/\/\S+/.exec(out)?.[0] ?? '';
  // The control: before anything is said, none of it is anywhere, so what is found later came from there.
  expect(foundIn([out, ...filesIn(dataDir)], planted)).toEqual([]);

  const clock = { now: () => new Date(), pass: () => {} };
  const over = {
    request: (asked: string, init: RequestInit) =>
      fetch(url + new URL(asked).pathname + new URL(asked).search, { ...init, redirect: 'manual' }),
  };
  const admin = await setUpByCode(over, clock, 'quan.tri', code);
  const added = (await admin.browser.post('/tai-khoan', { 'ten-moi': 'mai.ca', 'vai-tro': 'case-worker' })).text;
  const mai = await setUpByCode(over, clock, 'mai.ca', /(?:[2-9A-Z]{5}-){3}[2-9A-Z]{5}/.exec(added)?.[0] ?? '');
  const pair = newPair();
  const officer = /<option value="([^"]+)">mai\.ca/.exec((await admin.browser.get('/khoa')).text)?.[1] ?? '';
  const wrapped = JSON.stringify({ v: 1, key: pair.publicKey.id, box: 'x'.repeat(60) });
  const key = { kind: 'desk', publicKey: pair.publicKey, officer, wrapped };
  expect((await json(admin.browser, '/khoa', key)).status).toBe(200);

  // The web: the whole way, a draft that is left, and a request that is broken.
  const say = chatter(url, 'phien-nguoi-bia-1');
  for (const text of ['gửi lời', '1', '1', '1', '2', web.way, web.codeWord, web.commune]) await say(text);
  const shown = await say(web.words);
  for (const word of [web.words, web.way, web.codeWord, web.commune]) expect(shown).toContain(word);
  const receipt = receiptIn(await say('đồng ý'));
  expect(receipt).not.toBe('');
  const half = chatter(url, 'phien-nguoi-bia-2');
  for (const text of ['gửi lời', '1', '1', '1', '1', 'từ khác', 'bỏ qua']) await half(text);
  expect(await half(web.draft)).toContain(web.draft);
  await fetch(`${url}/tin`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: web.refused });
  await fetch(`${url}/${encodeURIComponent(web.refused)}`);

  // Messengers: the same way, over the durable queue.
  const [onZalo, onTelegram] = [messenger('zalo'), messenger('telegram')];
  for (const { told, tell, saw } of [onZalo, onTelegram]) {
    for (const text of ['gửi lời', '1', '1', '1', '1', told.codeWord, 'bỏ qua', told.words, 'đồng ý']) await tell(text);
    await until('a receipt', () => saw((text) => receiptIn(text) !== ''));
  }

  // The officer reads and answers all; the person on the web writes again and reads.
  const ids = [...(await mai.browser.get('/ca')).text.matchAll(/id="claim-([0-9a-f]+)"/g)].map(
    (found) => found[1] ?? '',
  );
  expect(ids).toHaveLength(3);
  const read: string[] = [];
  for (const id of ids) read.push(await answers(mai, id, pair.privateKey, web.reply));
  const passedOn = [web.words, web.way, web.codeWord, web.commune];
  for (const { told } of [onZalo, onTelegram]) passedOn.push(told.words, told.codeWord);
  for (const word of passedOn) expect(read.join()).toContain(word);
  expect(await say(web.later)).toContain(web.reply);
  const back = chatter(url, 'phien-may-khac-3');
  await back(receipt);
  expect(await back('từ sai hẳn')).toContain('không khớp');
  expect(await back(web.codeWord)).toContain(web.reply);
  for (const { told, tell, saw } of [onZalo, onTelegram]) {
    await tell(told.later);
    await until('the answer', () => saw((text) => text.includes(web.reply)));
  }

  // One word destroys what was sent from Zalo; the log tells every deed, the person's own too.
  await onZalo.tell('rút lại');
  await until('it is destroyed', () => onZalo.saw((text) => text.includes('bị huỷ hẳn')));
  const log = (await admin.browser.get('/nhat-ky')).text;
  for (const deed of ['Có ca mới', 'Nhận ca', 'Mở đọc ca', 'Trả lời ca', 'Người nhắn rút ca', 'Nhật ký nguyên vẹn'])
    expect(log).toContain(deed);

  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
  const left = [out, ...(await dumpOf(dataDir)), ...filesIn(dataDir)];
  expect(foundIn(left, [...planted, receipt, receipt.replaceAll('-', ''), pair.privateKey])).toEqual([]);

  // The controls: the search finds what was printed, what stands in a table, and a word kept unsealed, in table and file.
  expect(foundIn([out], [code])).toEqual([code]);
  expect(foundIn(left, ids)).toEqual(ids);
  const unsealed = 'từ để ngỏ cố ý';
  const insert = `insert into referral_event (referral, what, reason, at) values ('kiem-soat', 'created', '${unsealed}', now())`;
  expect(foundIn(await dumpOf(dataDir, [insert]), [unsealed])).toEqual([unsealed]);
  expect(foundIn(filesIn(dataDir), [unsealed])).toEqual([unsealed]);
});
