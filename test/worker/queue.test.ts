import { describe, expect, test, vi } from 'vitest';
import { LaneLost } from '../../src/core/lanes.ts';
import type { SendResult } from '../../src/core/mailbox.ts';
import { plainReply } from '../../src/core/reply.ts';
import type { Update } from '../../src/core/update.ts';
import { storeIncoming } from '../../src/postgres/mailbox/accept.ts';
import { showAlive } from '../../src/postgres/mailbox/alive.ts';
import { postgresLanes } from '../../src/postgres/mailbox/lanes.ts';
import { migrateJobs } from '../../src/postgres/mailbox/runner.ts';
import { makeSeal } from '../../src/postgres/mailbox/seal.ts';
import type { Database } from '../../src/postgres/open.ts';
import type { Queue } from '../../src/queue.ts';
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
  serverOfTests,
  type Thinks,
  until,
  usualKey,
} from './house.ts';

// The embedded database works in this very thread: on a busy machine a test may take its time.
vi.setConfig({ testTimeout: 240_000 });

const open = closedAfterEach();
const closing = <T extends { stop(): Promise<void> } | { close(): Promise<void> }>(one: T): T => {
  open.unshift(() => ('stop' in one ? one.stop() : one.close()));
  return one;
};
const textsFor = (sent: Array<{ address: string; text: string }>, contact: string) =>
  sent.filter((one) => one.address === `chat-${contact}`).map((one) => one.text);
const hourAgo = () => new Date(Date.now() - 61 * 60_000);

describe.each(engines)('the queue on the %s database', (engine) => {
  const database = async (): Promise<Database> => closing(await openEmpty(engine));

  test('every message is answered once, in order, however often it is delivered', async () => {
    const db = await database();
    const channel = fakeChannel();
    const queue = closing(await openHouse(db, channel));
    const all = Array.from({ length: 60 }, (_, nth) => incoming(`c${nth % 6}`));
    const first = await Promise.all(all.map((one) => queue.accept(one)));
    const again = await Promise.all(all.map((one) => queue.accept(one)));
    expect(new Set(first)).toEqual(new Set(['taken']));
    expect(new Set(again)).toEqual(new Set(['seen']));
    await until(() => channel.sent.length >= all.length);
    for (let nth = 0; nth < 6; nth++)
      expect(textsFor(channel.sent, `c${nth}`)).toEqual(
        all.filter((one) => one.update.contact === `c${nth}`).map((one) => `re ${one.update.id}`),
      );
    await until(async () => (await count(db, 'outbox')) === 0);
    expect(await count(db, 'inbox')).toBe(0);
    expect(await count(db, 'fact')).toBe(all.length);
  });

  test('messages that came in the wrong order are answered in the platform’s own', async () => {
    const db = await database();
    const channel = fakeChannel();
    const first = incoming('a');
    const second = incoming('a');
    // Both wait before anybody is at work: what is being answered already cannot be overtaken.
    await migrateJobs(db.pool);
    await storeIncoming(db.pool, makeSeal(usualKey), [second]);
    await storeIncoming(db.pool, makeSeal(usualKey), [first]);
    closing(await openHouse(db, channel));
    await until(() => channel.sent.length === 2);
    expect(channel.sent.map((one) => one.text)).toEqual([`re ${first.update.id}`, `re ${second.update.id}`]);
  });

  test('a message that cannot be answered is given up kindly, and the next one is answered', async () => {
    const db = await database();
    const channel = fakeChannel();
    let tries = 0;
    const queue = closing(
      await openHouse(db, channel, (update, text) => {
        if (text === 'poison') {
          tries++;
          throw new Error('cannot');
        }
        return plainReply([`re ${update.id}`], 'answer');
      }),
    );
    const [poison, next] = [incoming('a', 'poison'), incoming('a')];
    await queue.accept(poison);
    await queue.accept(next);
    await until(() => channel.sent.length === 2);
    expect(tries).toBe(5);
    expect(channel.sent[0]?.text).toMatch(/113[\s\S]*115[\s\S]*111/);
    expect(channel.sent[1]?.text).toBe(`re ${next.update.id}`);
    expect(queue.troubles).toContain('mailbox-gave-up');
  });

  test('a message that ended the process each time it was tried is given up without another try', async () => {
    const db = await database();
    await migrateJobs(db.pool);
    const deadly = incoming('a');
    await storeIncoming(db.pool, makeSeal(usualKey), [deadly]);
    await db.pool.query('update inbox set attempts = 5');
    const channel = fakeChannel();
    let tries = 0;
    const queue = closing(
      await openHouse(db, channel, () => {
        tries++;
        return plainReply(['re'], 'answer');
      }),
    );
    await until(() => channel.sent.length === 1);
    expect(tries).toBe(0);
    expect(channel.sent[0]?.text).toMatch(/113[\s\S]*115[\s\S]*111/);
    expect(queue.troubles).toContain('mailbox-gave-up');
  });

  test('a slow turn shows that the bot is at work, and a failing sign of it changes nothing', async () => {
    const db = await database();
    const channel = fakeChannel();
    let shown = (_address: string) => {};
    const isShown = new Promise<string>((resolve) => {
      shown = resolve;
    });
    channel.sender.busy = async (address) => {
      shown(address);
      throw new Error('cannot');
    };
    const slow = async () => {
      await isShown;
      return plainReply(['re'], 'answer');
    };
    const queue = closing(await openHouse(db, channel, slow));
    await queue.accept(incoming('a'));
    expect(await isShown).toBe('chat-a');
    await until(() => channel.sent.length === 1);
  });

  test('a turn whose state cannot be stored leaves nothing behind, and is tried again whole', async () => {
    const db = await database();
    const channel = fakeChannel();
    await db.pool.query('alter table fact add constraint no_menu check (outcome <> $$menu$$)');
    const queue = closing(await openHouse(db, channel, (update) => plainReply([`re ${update.id}`], 'menu')));
    await queue.accept(incoming('a'));
    await until(() => queue.troubles.includes('mailbox-lane'));
    expect(await count(db, 'inbox')).toBe(1);
    expect(await count(db, 'outbox')).toBe(0);
    expect(await count(db, 'conversation')).toBe(0);
    await db.pool.query('alter table fact drop constraint no_menu');
    await until(() => channel.sent.length === 1);
    await until(async () => (await count(db, 'inbox')) === 0);
    expect(await count(db, 'conversation')).toBe(1);
  });

  test('what the platform puts off is sent later, and nothing overtakes it', async () => {
    const db = await database();
    const refusals: SendResult[] = [{ kind: 'retry', afterSeconds: 0.3 }];
    const channel = fakeChannel(({ address }) => (address === 'chat-a' ? refusals.shift() : null) ?? sentAs('s'));
    const queue = closing(await openHouse(db, channel));
    const [one, two, other] = [incoming('a'), incoming('a'), incoming('b')];
    for (const each of [one, two, other]) await queue.accept(each);
    await until(() => channel.sent.length === 3);
    expect(textsFor(channel.sent, 'a')).toEqual([`re ${one.update.id}`, `re ${two.update.id}`]);
    expect(channel.calls).toHaveLength(4);
  });

  test('a platform that cannot be reached costs no message', async () => {
    const db = await database();
    const channel = fakeChannel((_, nth) => {
      if (nth <= 6) throw new Error('no network');
      return sentAs('s');
    });
    const queue = closing(await openHouse(db, channel));
    const all = [incoming('a'), incoming('a'), incoming('b')];
    for (const each of all) await queue.accept(each);
    await until(() => channel.sent.length === 3);
    expect(textsFor(channel.sent, 'a')).toEqual(all.slice(0, 2).map((each) => `re ${each.update.id}`));
  });

  test('a person who blocked the bot gets nothing more, and nothing of theirs is kept', async () => {
    const db = await database();
    const channel = fakeChannel(({ address }) => (address === 'chat-a' ? { kind: 'gone' } : sentAs('s')));
    const queue = closing(
      await openHouse(db, channel, (update) => plainReply([`re ${update.id}`, 'more'], 'answer'), {}),
    );
    await queue.accept(incoming('a'));
    await queue.accept(incoming('b'));
    await until(() => channel.sent.length === 2 && textsFor(channel.calls, 'a').length > 0);
    await until(async () => (await count(db, 'inbox')) === 0 && (await count(db, 'outbox')) === 0);
    expect(textsFor(channel.calls, 'a')).toHaveLength(1);
    expect((await db.pool.query('select distinct contact from erasable')).rows).toEqual([{ contact: 'b' }]);
    await queue.gone('b');
    expect(await count(db, 'erasable')).toBe(0);
  });

  test('a message the platform refuses is replaced by the emergency lines, once', async () => {
    const db = await database();
    const channel = fakeChannel(({ text }) => (text.startsWith('re') ? { kind: 'refused' } : sentAs('s')));
    const queue = closing(await openHouse(db, channel));
    await queue.accept(incoming('a'));
    await until(() => channel.sent.length === 1);
    expect(channel.sent[0]?.text).toMatch(/113[\s\S]*115[\s\S]*111/);
    const stubborn = fakeChannel(() => ({ kind: 'refused' }));
    await queue.stop();
    const second = closing(await openHouse(db, stubborn));
    await second.accept(incoming('b'));
    await until(async () => (await count(db, 'inbox')) === 0 && (await count(db, 'outbox')) === 0);
    expect(stubborn.calls).toHaveLength(2);
  });

  test('old messages get one neutral line an hour instead of answers; erasing is done at any age', async () => {
    const db = await database();
    const channel = fakeChannel();
    const queue = closing(
      await openHouse(db, channel, (_, text) => (text === '' ? 'erase' : plainReply(['re'], 'answer'))),
    );
    const old = () => {
      const one = incoming('a');
      return { ...one, update: { ...one.update, sentAt: hourAgo() } };
    };
    for (const one of [old(), old(), old()]) await queue.accept(one);
    await queue.accept(incoming('a'));
    await until(() => channel.sent.length === 2);
    expect(channel.sent.map((one) => one.text)).toEqual(['Mình vừa hoạt động lại. Khẩn cấp: 113, 115, 111.', 're']);
    const erase = incoming('a', { kind: 'choice', choice: { kind: 'erase' } });
    await queue.accept({ ...erase, update: { ...erase.update, sentAt: hourAgo() } });
    await until(() => channel.removed.length === 1);
  });

  test.each(['erase', 'leave'] as const)(
    'a wish to %s does not wait for a reply that cannot be sent, which never comes',
    async (kind) => {
      const db = await database();
      const channel = fakeChannel(({ text }) =>
        text.startsWith('re ') ? { kind: 'retry', afterSeconds: 3_000 } : sentAs('s'),
      );
      const thinks: Thinks = (update) =>
        update.content.kind === 'choice' ? 'erase' : plainReply([`re ${update.id}`], 'answer');
      const queue = closing(await openHouse(db, channel, thinks));
      await queue.accept(incoming('a'));
      await until(() => channel.calls.length === 1);
      await queue.accept(incoming('a'));
      await queue.accept(incoming('a', { kind: 'choice', choice: { kind } }));
      await until(() => channel.sent.length === 1);
      expect(channel.removed).toHaveLength(1);
      expect(channel.sent[0]?.text).toMatch(/^erased/);
      await until(async () => (await count(db, 'inbox')) === 0 && (await count(db, 'outbox')) === 0);
    },
  );

  test('other wishes wait for it, and what is to be removed stays until it is', async () => {
    const db = await database();
    const channel = fakeChannel(({ text }) =>
      text.startsWith('re ') ? { kind: 'retry', afterSeconds: 3_000 } : sentAs('s'),
    );
    channel.sender.removal = () => ({ kind: 'retry', afterSeconds: 3_000 });
    const thinks: Thinks = (update) =>
      update.content.kind === 'choice' && update.content.choice.kind === 'erase'
        ? 'erase'
        : plainReply([`re ${update.id}`], 'answer');
    const queue = closing(await openHouse(db, channel, thinks));
    await queue.accept(incoming('a'));
    await until(() => channel.calls.length === 1);
    await queue.accept(incoming('a', { kind: 'choice', choice: { kind: 'menu' } }));
    const wish = incoming('b', { kind: 'choice', choice: { kind: 'erase' } });
    await queue.accept(wish);
    await until(async () => (await count(db, 'outbox')) === 2);
    await queue.accept(incoming('b', { kind: 'choice', choice: { kind: 'erase' } }));
    await queue.accept(incoming('c'));
    await until(() => channel.calls.length === 2);
    expect(await count(db, 'inbox')).toBe(2);
    channel.sender.removal = () => ({ kind: 'removed', left: 0 });
    await db.pool.query('update outbox set not_before = now()');
    await queue.accept(incoming('b', { kind: 'choice', choice: { kind: 'erase' } }));
    await until(() => channel.removed.length > 0);
    expect(channel.removed[0]).toEqual(wish.messageIds);
  });

  test('a reply that could not be sent within the hour is not sent late', async () => {
    const db = await database();
    let isDown = true;
    const channel = fakeChannel(() => (isDown ? { kind: 'retry', afterSeconds: 0.05 } : sentAs('s')));
    const queue = closing(await openHouse(db, channel));
    await queue.accept(incoming('a'));
    await queue.accept(incoming('a'));
    await until(() => channel.calls.length > 2);
    await db.pool.query("update outbox set created_at = created_at - interval '61 minutes'");
    isDown = false;
    await until(() => channel.sent.length === 2);
    expect(channel.sent[0]?.text).toBe('Mình vừa hoạt động lại. Khẩn cấp: 113, 115, 111.');
    expect(channel.sent[1]?.text).toMatch(/^re /);
  });

  test('erasing removes the messages of both sides that are young enough, and then keeps no ids of them', async () => {
    const db = await database();
    const channel = fakeChannel();
    const queue = closing(
      await openHouse(db, channel, (_, text) => (text === 'xoá' ? 'erase' : plainReply(['re'], 'answer'))),
    );
    const [one, two, erase] = [incoming('a'), incoming('a'), incoming('a', 'xoá')];
    await queue.accept(one);
    await until(async () => (await count(db, 'erasable')) === 2);
    await db.pool.query("update erasable set expires_at = now() - interval '1 minute'");
    await queue.accept(two);
    await until(async () => (await count(db, 'erasable where expires_at > now()')) === 2);
    await queue.accept(erase);
    await until(() => channel.sent.length === 3);
    const [ids = []] = channel.removed;
    expect(ids).toHaveLength(3);
    expect([ids[0], ids[2]]).toEqual([two.messageIds[0], erase.messageIds[0]]);
    expect(channel.sent[2]?.text).toBe('erased 3/0');
    // The confirmation itself can still be removed.
    await until(async () => (await count(db, 'outbox')) === 0);
    expect(await count(db, 'erasable')).toBe(1);
  });

  test('a message that was sent while the database failed is not sent again', async () => {
    const db = await database();
    // Sent messages cannot be noted for a while.
    const channel = fakeChannel(async () => {
      await db.pool.query("alter table erasable add constraint down check (contact <> 'a') not valid");
      return sentAs('s');
    });
    const one = incoming('a', 'xin chào', { messageIds: [] });
    const queue = closing(await openHouse(db, channel));
    await queue.accept(one);
    await until(() => queue.troubles.includes('mailbox-lane'));
    await db.pool.query('alter table erasable drop constraint down');
    await until(async () => (await count(db, 'inbox')) === 0 && (await count(db, 'outbox')) === 0);
    expect(channel.calls).toHaveLength(1);
    expect(await count(db, 'erasable')).toBe(1);
  });

  test('what a dead worker held is taken over; what a living one holds is left alone', async () => {
    const db = await database();
    await migrateJobs(db.pool);
    const seal = makeSeal(usualKey);
    const lanes = postgresLanes(db.pool, {
      words: seal,
      ids: makeSeal(usualKey, 'ids'),
      subscriptions: makeSeal(usualKey, 'subscriptions'),
    });
    const all = [incoming('a'), incoming('b')];
    await storeIncoming(db.pool, seal, all);
    // Two workers stored their turns and have sent nothing yet.
    const begun = [];
    for (const one of all) {
      const hold = { contact: one.update.contact, holder: `worker of ${one.update.contact}` };
      const waiting = await lanes.begin(hold);
      if (waiting?.kind !== 'letter') throw new Error('no letter');
      const task = { kind: 'message', message: { text: 'stored' }, last: false } as const;
      const finished = {
        letter: waiting.letter,
        record: null,
        tasks: [task],
        away: false,
        erased: false,
        unheard: false,
      };
      const [parcel] = await lanes.finish(hold, { ...finished, now: new Date() });
      if (parcel) begun.push({ hold, parcel });
    }
    // The worker of "a" died; that of "b" is only slow.
    await db.pool.query("update lane set held_until = now() - interval '1 second' where contact = 'a'");
    const channel = fakeChannel();
    closing(await openBeside(db, channel));
    await until(() => channel.sent.length === 1);
    expect(channel.sent[0]).toEqual({ address: 'chat-a', text: 'stored' });
    const [first, second] = begun;
    if (!first || !second) throw new Error('not begun');
    // Should the first not be dead after all, nothing of what it still does counts.
    await expect(lanes.sent(first.hold, first.parcel, ['late'])).rejects.toBeInstanceOf(LaneLost);
    await expect(lanes.next(first.hold)).rejects.toBeInstanceOf(LaneLost);
    await lanes.sent(second.hold, second.parcel, ['s']);
    await until(async () => (await count(db, 'outbox')) === 0);
    expect(channel.sent).toHaveLength(1);
  });

  test('who writes without end gets one line and then nothing, but is heard whenever it may be about help', async () => {
    const db = await database();
    const channel = fakeChannel();
    const queue = closing(await openHouse(db, channel, undefined, { ordinary: ({ contact }) => contact === 'a' }));
    const many = Array.from({ length: 34 }, () => incoming('a'));
    const [help, other] = [Array.from({ length: 34 }, () => incoming('b')), incoming('c')];
    for (const one of [...many, ...help, other]) await queue.accept(one);
    await until(async () => (await count(db, 'inbox')) === 0 && (await count(db, 'outbox')) === 0);
    const said = textsFor(channel.sent, 'a');
    expect(said.slice(0, 30)).toEqual(many.slice(0, 30).map((one) => `re ${one.update.id}`));
    expect(said.slice(30)).toHaveLength(1);
    expect(said[30]).toMatch(/113[\s\S]*115[\s\S]*111/);
    expect(textsFor(channel.sent, 'b')).toEqual(help.map((one) => `re ${one.update.id}`));
    expect(textsFor(channel.sent, 'c')).toHaveLength(1);
  });

  test('with the key before beside the new one, what waited is answered and can be erased', async () => {
    const db = await database();
    const stuck = fakeChannel(() => ({ kind: 'retry', afterSeconds: 3_600 }));
    const before = await openHouse(db, stuck);
    const waiting = incoming('a');
    await before.accept(waiting);
    await until(async () => (await count(db, 'outbox where attempts > 0')) === 1);
    await before.stop();
    await db.pool.query('update outbox set not_before = now()');
    const channel = fakeChannel();
    const keys = ['a newer invented key, also long enough', usualKey];
    const erases = (update: Update) => (update.id === wish.update.id ? 'erase' : plainReply(['x'], 'answer'));
    const wish = incoming('a');
    const queue = closing(await openHouse(db, channel, erases, { keys }));
    await until(() => channel.sent.length === 1);
    expect(channel.sent[0]?.text).toBe(`re ${waiting.update.id}`);
    await queue.accept(wish);
    await until(() => channel.removed.length === 1);
    expect(channel.removed[0]).toEqual(expect.arrayContaining([...waiting.messageIds, ...wish.messageIds]));
    expect(channel.removed[0]).toHaveLength(3);
  });

  test('rows sealed with a lost key are let go, and do not hold up what comes after', async () => {
    const db = await database();
    const stuck = fakeChannel(() => ({ kind: 'retry', afterSeconds: 3_600 }));
    const before = await openHouse(db, stuck);
    await before.accept(incoming('a'));
    await until(() => stuck.calls.length === 1);
    await before.accept(incoming('a'));
    await until(async () => (await count(db, 'outbox where attempts > 0')) === 1);
    await before.stop();
    await db.pool.query('update outbox set not_before = now()');
    const channel = fakeChannel();
    const queue = closing(
      await openHouse(db, channel, undefined, { keys: ['another invented key, also long enough'] }),
    );
    const fresh = incoming('a');
    await queue.accept(fresh);
    await until(() => channel.sent.length === 1);
    expect(channel.sent[0]?.text).toBe(`re ${fresh.update.id}`);
    expect(queue.troubles.filter((code) => code === 'mailbox-unreadable')).toHaveLength(2);
  });

  test('stopping finishes what was begun; the rest is answered after the next start', async () => {
    const db = await database();
    let begun = 0;
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const channel = fakeChannel();
    const before = await openHouse(db, channel, async (update) => {
      begun++;
      await gate;
      return plainReply([`re ${update.id}`], 'answer');
    });
    const [one, two] = [incoming('a'), incoming('a')];
    await before.accept(one);
    await before.accept(two);
    await until(() => begun === 1);
    const stopped = before.stop();
    go();
    await stopped;
    expect(channel.sent.map((each) => each.text)).toEqual([`re ${one.update.id}`]);
    expect(await count(db, 'inbox')).toBe(1);
    expect(await count(db, 'lane where holder is not null')).toBe(0);
    closing(await openHouse(db, channel));
    await until(() => channel.sent.length === 2);
    expect(channel.sent[1]?.text).toBe(`re ${two.update.id}`);
  });
});

/** A second worker on the same database, which takes over only what it may. */
async function openBeside(db: Database, channel: ReturnType<typeof fakeChannel>): Promise<Queue> {
  // Not through the embedded start, which would free every lane: that is for a folder nobody else has open.
  return openHouse({ ...db, kind: 'postgres' }, channel);
}

describe.skipIf(!engines.some((engine) => engine === 'postgres'))('two replicas on one server', () => {
  test('never work for one person at the same time, and keep the order', async () => {
    const first = closing(await openEmpty('postgres'));
    const second = closing(await openAt(String(first.url)));
    const channel = fakeChannel(async () => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      return sentAs('s');
    });
    const busy = new Set<string>();
    let overlaps = 0;
    const thinks = async (update: { id: string; contact: string }) => {
      if (busy.has(update.contact)) overlaps++;
      busy.add(update.contact);
      await new Promise((resolve) => setTimeout(resolve, 3));
      busy.delete(update.contact);
      return plainReply([`re ${update.id}`], 'answer');
    };
    const queues = [
      closing(await openHouse(first, channel, thinks)),
      closing(await openHouse(second, channel, thinks)),
    ];
    const all = Array.from({ length: 200 }, (_, nth) => incoming(`c${nth % 10}`));
    // Each update reaches both replicas, as a platform does that saw no answer.
    await Promise.all(all.flatMap((one) => queues.map((queue) => queue.accept(one))));
    await until(() => channel.sent.length >= all.length);
    await until(async () => (await count(first, 'outbox')) === 0);
    expect(channel.sent).toHaveLength(all.length);
    expect(overlaps).toBe(0);
    for (let nth = 0; nth < 10; nth++)
      expect(textsFor(channel.sent, `c${nth}`)).toEqual(
        all.filter((one) => one.update.contact === `c${nth}`).map((one) => `re ${one.update.id}`),
      );
  });
});

describe.skipIf(!engines.some((engine) => engine === 'postgres'))('when a replica dies', () => {
  test('its lanes are free long before their time; those of a living one are not', async () => {
    const db = closing(await openEmpty('postgres'));
    await migrateJobs(db.pool);
    const seals = {
      words: makeSeal(usualKey),
      ids: makeSeal(usualKey, 'ids'),
      subscriptions: makeSeal(usualKey, 'subscriptions'),
    };
    const lanes = postgresLanes(db.pool, seals);
    const [dead, living] = [incoming('a'), incoming('b')];
    await storeIncoming(db.pool, seals.words, [dead, living]);
    const alive = showAlive(db.pool, 777);
    open.unshift(async () => alive.stop());
    await alive.keep();
    await lanes.begin({ contact: 'a', holder: '555/x' });
    await lanes.begin({ contact: 'b', holder: '777/x' });
    const channel = fakeChannel();
    closing(await openHouse(db, channel));
    await until(() => channel.sent.length === 1);
    expect(channel.sent[0]?.text).toBe(`re ${dead.update.id}`);
    const { rows } = await db.pool.query("select contact from lane where holder = '777/x' and held_until > now()");
    expect(rows).toEqual([{ contact: 'b' }]);
  });
});

describe.skipIf(!engines.some((engine) => engine === 'postgres'))('when the server goes away and comes back', () => {
  test('messages meanwhile are answered without it, and those before and after with it', {
    timeout: 240_000,
  }, async () => {
    const db = closing(await openEmpty('postgres'));
    const server = await serverOfTests();
    let isSlow = true;
    const channel = fakeChannel(async ({ text }) => {
      if (isSlow && text.startsWith('re ')) return { kind: 'retry', afterSeconds: 0.2 };
      return sentAs('s');
    });
    const queue = closing(await openHouse(db, channel));
    const [before, meanwhile, after] = [incoming('a'), incoming('b', 'SOS'), incoming('c')];
    await queue.accept(before);
    await until(() => channel.calls.length > 0);
    await server.crash();
    isSlow = false;
    expect(await queue.accept(meanwhile)).toBe('taken');
    expect(textsFor(channel.sent, 'b')).toEqual([`re ${meanwhile.update.id}`]);
    // Longer than the job library bears without a database.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await server.restart();
    await until(() => textsFor(channel.sent, 'a').length === 1);
    expect(await queue.accept(after)).toBe('taken');
    await until(() => textsFor(channel.sent, 'c').length === 1);
    await until(async () => (await count(db, 'inbox')) === 0 && (await count(db, 'outbox')) === 0);
    expect(channel.sent.map((one) => one.text).sort()).toEqual(
      [before, meanwhile, after].map((one) => `re ${one.update.id}`).sort(),
    );
  });
});
