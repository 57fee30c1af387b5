import { afterEach, expect, test } from 'vitest';
import { sentencesSoFar } from '../../src/model/so-far.ts';
import { previewOn } from '../../src/worker/preview.ts';
import { updateOf } from '../fakes.ts';
import { type Chat, honest, passagesIn, sayChat, sayPieces } from './fake-openai.ts';
import { type House, openHouse, ordinary } from './house.ts';
import { sentencesOf } from './lies.ts';

let house: House;
afterEach(() => house?.close());

/** A draft of what the first passage says, with lies among it, as JSON in pieces that end behind each sentence. */
function drafted(user: string, more: Array<{ text: string; passages: string[] }> = []): string[] {
  const [[label, passage] = ['P1', { title: '', text: '' }]] = [...passagesIn(user)];
  const true1 = { text: sentencesOf(passage.text)[0] ?? '', passages: [label] };
  const true2 = { text: sentencesOf(passage.text)[1] ?? '', passages: [label] };
  const sentences = [true1, ...more, true2].map((one) => JSON.stringify(one));
  return ['{"answerable":true,"sentences":[', ...sentences.map((one, at) => (at === 0 ? one : `,${one}`)), ']}'];
}

const onDraft =
  (answer: (user: string) => ReturnType<Chat>): Chat =>
  (asked) =>
    asked.schema.startsWith('question') ? honest(asked) : answer(asked.user);

test('whole sentences are seen while the rest is still being made', async () => {
  const seen: string[] = [];
  let seenBeforeLast = -1;
  house = await openHouse({
    chat: onDraft((user) => (response) => {
      const pieces = drafted(user);
      void sayPieces(response, pieces, async (piece) => {
        // The last piece comes only once the first sentence was seen.
        if (piece !== pieces.length - 1) return;
        await expect.poll(() => seen.length, { timeout: 60_000 }).toBeGreaterThan(0);
        seenBeforeLast = seen.length;
      });
    }),
  });
  const reply = await house.turn(updateOf(ordinary), (text) => seen.push(text));
  expect(seenBeforeLast).toBeGreaterThan(0);
  expect(reply.bubbles[0]?.startsWith(seen[0] ?? 'nothing')).toBe(true);
  expect(house.model.counts()).toMatchObject({ used: 1, 'tokens-in': 200 });
});

test('a sentence that does not hold is never seen, on the way or in the end', async () => {
  const seen: string[] = [];
  const lies = ['Bạn gọi 0912 345 678 nhé.', 'Hãy về nhà xin lỗi chồng.', 'Theo Điều 987 thì không được chia.'];
  for (const [at, text] of lies.entries()) {
    house = await openHouse({
      chat: onDraft((user) => (response) => void sayPieces(response, drafted(user, [{ text, passages: ['P1'] }]))),
    });
    const reply = await house.turn(updateOf(ordinary, `test:lie-${at}`), (one) => seen.push(one));
    expect(seen.length).toBeGreaterThan(0);
    expect([...seen, ...reply.bubbles].join()).not.toContain(text);
    await house.close();
  }
});

test('a draft that begins with a lie is not seen at all', async () => {
  const seen: string[] = [];
  house = await openHouse({
    chat: onDraft(
      (user) => (response) =>
        void sayPieces(response, [
          '{"answerable":true,"sentences":[{"text":"Vợ phải nghe chồng.","passages":["P1"]},',
          ...drafted(user).slice(1),
        ]),
    ),
  });
  const reply = await house.turn(updateOf(ordinary), (text) => seen.push(text));
  expect(seen).toEqual([]);
  expect(reply.outcome).toBe('answer');
});

test('a stream that breaks leaves what was seen, or the usual answer where nothing was', async () => {
  const seen: string[] = [];
  // The line breaks only once the first sentence was seen.
  const wait = (piece: number) =>
    piece < 2 ? Promise.resolve() : expect.poll(() => seen.length, { timeout: 60_000 }).toBeGreaterThan(0);
  house = await openHouse({
    chat: onDraft(
      (user) => (response) => void sayPieces(response, drafted(user).slice(0, 2), wait, () => response.destroy()),
    ),
  });
  const reply = await house.turn(updateOf(ordinary), (text) => seen.push(text));
  expect(reply.bubbles[0]).toBe(seen.at(-1));
  expect(reply.outcome).toBe('answer');
  const unseen: string[] = [];
  house.server.chat = onDraft(
    () => (response) => void sayPieces(response, ['{"answerable":tr'], undefined, () => response.destroy()),
  );
  const usual = await house.turn(updateOf(ordinary, 'test:other'), (text) => unseen.push(text));
  expect(unseen).toEqual([]);
  expect(usual.outcome).toBe('answer');
});

test('a server that gives its answer whole all the same is understood', async () => {
  house = await openHouse();
  const good = house.server.chat;
  house.server.chat = (asked) => (response) => {
    const said = good(asked);
    if (typeof said === 'string') sayChat(response, said);
  };
  const reply = await house.turn(updateOf(ordinary), () => {});
  expect(reply.outcome).toBe('answer');
  expect(house.model.counts().used).toBe(1);
});

test('of a message that may be a cry for help nothing is seen and nothing is sent', async () => {
  const seen: string[] = [];
  house = await openHouse();
  await house.turn(updateOf('chồng đánh tôi'), (text) => seen.push(text));
  expect(seen).toEqual([]);
  expect(house.server.calls).toHaveLength(0);
});

test.each([
  ['', 0],
  ['{"answerable":true,"sentences":[{"text":"a","passages":["P1"', 0],
  ['{"answerable":true,"sentences":[{"text":"a}\\"{","passages":["P1"]}', 1],
  ['{"answerable":true,"sentences":[{"text":"a","passages":["P1"]},{"text":"b","passages":[]},{"te', 2],
  ['{"answerable":false,"sentences":[{"text":"a","passages":["P1"]}', 0],
  ['{"sentences":[{"text":"a","passages":["P1"]}', 0],
  ['{"answerable":true,"sentences":[{"text":5},{"text":"a","passages":["P1"]}', 0],
])('%s holds %i whole sentences', (json, count) => expect(sentencesSoFar(json)).toHaveLength(count));

test('a chat is shown the newest, one call at a time, and nothing after the end', async () => {
  const shown: string[] = [];
  let running = 0;
  const preview = async (_address: string, _id: string, text: string) => {
    expect(++running).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    shown.push(text);
    running--;
    return true;
  };
  const incoming = { update: updateOf('x'), address: '1', messageIds: [], sequence: null, receivedAt: new Date() };
  const on = previewOn({ preview }, incoming, 1);
  for (const text of ['một', 'hai', 'ba']) on?.show(text);
  await expect.poll(() => shown.at(-1), { timeout: 60_000 }).toBe('ba');
  expect(shown[0]).toBe('một');
  await on?.end();
  on?.show('bốn');
  expect(shown).not.toContain('bốn');
  expect(previewOn({}, incoming)).toBeNull();
});
