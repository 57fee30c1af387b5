import { expect, test } from 'vitest';
import { zaloBotChannel } from '../../src/channels/zalo-bot.ts';
import { zaloOaChannel } from '../../src/channels/zalo-oa.ts';
import { conversationStore } from '../../src/postgres/conversations.ts';
import { makeSeal } from '../../src/postgres/mailbox/seal.ts';
import { postgresTokens } from '../../src/postgres/oa-tokens.ts';
import type { Database } from '../../src/postgres/open.ts';
import { openQueue } from '../../src/queue.ts';
import { makeThinking, turnOf } from '../../src/turn/turn.ts';
import { openDoor } from '../channels/door.ts';
import { makeParts, replies } from '../fakes.ts';
import { count, engines, openEmpty, until, usualKey } from '../worker/house.ts';
import { secret } from './bot-house.ts';
import { openBotPeer } from './bot-peer.ts';
import { pairOf } from './oa-house.ts';
import { openOaPeer } from './oa-peer.ts';

// Both products over the durable queue, through every fault there is, with words and secrets that must not be found.
const words = ['Páo Văn Thử', 'Lùng Phình Giả', 'hoacucvang'];
const people = ['nguoi-8675309', '8675309867'];
const message = `tối qua em bị chồng là ${words[0]} đánh ở ${words[1]} ${words[2]}`;

async function tablesOf({ pool }: Database): Promise<string> {
  const { rows: tables } = await pool.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const dumps = [];
  for (const { name } of tables)
    dumps.push(JSON.stringify((await pool.query(`select t::text as row from ${name} t`)).rows));
  return dumps.join('\n');
}

/** The planted that are found in a text, also where the bytes are shown as hexadecimal. */
function foundIn(text: string, planted: string[]): string[] {
  return planted.filter((one) =>
    [one, Buffer.from(one).toString('hex'), JSON.stringify(one).slice(1, -1)].some((form) => text.includes(form)),
  );
}

test.each(engines)(
  'no planted word, id, token or address is in a table, an alarm, a log or an error (%s)',
  async (engine) => {
    const database = await openEmpty(engine);
    await database.pool.query('truncate zalo_oa_token');
    const door = await openDoor();
    const bot = await openBotPeer();
    const oa = await openOaPeer({ hookUrl: `${door.url}/zalo-oa` });
    const first = oa.current;
    const logs: string[] = [];
    const shared = {
      contactKey: Buffer.alloc(32, 7),
      replies,
      sourceLines: () => [],
      tell: (line: string) => logs.push(line),
      onTrouble: (code: string) => logs.push(code),
    };
    const tokens = postgresTokens(database.pool, database.kind, makeSeal(usualKey, 'tokens'), oa.appId);
    await tokens.replace(pairOf(oa));
    const channels = {
      bot: zaloBotChannel({
        ...shared,
        token: bot.token,
        apiRoot: bot.url,
        mode: { kind: 'webhook', url: `${door.url}/zalo-bot`, secret },
        firstWaitMs: 10,
      }),
      oa: zaloOaChannel({
        ...shared,
        ...oa,
        signed: 'body',
        apiRoot: oa.url,
        loginRoot: oa.url,
        tokens,
      }),
    };
    door.opens((request) =>
      new URL(request.url).pathname === '/zalo-oa'
        ? channels.oa.door.fetch(request)
        : (channels.bot.door?.fetch(request) ?? new Response()),
    );
    const thinking = makeThinking(
      makeParts({
        conversations: conversationStore(database.pool),
        now: () => new Date(),
        onTrouble: (code) => logs.push(code),
      }),
    );
    const queue = await openQueue({
      bot: { database, replies, thinking, turn: turnOf(thinking) },
      senders: new Map([
        ['zalo-bot', channels.bot.sender],
        ['zalo-oa', channels.oa.sender],
      ]),
      queueKey: [usualKey],
      onTrouble: (code) => logs.push(code),
      pace: { pollMs: 50, sweepMs: 100, waitedSeconds: 1, backoffSeconds: () => 0.05 },
    });
    for (const one of Object.values(channels)) one.start(queue);
    await bot.until('online', () => logs.some((line) => line.startsWith('Zalo Bot: đã nối')));

    // First nothing can be sent, so that all of it waits in the tables.
    const page = '<html>secret of Zalo</html>';
    const down = { code: 502, body: page, times: Number.POSITIVE_INFINITY };
    bot.fail('sendMessage', down);
    oa.fail('cs', down);
    bot.says(people[0] ?? '', message);
    expect(await oa.deliver(oa.says(people[1] ?? '', message))).toBe(200);
    await until(async () => (await count(database, 'inbox')) === 0 && (await count(database, 'outbox')) === 2);
    const waiting = await tablesOf(database);
    bot.heal('sendMessage');
    oa.heal('cs');
    await until(async () => (await count(database, 'outbox')) === 0);
    expect(bot.seen(people[0] ?? '').filter(({ from }) => from === 'bot')).toHaveLength(1);
    expect(oa.seen(people[1] ?? '')).toHaveLength(1);
    // Every other fault, by the senders alone.
    const send = {
      bot: () => channels.bot.sender.send(people[0] ?? '', { text: message }),
      oa: () => channels.oa.sender.send(`${Date.now()}:${people[1]}`, { text: message }),
    };
    const faults = [
      { code: 302, headers: { location: 'http://127.0.0.1:9/' }, times: 1 },
      { code: 200, body: 'x'.repeat(300_000), times: 1 },
      { code: 429, body: page, headers: { 'retry-after': '1' }, times: 1 },
      { lost: true, times: 1 },
    ] as const;
    for (const fault of faults) {
      bot.fail('sendMessage', fault);
      await send.bot();
      oa.fail('cs', fault);
      await send.oa();
    }
    for (let nth = 0; nth < 3; nth++) {
      bot.fail('sendMessage', { drop: true, times: 1 });
      await send.bot();
    }
    // What Zalo refuses for good, and what it says is over.
    for (const code of [-201, -211, -230]) {
      oa.refuse(code);
      await send.oa();
    }
    oa.revoke();
    oa.fail('access_token', { code: 200, body: '{"error":-14099,"error_description":"secret of Zalo"}', times: 1 });
    expect((await send.oa()).kind).toBe('retry');
    await channels.bot.sender.send('nobody', { text: message });
    const forged = await fetch(`${door.url}/zalo-bot`, { method: 'POST', body: JSON.stringify({ message }) });
    expect([forged.status, await forged.text()]).toEqual([401, '']);
    expect(await oa.deliver(oa.says(people[1] ?? '', message), { secret: 'sai' })).toBe(401);
    const after = await tablesOf(database);
    for (const one of Object.values(channels)) await one.stop();
    await queue.stop();
    const planted = [...words, ...people, bot.token, oa.appSecret, oa.oaSecret, secret, 'secret of Zalo', 'bi-mat'];
    const secrets = [first.access, first.refresh, oa.current.access, oa.current.refresh];
    const told = logs.join('\n');
    expect(foundIn(waiting, [...planted, ...secrets])).toEqual([]);
    expect(foundIn(after, [...planted, ...secrets])).toEqual([]);
    expect(foundIn(told, [...planted, ...secrets, bot.url, oa.url])).toEqual([]);
    expect(logs).toEqual(expect.arrayContaining(['down', 'refused', 'refusal-211', 'refusal-230']));
    await Promise.all([bot.close(), oa.close(), door.close()]);
    await database.close();
  },
  300_000,
);

test('the scan would find what is planted', () => {
  expect(foundIn(`x ${words[0]} y`, words)).toEqual([words[0]]);
  expect(foundIn(Buffer.from(people[0] ?? '').toString('hex'), people)).toEqual([people[0]]);
});
