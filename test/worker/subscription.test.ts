import { describe, expect, test } from 'vitest';
import { PrivateText } from '../../src/core/private-text.ts';
import type { Choice, Content } from '../../src/core/update.ts';
import { conversationStore } from '../../src/postgres/conversations.ts';
import { forgetExpired } from '../../src/postgres/expire.ts';
import { openQueue } from '../../src/queue.ts';
import { makeThinking, turnOf } from '../../src/turn/turn.ts';
import { makeParts, replies } from '../fakes.ts';
import { due, dump, subscribe, theReply } from './broadcast-house.ts';
import {
  closedAfterEach,
  count,
  engines,
  fakeChannel,
  incoming,
  openEmpty,
  until,
  usualKey,
  withChores,
} from './house.ts';

const open = closedAfterEach();

/** Long enough for the real turn on a busy machine. */
const timeout = 300_000;
const on: Choice = { kind: 'news-on', want: 'daily' };
const tap = (choice: Choice): Content => ({ kind: 'choice', choice });
const say = (words: string): Content => ({ kind: 'text', text: new PrivateText(words) });

/** The real turn behind the real queue. */
async function house(engine: (typeof engines)[number]) {
  const database = await openEmpty(engine);
  const channel = fakeChannel();
  const parts = makeParts({ conversations: conversationStore(database.pool), now: () => new Date() });
  const thinking = makeThinking(parts);
  const queue = withChores(
    await openQueue({
      bot: { database, replies, thinking, turn: turnOf(thinking) },
      senders: new Map([['telegram', channel.sender]]),
      queueKey: [usualKey],
      onTrouble: () => {},
      push: { reply: () => theReply, perSecond: () => 400 },
      pace: { pollMs: 50, sweepMs: 100, waitedSeconds: 1, backoffSeconds: () => 0.05 },
    }),
  );
  const close = async () => {
    await queue.stop();
    await database.close();
  };
  open.push(close);
  const hear = async (contact: string, ...all: Content[]) => {
    for (const content of all) {
      await queue.accept(incoming(contact, content));
      await until(async () => (await count(database, 'inbox')) + (await count(database, 'outbox')) === 0);
    }
    return channel.sent.filter(({ address }) => address === `chat-${contact}`).at(-1)?.text ?? '';
  };
  const subscribed = async () =>
    (await database.pool.query('select contact, want from subscription order by 1')).rows as Array<{
      contact: string;
      want: string;
    }>;
  return { database, channel, hear, subscribed, close };
}

describe.each(engines)('a subscription on %s', (engine) => {
  test('begins with a tap, changes with another, ends with a word; asking about it begins nothing', {
    timeout,
  }, async () => {
    const { hear, subscribed } = await house(engine);
    expect(await hear('a', say('nhận tin mỗi ngày'))).toContain('thôi nhận tin');
    expect(await subscribed()).toEqual([]);
    await hear('a', tap(on));
    expect(await subscribed()).toEqual([{ contact: 'a', want: 'daily' }]);
    await hear('a', tap({ kind: 'news-on', want: 'days' }));
    expect(await subscribed()).toEqual([{ contact: 'a', want: 'days' }]);
    expect(await hear('a', say('thôi nhận tin'))).toContain('không tự gửi tin');
    expect(await subscribed()).toEqual([]);
  });

  test('ends with "dừng", with a command, and with erasing', { timeout }, async () => {
    const { hear, subscribed } = await house(engine);
    for (const end of [say('dừng'), say('Dừng.'), tap({ kind: 'news-off' }), tap({ kind: 'erase' })]) {
      await hear('a', tap(on));
      expect(await subscribed()).toHaveLength(1);
      await hear('a', end);
      expect(await subscribed()).toEqual([]);
    }
  });

  test.each([
    ['a disclosure', say('tối qua em bị chồng đánh')],
    ['danger', say('no dang cam dao duoi toi')],
    ['what may be a disclosure', say('em sợ chồng em lắm')],
    ['the safe word', say('SOS')],
    ['a call for help by a button', tap({ kind: 'help' })],
    ['a voice note that nobody heard', { kind: 'unsupported', what: 'voice' } as const],
  ])('%s ends it with all that waits, and nothing is pushed', { timeout }, async (_, told) => {
    const { database, channel, hear, subscribed } = await house(engine);
    await hear('a', tap(on));
    await hear('b', tap(on));
    await hear('a', told);
    expect((await subscribed()).map(({ contact }) => contact)).toEqual(['b']);
    const before = channel.sent.length;
    await due(database);
    await until(() => channel.sent.length > before);
    expect(channel.sent.slice(before).map(({ address }) => address)).toEqual(['chat-b']);
  });

  test('a disclosure takes back what waits to be sent in the same transaction', { timeout }, async () => {
    const { database, hear } = await house(engine);
    await subscribe(database, ['a', 'b']);
    // As if the sending were held up; from before it is due, and at once, for the queue is at work all the while.
    await database.pool.query(
      "insert into broadcast_lease (channel, holder, held_until) values ('telegram', 'slow', now() + interval '1 hour')",
    );
    const id = await due(database);
    await database.pool.query(
      `with begun as (
         update campaign set state = 'sending', ends_at = now() + interval '1 hour' where id = $1 returning id
       ) insert into campaign_send (campaign, contact, channel)
       select begun.id, contact, channel from begun, subscription on conflict do nothing`,
      [id],
    );
    await hear('a', say('tối qua em bị chồng đánh'));
    const { rows } = await database.pool.query('select contact from campaign_send');
    expect(rows.map(({ contact }) => contact)).toEqual(['b']);
  });

  test('an ordinary talk leaves it; after a disclosure an old button does not bring it back', { timeout }, async () => {
    const { hear, subscribed } = await house(engine);
    await hear('a', tap(on), say('bao nhiêu tuổi được kết hôn'), say('cảm ơn nhé'), say('đúng'));
    expect(await subscribed()).toHaveLength(1);
    await hear('a', say('tối qua em bị chồng đánh'));
    expect(await hear('a', tap(on))).toContain('SOS');
    expect(await subscribed()).toEqual([]);
  });

  /** What is left of a story once talks are over: of everybody's, in every table. */
  async function left(tell: (house: Awaited<ReturnType<typeof houseOf>>) => Promise<void>): Promise<string> {
    const one = await houseOf();
    await tell(one);
    await one.database.pool.query("update conversation set expires_at = now() - interval '1 second'");
    await one.database.pool.query("update lane set held_until = now() - interval '2 hours'");
    await forgetExpired(one.database.pool);
    const text = await dump(one.database);
    for (const close of open.splice(0)) await close();
    return text;
  }
  const houseOf = () => house(engine);
  const disclosure = say('tối qua em bị chồng đánh');
  const optOut = say('thôi nhận tin');

  test('no row anywhere tells whether it was ended by opting out or by a disclosure', { timeout }, async () => {
    const byDisclosure = await left(async ({ database, hear }) => {
      await subscribe(database, ['a', 'c']);
      await hear('a', disclosure);
      await hear('b', optOut);
    });
    const byOptingOut = await left(async ({ database, hear }) => {
      await subscribe(database, ['b', 'c']);
      await hear('a', disclosure);
      await hear('b', optOut);
    });
    expect(byDisclosure).toBe(byOptingOut);
    expect(byDisclosure).toContain('"contact":"c"');
    // What would tell shows in such a comparison: one who is still subscribed, or a mark of any kind.
    const stillThere = await left(async ({ database, hear }) => {
      await subscribe(database, ['a', 'b', 'c']);
      await hear('b', optOut);
      await hear('a', say('chào bạn'));
    });
    expect(stillThere).not.toBe(byDisclosure);
    const marked = await left(async ({ database, hear }) => {
      await subscribe(database, ['b', 'c']);
      await hear('a', disclosure);
      await hear('b', optOut);
      await database.pool.query("update lane set told_away_at = now() where contact = 'b'");
      await database.pool.query(
        "insert into fact (bucket, channel, outcome, level, latency_ms, topic) values (now(), 'telegram', 'smalltalk', 'none', 1, 'unsubscribed')",
      );
    });
    expect(marked).not.toBe(byDisclosure);
  });
});
