import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openBot } from '../../src/app.ts';
import type { Bot } from '../../src/bot.ts';
import { parseConfig } from '../../src/config.ts';
import { PrivateText } from '../../src/core/private-text.ts';
import { deskNews } from '../../src/desk-news.ts';
import { newPair, openLetter, sealLetter } from '../../src/sealing/letter.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-desk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const root = new URL('../..', import.meta.url).pathname;
const planted = ['Vàng Thị Giả', 'mận tam hoa', 'nhắn qua cô Dín ở chợ', 'trả lời bịa ra của người trực'];

/** The service over content in which the desk is staffed, or not. */
function open(staffed: boolean): Promise<Bot> {
  const knowledge = join(folder, 'knowledge');
  cpSync(join(root, 'knowledge'), knowledge, { recursive: true });
  const file = join(knowledge, 'desk.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^staffed: .*$/m, `staffed: ${staffed}`));
  const env = { DATA_DIR: join(folder, 'data'), KNOWLEDGE_DIR: knowledge, PROMPTS_DIR: join(root, 'prompts') };
  return openBot(parseConfig(env), { scratch: false, onProgress: () => {} });
}

/** Three whole starts take long on a busy machine. */
const patienceMs = 300_000;

let sent = 0;
async function say(bot: Bot, text: string, contact = 'web:nguoi-bia'): Promise<string> {
  const content = { kind: 'text', text: new PrivateText(text) } as const;
  const reply = await bot.turn({ id: `t${++sent}`, channel: 'web', contact, sentAt: new Date(), content });
  return reply.bubbles.join('\n');
}

/** Planted words in any file of the data folder, also as hexadecimal. */
function foundInFiles(): string[] {
  const files = readdirSync(join(folder, 'data'), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, 'data', name))
    .filter((file) => statSync(file).isFile());
  expect(files.length).toBeGreaterThan(100);
  return files.flatMap((file) => {
    const bytes = readFileSync(file);
    return planted.filter((word) => bytes.includes(word) || bytes.includes(Buffer.from(word).toString('hex')));
  });
}

test(
  'the whole service: no desk, a desk without a key, a case, a restart, the way back, a desk that closed',
  async () => {
    let bot = await open(false);
    expect(bot.desk?.parts).toBeNull();
    expect(await say(bot, 'gửi lời')).toContain('chưa có người trực');
    expect(await deskNews(bot.desk ?? never(), false)).toEqual([]);
    await bot.close();

    bot = await open(true);
    expect(await say(bot, 'gửi lời')).toContain('chưa có người trực');
    expect((await deskNews(bot.desk ?? never(), false)).join()).toContain('chưa có khóa');
    const pair = newPair();
    await bot.desk?.keys.add(pair.publicKey, 'desk', { officer: 'can-bo-1', key: '{}' });
    expect((await deskNews(bot.desk ?? never(), false)).join()).toMatch(/Chưa có khóa dự phòng.*Chưa đặt nơi báo tin/);
    expect((await deskNews(bot.desk ?? never(), true)).join()).not.toContain('báo tin');
    const way = ['gửi lời', '1', '1', '1', '2', planted[2] ?? '', planted[1] ?? '', 'bỏ qua', `em là ${planted[0]}`];
    let last = '';
    for (const text of way) last = await say(bot, text);
    for (const word of planted.slice(0, 3)) expect(last).toContain(word);
    const receipt = /\d{3}(?:-\d{3}){4}/.exec(await say(bot, 'đồng ý'))?.[0] ?? '';
    expect(receipt).not.toBe('');

    // Erasing by the page's own door leaves no draft.
    expect(await say(bot, 'gửi lời', 'web:voi-vang')).toContain('16 tuổi');
    const drafts = async () => (await bot.database.pool.query('select contact from desk_talk')).rows;
    expect(await drafts()).toContainEqual({ contact: 'web:voi-vang' });
    await bot.erase('web:voi-vang');
    expect(await drafts()).not.toContainEqual({ contact: 'web:voi-vang' });

    const id = (await bot.desk?.cases.queue())?.[0]?.id ?? '';
    const now = new Date();
    await bot.desk?.cases.claim(id, 'can-bo-1', now);
    const opened = await bot.desk?.cases.open(id, 'can-bo-1', 'first-answer', now);
    if (opened === undefined || typeof opened === 'string') throw new Error('not opened');
    // The control: with the key the words are there.
    const letter = openLetter(opened.letters[0]?.sealed ?? '', { case: id, kind: 'referral' }, pair.privateKey);
    for (const word of planted.slice(0, 3)) expect(JSON.stringify(letter)).toContain(word);
    const reply = sealLetter({ text: planted[3] }, { case: id, kind: 'from-officer' }, opened.replyTo);
    expect(await bot.desk?.cases.reply(id, 'can-bo-1', reply, now)).toBe('sent');

    // A second case is closed: it stays for its days and not longer, and the log says so.
    for (const text of ['gửi lời', '1', '1', '1', '1', 'sao hôm', 'bỏ qua', 'bỏ qua', 'đồng ý'])
      await say(bot, text, 'web:nguoi-hai');
    const other = (await bot.desk?.cases.queue())?.find((one) => one.holder === null)?.id ?? '';
    await bot.desk?.cases.claim(other, 'can-bo-1', now);
    await bot.desk?.cases.open(other, 'can-bo-1', 'first-answer', now);
    expect(await bot.desk?.cases.close(other, 'can-bo-1', 'answered', now)).toBe('done');
    const afterDays = async (days: number) => {
      const age = 'update referral set closed_at = now() - make_interval(days => $2) where id = $1';
      await bot.database.pool.query(age, [other, days]);
      await bot.desk?.forget();
      return (await bot.database.pool.query('select 1 from referral_letter where referral = $1', [other])).rows.length;
    };
    expect([await afterDays(89), await afterDays(91)]).toEqual([1, 0]);
    const { rows: log } = await bot.database.pool.query('select action from audit where subject = $1 order by seq', [
      other,
    ]);
    expect(log.map(({ action }) => action)).toEqual([
      ...['case-created', 'case-claimed', 'case-opened', 'case-closed', 'case-destroyed'],
    ]);

    await bot.database.pool.query('checkpoint');
    expect(foundInFiles()).toEqual([]);
    await bot.close();

    bot = await open(false);
    expect((await deskNews(bot.desk ?? never(), false)).join()).toMatch(/Bàn trực đóng.*1 ca/);
    expect(await say(bot, 'gửi lời', 'web:nguoi-khac')).toContain('chưa có người trực');
    expect(await say(bot, `${receipt} MẬN TAM HOA`, 'web:may-khac')).toContain(planted[3]);
    expect(await say(bot, 'rút lại', 'web:may-khac')).toContain('bị huỷ hẳn');
    expect(await bot.desk?.cases.queue()).toEqual([]);
    await bot.database.pool.query('checkpoint');
    expect(foundInFiles()).toEqual([]);
    await bot.close();
  },
  patienceMs,
);

function never(): never {
  throw new Error('the content has no desk');
}
