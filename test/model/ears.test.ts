import { afterEach, expect, test } from 'vitest';
import { isClear } from '../../src/core/heard-words.ts';
import { modelConfig } from '../../src/model-config.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { makeParts, updateOf } from '../fakes.ts';
import { type Chat, honest, sayChat } from './fake-openai.ts';
import { type House, openHouse, ordinary } from './house.ts';

let house: House;
afterEach(() => house?.close());
const says =
  (level: string): Chat =>
  (asked) =>
    asked.schema === 'level' ? JSON.stringify({ level }) : honest(asked);
const strange = 'dạo này tối nào mình cũng ngủ ngoài chuồng trâu';

test('a second ear raises what was heard', async () => {
  house = await openHouse({ secondEarMs: 120_000, chat: says('support') });
  const reply = await house.turn(updateOf(ordinary));
  expect(reply.level).toBe('support');
  expect(reply.outcome).toBe('help');
});

test('it never lowers: of what was heard already it is not even asked', async () => {
  house = await openHouse({ secondEarMs: 120_000, chat: says('none') });
  expect((await house.turn(updateOf('chồng đánh tôi'))).level).toBe('support');
  expect(house.server.calls).toHaveLength(0);
});

test('what it says that nobody can read counts as a concern', async () => {
  house = await openHouse({
    secondEarMs: 120_000,
    chat: (asked) =>
      asked.schema === 'level' ? (response) => sayChat(response, 'có thể là không sao đâu') : honest(asked),
  });
  const reply = await house.turn(updateOf(ordinary));
  expect(reply.level).toBe('concern');
  expect(reply.helpOffered).toBe(true);
});

test('a second ear that is down changes nothing', async () => {
  house = await openHouse({ secondEarMs: 120_000, chat: () => (response) => response.destroy() });
  const reply = await house.turn(updateOf(ordinary, 'test:x'));
  const alone = await makeTurn(makeParts())(updateOf(ordinary, 'test:x'));
  expect(reply.bubbles).toEqual(alone.bubbles);
});

test.each(['vn', 'abroad'] as const)('with a model in %s there is no second ear and no listener', async (location) => {
  house = await openHouse({
    secondEarMs: 120_000,
    hearing: { model: 'w', recordings: new Map() },
    place: location === 'vn' ? { location } : { location, filed: true },
  });
  expect(house.model.secondEar).toBeNull();
  expect(house.model.listener).toBeNull();
  const base = {
    OPENAI_BASE_URL: 'https://mo-hinh.example/v1',
    MODEL_NAME: 'm',
    MODEL_LOCATION: location,
    MODEL_TRANSFER_FILE: '1',
  };
  expect(modelConfig({ ...base, MODEL_TRIAGE: 'on' })).toMatchObject({ kind: 'unusable' });
  expect(modelConfig({ ...base, TRANSCRIPTION_MODEL: 'w' })).toMatchObject({ kind: 'unusable' });
});

const note = updateOf({ kind: 'unsupported', what: 'voice', recording: 'file-1' });
const voice = { ...note, channel: 'telegram' } as const;
const hearing = {
  model: 'whisper',
  recordings: new Map([['telegram', async () => new Uint8Array([1, 2, 3])]] as const),
};

test('a voice note is answered like typed words, and what was understood is shown', async () => {
  house = await openHouse({ hearing });
  house.server.transcript = 'bao nhiêu tuổi được kết hôn';
  const reply = await house.turn(voice);
  expect(reply.outcome).toBe('answer');
  expect(reply.bubbles[0]).toContain('"bao nhiêu tuổi được kết hôn"');
  expect(house.server.calls[0]?.body).toContain('name="language"\r\n\r\nvi');
});

test('a disclosure that is spoken gets its card, the numbers first; nothing filters its words', async () => {
  house = await openHouse({ hearing });
  house.server.transcript = 'thằng chó chồng tôi nó đánh tôi suốt';
  const reply = await house.turn(voice);
  expect(reply.level).toBe('support');
  expect(reply.bubbles[0]).toContain('113');
  expect(reply.bubbles.at(-1)).toContain('thằng chó chồng tôi');
});

test.each(['', '…', 'Hãy subscribe cho kênh Ghiền Mì Gõ', 'a a a a a a a a a'])(
  '%j is not clear, and help is offered',
  async (heard) => {
    house = await openHouse({ hearing });
    house.server.transcript = heard;
    const reply = await house.turn(voice);
    expect(reply.helpOffered).toBe(true);
    expect(reply.bubbles.join()).toMatch(/chưa rõ[\s\S]*SOS[\s\S]*113/);
  },
);

test('without a listener, or when it fails, a voice note gets the fixed reply with the lines', async () => {
  house = await openHouse({ hearing });
  house.server.transcript = null;
  expect((await house.turn(voice)).bubbles.join()).toContain('chưa nghe được tiếng nói');
  expect((await makeTurn(makeParts())(voice)).bubbles.join()).toContain('chưa nghe được tiếng nói');
});

test('words that people say are clear', () => {
  for (const one of ['cứu', 'chồng đánh', strange, 'cảm ơn bạn']) expect(isClear(one)).toBe(true);
});
