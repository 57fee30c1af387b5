import { describe, expect, test } from 'vitest';
import type { SendResult } from '../../src/core/mailbox.ts';
import { postgresSends } from '../../src/postgres/broadcast/sends.ts';
import { subscriptionSeal } from '../../src/postgres/broadcast/subscriptions.ts';
import { makeSeal } from '../../src/postgres/mailbox/seal.ts';
import type { Database } from '../../src/postgres/open.ts';
import type { Push } from '../../src/pushing.ts';
import { due, standing, subscribe, theReply } from './broadcast-house.ts';
import {
  closedAfterEach,
  count,
  engines,
  fakeChannel,
  incoming,
  openAt,
  openEmpty,
  openHouse,
  sentAs,
  until,
  usualKey,
} from './house.ts';

const open = closedAfterEach();

const push: Push = { reply: () => theReply, perSecond: () => 400 };
const people = (many: number) => Array.from({ length: many }, (_, at) => `nguoi-${at}`);

async function start(database: Database, channel: ReturnType<typeof fakeChannel>, given: Push = push) {
  const queue = await openHouse(database, channel, undefined, { push: given });
  open.unshift(queue.stop);
  return queue;
}

async function empty(engine: (typeof engines)[number]): Promise<Database> {
  const database = await openEmpty(engine);
  open.push(database.close);
  return database;
}

const isOver = (database: Database, id: number) => async () =>
  ['done', 'withheld'].includes((await standing(database, id)).state);

describe.each(engines)('sending to subscribers on %s', (engine) => {
  test('everybody gets it once, silently counted, and no send is kept', { timeout: 120_000 }, async () => {
    const database = await empty(engine);
    await subscribe(database, people(60));
    const id = await due(database);
    const channel = fakeChannel();
    await start(database, channel);
    await until(isOver(database, id));
    expect(channel.sent.map(({ address }) => address).sort()).toEqual(
      people(60)
        .map((one) => `chat-${one}`)
        .sort(),
    );
    expect(new Set(channel.sent.map(({ text }) => text))).toEqual(new Set(theReply.bubbles));
    expect(await standing(database, id)).toMatchObject({ state: 'done', planned: 60, sent: 60, uncertain: 0 });
    expect(await count(database, 'campaign_send')).toBe(0);
    // So that "xoá" reaches them too.
    expect(await count(database, 'erasable')).toBe(60);
  });

  test('what is for each day reaches only those who want that', { timeout: 120_000 }, async () => {
    const database = await empty(engine);
    await subscribe(database, ['moi-ngay'], 'daily');
    await subscribe(database, ['ngay-le'], 'days');
    const id = await due(database, { audience: 'daily' });
    const channel = fakeChannel();
    await start(database, channel);
    await until(isOver(database, id));
    expect(channel.sent.map(({ address }) => address)).toEqual(['chat-moi-ngay']);
  });

  test('who blocked the bot is no longer subscribed; a refusal is counted, and the others get theirs', {
    timeout: 120_000,
  }, async () => {
    const database = await empty(engine);
    await subscribe(database, ['a', 'b', 'c']);
    const id = await due(database);
    const channel = fakeChannel(({ address }): SendResult => {
      if (address === 'chat-a') return { kind: 'gone' };
      return address === 'chat-b' ? { kind: 'refused' } : sentAs('s');
    });
    await start(database, channel);
    await until(isOver(database, id));
    expect(await standing(database, id)).toMatchObject({ planned: 3, sent: 1, gone: 1, refused: 1 });
    const { rows } = await database.pool.query('select contact from subscription order by 1');
    expect(rows.map(({ contact }) => contact)).toEqual(['b', 'c']);
  });

  test('what the platform surely did not take is sent later; what it may have taken never again', {
    timeout: 120_000,
  }, async () => {
    const database = await empty(engine);
    await subscribe(database, ['a', 'b']);
    const id = await due(database);
    const first = new Set<string>();
    const channel = fakeChannel(({ address }): SendResult => {
      if (first.has(address)) return sentAs('s');
      first.add(address);
      return address === 'chat-a'
        ? { kind: 'retry', afterSeconds: 0.1 }
        : { kind: 'retry', afterSeconds: 0.1, unsure: true };
    });
    const queue = await start(database, channel);
    await until(isOver(database, id));
    expect(channel.sent.map(({ address }) => address)).toEqual(['chat-a']);
    expect(channel.calls.filter(({ address }) => address === 'chat-b')).toHaveLength(1);
    expect(await standing(database, id)).toMatchObject({ planned: 2, sent: 1, uncertain: 1 });
    expect(queue.troubles).toContain('broadcast-line');
  });

  test('sends under way when the holder died are uncertain; the rest go out', { timeout: 120_000 }, async () => {
    const database = await empty(engine);
    await subscribe(database, people(10));
    const id = await due(database);
    const sends = postgresSends(database.pool, {
      ids: makeSeal(usualKey, 'ids'),
      subscriptions: subscriptionSeal(() => [usualKey]),
    });
    const now = new Date();
    await sends.begin(id, ['telegram'], now);
    expect(await sends.begin(id, ['telegram'], now)).toBe(false);
    expect(await sends.take('telegram', 'dead', now)).toBe(true);
    expect(await sends.take('telegram', 'another', now)).toBe(false);
    expect(await sends.exchange('telegram', 'another', [], 5, now)).toBeNull();
    const taken = (await sends.exchange('telegram', 'dead', [], 3, now)) ?? [];
    expect(taken).toHaveLength(3);
    // It dies here: what it held was perhaps sent.
    await sends.leave('telegram', 'dead');
    const channel = fakeChannel();
    await start(database, channel);
    await until(isOver(database, id));
    expect(await standing(database, id)).toMatchObject({ planned: 10, sent: 7, uncertain: 3 });
    const reached = new Set(channel.sent.map(({ address }) => address));
    for (const { address } of taken) expect(reached.has(address)).toBe(false);
    expect(channel.sent).toHaveLength(7);
    // The one that was thought dead comes back: it counts nothing twice.
    await sends.exchange(
      'telegram',
      'dead',
      taken.map((one) => ({ ...one, outcome: 'sent' as const, ids: [] })),
      0,
      now,
    );
    expect(await standing(database, id)).toMatchObject({ sent: 7, uncertain: 3 });
  });

  test('nobody is sent anything while their own words wait for their turn', { timeout: 120_000 }, async () => {
    const database = await empty(engine);
    await subscribe(database, ['a', 'b']);
    const id = await due(database);
    const now = new Date();
    const seals = { ids: makeSeal(usualKey, 'ids'), subscriptions: subscriptionSeal(() => [usualKey]) };
    const sends = postgresSends(database.pool, seals);
    await database.pool.query(
      "insert into inbox (channel, update_id, contact, sealed, received_at) values ('telegram', 'u', 'a', '', now())",
    );
    await sends.begin(id, ['telegram'], now);
    await sends.take('telegram', 'x', now);
    expect((await sends.exchange('telegram', 'x', [], 9, now))?.map(({ contact }) => contact)).toEqual(['b']);
    await database.pool.query('delete from inbox');
    expect((await sends.exchange('telegram', 'x', [], 9, now))?.map(({ contact }) => contact)).toEqual(['a']);
  });

  test('a stopped message ends where it is, and what its hours cut off is late', { timeout: 120_000 }, async () => {
    const database = await empty(engine);
    await subscribe(database, people(6));
    const now = new Date();
    const seals = { ids: makeSeal(usualKey, 'ids'), subscriptions: subscriptionSeal(() => [usualKey]) };
    const sends = postgresSends(database.pool, seals);
    const [stopped, cut] = [await due(database, { day: 1 }), await due(database, { day: 2 })];
    for (const id of [stopped, cut]) await sends.begin(id, ['telegram'], now);
    await database.pool.query("update campaign set state = 'stopped' where id = $1", [stopped]);
    await sends.take('telegram', 'x', now);
    const taken = await sends.exchange('telegram', 'x', [], 2, now);
    expect(taken?.map(({ campaign }) => campaign)).toEqual([cut, cut]);
    await sends.end(new Date(now.getTime() + 3 * 60 * 60_000));
    expect(await standing(database, cut)).toMatchObject({ state: 'sending', late: 4 });
    expect(await standing(database, stopped)).toMatchObject({ state: 'stopped', late: 0, sent: 0 });
    await sends.exchange(
      'telegram',
      'x',
      (taken ?? []).map((one) => ({ ...one, outcome: 'sent', ids: [] })),
      0,
      now,
    );
    await sends.end(now);
    expect(await standing(database, cut)).toMatchObject({ state: 'done', sent: 2, late: 4 });
    expect(await count(database, 'campaign_send')).toBe(0);
  });

  test('what no longer holds, or comes too late, is not sent to anybody', { timeout: 120_000 }, async () => {
    const database = await empty(engine);
    await subscribe(database, ['a']);
    const id = await due(database, { day: 1 });
    const late = await due(database, { day: 2, minutes: 1 });
    await database.pool.query("update campaign set ends_at = now() - interval '1 second' where id = $1", [late]);
    const channel = fakeChannel();
    const queue = await start(database, channel, { ...push, reply: () => null });
    await until(isOver(database, id));
    await until(isOver(database, late));
    expect(channel.calls).toEqual([]);
    expect(queue.troubles).toContain('broadcast-withheld');
  });

  test('after a change of keys the old one may go: everybody still gets theirs', { timeout: 120_000 }, async () => {
    const database = await empty(engine);
    await subscribe(database, ['a', 'b']);
    const both = await openHouse(database, fakeChannel(), undefined, {
      keys: ['a new key of thirty-two characters', usualKey],
    });
    await both.stop();
    const id = await due(database);
    const channel = fakeChannel();
    const only = await openHouse(database, channel, undefined, { keys: ['a new key of thirty-two characters'], push });
    open.unshift(only.stop);
    await until(isOver(database, id));
    expect(channel.sent).toHaveLength(2);
  });

  test('with another key of contacts nobody gets anything under an old one', { timeout: 120_000 }, async () => {
    const database = await empty(engine);
    await subscribe(database, ['a', 'b']);
    const channel = fakeChannel();
    const queue = await openHouse(database, channel, undefined, { push, contactKey: 'another key of contacts' });
    open.unshift(queue.stop);
    const id = await due(database);
    await until(isOver(database, id));
    expect(channel.calls).toEqual([]);
    expect(await count(database, 'subscription')).toBe(0);
  });

  test('blocking the bot in the messenger ends the subscription', { timeout: 120_000 }, async () => {
    const database = await empty(engine);
    await subscribe(database, ['a']);
    const queue = await start(database, fakeChannel());
    await queue.gone('a');
    expect(await count(database, 'subscription')).toBe(0);
  });

  test('a message nobody could read ends it; an ordinary one renews the address', { timeout: 120_000 }, async () => {
    const database = await empty(engine);
    await subscribe(database, ['a', 'b']);
    const old = new Date(Date.now() - 2 * 60 * 60_000);
    const channel = fakeChannel();
    const queue = await start(database, channel);
    const stale = incoming('a');
    await queue.accept({ ...stale, update: { ...stale.update, sentAt: old } });
    await queue.accept(incoming('b', 'chào', { address: 'nha-moi' }));
    await until(async () => (await count(database, 'inbox')) + (await count(database, 'outbox')) === 0);
    const id = await due(database);
    await until(isOver(database, id));
    const pushed = channel.sent.filter(({ text }) => theReply.bubbles.includes(text));
    expect(pushed.map(({ address }) => address)).toEqual(['nha-moi']);
    expect(await count(database, 'subscription')).toBe(1);
  });
});

describe.skipIf(!engines.some((engine) => engine === 'postgres'))('two replicas at once', () => {
  test('tell everybody once', { timeout: 120_000 }, async () => {
    const database = await openEmpty('postgres');
    open.push(database.close);
    const other = await openAt(database.url ?? '');
    open.push(other.close);
    await subscribe(database, people(200));
    const channels = [fakeChannel(), fakeChannel()] as const;
    await start(database, channels[0]);
    await start(other, channels[1]);
    const id = await due(database);
    await until(isOver(database, id));
    const sent = channels.flatMap((channel) => channel.sent.map(({ address }) => address));
    expect(sent).toHaveLength(200);
    expect(new Set(sent).size).toBe(200);
    expect(await standing(database, id)).toMatchObject({ planned: 200, sent: 200, uncertain: 0 });
  });
});
