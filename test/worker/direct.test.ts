import { describe, expect, test } from 'vitest';
import { gather } from '../../src/core/gather.ts';
import type { SendResult } from '../../src/core/mailbox.ts';
import { plainReply } from '../../src/core/reply.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { makeDirect, type Unkept } from '../../src/worker/direct.ts';
import { Ending } from '../../src/worker/ending.ts';
import { makeMailbox } from '../../src/worker/mailbox.ts';
import type { MailboxTrouble } from '../../src/worker/parts.ts';
import { makeParts, replies } from '../fakes.ts';
import { fakeChannel, incoming, sentAs } from './house.ts';

const down = () => Promise.reject(new Error('down'));
const storeDown = { load: down, record: down, erase: down };

/** A door whose store fails as given, before a real turn whose store is down as well. */
function doorWith(
  store: () => Promise<boolean[]>,
  channel = fakeChannel(),
  keep: (unkept: Unkept) => Promise<void> = down,
) {
  const troubles: MailboxTrouble[] = [];
  const onTrouble = (code: MailboxTrouble) => troubles.push(code);
  const direct = makeDirect({
    ending: new Ending(),
    turn: makeTurn(makeParts({ conversations: storeDown, now: () => new Date() })),
    senders: new Map([['telegram', channel.sender]]),
    replies,
    now: () => new Date(),
    keep,
    onTrouble,
  });
  const mailbox = makeMailbox({ store, hurry: async () => {}, drop: down, direct, onTrouble });
  return { mailbox, direct, channel, troubles };
}

describe('when the database takes no message', () => {
  test('a disclosure still gets its card, and the next words are read in its light', async () => {
    const { mailbox, channel, troubles } = doorWith(down);
    expect(await mailbox.accept(incoming('a', 'tối qua em bị chồng đánh'))).toBe('taken');
    expect(channel.sent[0]?.text).toMatch(/\b113\b/);
    const before = channel.sent.length;
    await mailbox.accept(incoming('a', 'hôm nay lại thế'));
    const later = channel.sent.slice(before).map((one) => one.text);
    expect(later.join('\n')).toMatch(/\b113\b/);
    expect(troubles).toContain('mailbox-direct');
  });

  test('one person’s messages keep their order, and one delivered twice is answered once', async () => {
    const { mailbox, channel } = doorWith(down);
    const all = [incoming('a', 'SOS'), incoming('a', 'bao nhiêu tuổi được kết hôn')];
    expect(await Promise.all([...all, ...all].map((one) => mailbox.accept(one)))).toEqual([
      'taken',
      'taken',
      'seen',
      'seen',
    ]);
    expect(channel.sent[0]?.text).toMatch(/113/);
    expect(channel.sent.filter((one) => one.text.includes('113')).length).toBeLessThan(channel.sent.length);
  });

  test('a store that hangs is not waited for', async () => {
    const { mailbox, channel } = doorWith(() => new Promise(() => {}));
    await mailbox.accept(incoming('a', 'SOS'));
    expect(channel.sent.length).toBeGreaterThan(0);
  });

  test('a network that fails at first is tried again; one that fails for good is told to the operator', async () => {
    const answers: SendResult[] = [{ kind: 'retry', afterSeconds: 0.01 }];
    const shaky = doorWith(
      down,
      fakeChannel(() => answers.shift() ?? sentAs('s')),
    );
    await shaky.mailbox.accept(incoming('a', 'SOS'));
    expect(shaky.channel.sent.length).toBeGreaterThan(0);
    const dead = doorWith(
      down,
      fakeChannel(() => ({ kind: 'retry', afterSeconds: 0.01 })),
    );
    expect(await dead.mailbox.accept(incoming('a', 'SOS'))).toBe('taken');
    expect(dead.troubles).toContain('mailbox-direct-unsent');
  });

  test('an update that turns up in the queue after all is known as answered', async () => {
    const { mailbox, direct } = doorWith(down);
    const one = incoming('a', 'SOS');
    await mailbox.accept(one);
    expect(direct.answered(one.update)).toBe(true);
    expect(direct.answered(incoming('a').update)).toBe(false);
  });
});

test('ids of both sides are kept for erasing once the database takes them again, each once', async () => {
  const kept: Unkept[] = [];
  let isDown = true;
  const { mailbox, direct } = doorWith(down, fakeChannel(), async (unkept) => {
    if (isDown) throw new Error('down');
    kept.push(unkept);
  });
  const one = incoming('a', 'SOS');
  await mailbox.accept(one);
  await direct.keepIds();
  expect(kept).toEqual([]);
  isDown = false;
  await direct.keepIds();
  await direct.keepIds();
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({ contact: 'a', channel: 'telegram' });
  expect(kept[0]?.ids.slice(0, 1)).toEqual(one.messageIds);
  expect(kept[0]?.ids.length).toBeGreaterThan(1);
});

test('an update no database could store is answered without it, and keeps no other out', async () => {
  let stored = 0;
  const { mailbox, channel } = doorWith(async () => {
    stored++;
    return [true];
  });
  const odd = incoming('a', 'SOS');
  await Promise.all([mailbox.accept({ ...odd, sequence: Number.NaN }), mailbox.accept(incoming('b'))]);
  expect(stored).toBe(1);
  expect(channel.sent.every((one) => one.address === 'chat-a')).toBe(true);
});

test('what comes while a write runs goes into the next one, in order', async () => {
  const batches: number[][] = [];
  const put = gather(async (items: number[]) => {
    batches.push(items);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return items.map((one) => one * 10);
  }, 3);
  expect(await Promise.all([1, 2, 3, 4, 5].map(put))).toEqual([10, 20, 30, 40, 50]);
  expect(batches).toEqual([[1], [2, 3, 4], [5]]);
});

test('a write that fails, fails for those in it alone', async () => {
  const put = gather(async (items: string[]) => {
    if (items.includes('bad')) throw new Error('refused');
    return items;
  }, 10);
  const first = put('good');
  const second = put('bad');
  await expect(second).rejects.toThrow();
  expect(await first).toBe('good');
  expect(await put('later')).toBe('later');
});

test('a reply that cannot be rendered becomes the lines', async () => {
  const channel = fakeChannel();
  const { render } = channel.sender;
  channel.sender.render = (reply) => {
    if (reply.outcome === 'menu') throw new Error('cannot');
    return render(reply);
  };
  const direct = makeDirect({
    ending: new Ending(),
    turn: async () => plainReply(['x'], 'menu'),
    senders: new Map([['telegram', channel.sender]]),
    replies,
    now: () => new Date(),
    keep: down,
    onTrouble: () => {},
  });
  await direct.answer(incoming('a'));
  expect(channel.sent[0]?.text).toMatch(/113[\s\S]*115[\s\S]*111/);
});
