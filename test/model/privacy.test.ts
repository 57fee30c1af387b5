import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { updateOf } from '../fakes.ts';
import { type House, openHouse, ordinary } from './house.ts';
import { holds, people } from './people.ts';

let house: House;
afterEach(() => house.close());
const abroad = { location: 'abroad', filed: true } as const;
const sent = () => house.server.calls.map(({ body, headers }) => `${body}\n${headers}`).join('\n');

test('200 invented messages with something planted: none of it arrives at the server', {
  timeout: 300_000,
}, async () => {
  house = await openHouse({ place: { location: 'vn' } });
  const told = people(200, 91);
  for (const [at, { message }] of told.entries()) await house.turn(updateOf(message, `test:planted-${at}`));
  expect(house.server.calls.length).toBeGreaterThan(50);
  // What is of the person stands in these lines; the rest is the knowledge and our own orders.
  const lines = house.server.calls.flatMap(({ body }) =>
    (JSON.parse(body).messages.at(-1).content as string)
      .split('\n')
      .filter((one) => /^(?:tin|tin gốc|câu hỏi):/.test(one)),
  );
  const leaks = told.flatMap(({ planted }) => planted).filter((one) => lines.some((line) => holds(line, one)));
  expect(leaks).toEqual([]);
});

test('turns at level concern or higher make no call, wherever the model is', { timeout: 300_000 }, async () => {
  house = await openHouse();
  const messages = readFileSync(new URL('../eval/triage.dev.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text);
  let careful = 0;
  for (const [at, text] of messages.filter((_, at) => at % 5 === 0).entries()) {
    const before = house.server.calls.length;
    const reply = await house.turn(updateOf(text, `test:level-${at}`));
    if (reply.level === 'none') continue;
    careful++;
    expect(house.server.calls.length - before).toBe(0);
  }
  expect(careful).toBeGreaterThan(20);
});

test('after a disclosure an ordinary question makes no call', async () => {
  house = await openHouse();
  await house.turn(updateOf('chồng đánh tôi', 'test:care'));
  await house.turn(updateOf(ordinary, 'test:care'));
  expect(house.server.calls).toHaveLength(0);
});

describe('a model abroad', () => {
  const tap = (yes: boolean) => updateOf({ kind: 'choice', choice: { kind: 'abroad', yes } });
  const asks = (reply: { offers: Array<{ choice: { kind: string } }> }) =>
    reply.offers.some((one) => one.choice.kind === 'abroad');

  test('is not called before a deliberate yes, which is asked for once, with the answer already given', async () => {
    house = await openHouse({ place: abroad });
    const first = await house.turn(updateOf(ordinary));
    expect(first.outcome).toBe('answer');
    expect(asks(first)).toBe(true);
    const second = await house.turn(updateOf(ordinary));
    expect(asks(second)).toBe(false);
    expect(house.server.calls).toHaveLength(0);
    await house.turn(tap(true));
    await house.turn(updateOf(ordinary));
    expect(house.server.calls.length).toBeGreaterThan(0);
  });

  test('a typed number is a tap too; other words are none', async () => {
    house = await openHouse({ place: abroad });
    const first = await house.turn(updateOf(ordinary));
    await house.turn(updateOf('đồng ý'));
    await house.turn(updateOf(ordinary));
    expect(house.server.calls).toHaveLength(0);
    expect(first.offers.filter((one) => one.choice.kind === 'abroad')).toHaveLength(2);
  });

  test('a no is remembered through the talk and costs nothing', async () => {
    house = await openHouse({ place: abroad });
    await house.turn(updateOf(ordinary));
    await house.turn(tap(false));
    for (let at = 0; at < 3; at++) {
      house.parts.clock.now = new Date(house.parts.clock.now.getTime() + 10 * 60_000);
      const reply = await house.turn(updateOf(ordinary));
      expect(reply.outcome).toBe('answer');
      expect(asks(reply)).toBe(false);
    }
    expect(house.server.calls).toHaveLength(0);
  });

  test('a yes is over after a quarter of an hour, and an old button asks again', async () => {
    house = await openHouse({ place: abroad });
    await house.turn(updateOf(ordinary));
    await house.turn(tap(true));
    house.parts.clock.now = new Date(house.parts.clock.now.getTime() + 20 * 60_000);
    const reply = await house.turn(tap(true));
    expect(asks(reply)).toBe(true);
    await house.turn(updateOf(ordinary));
    expect(house.server.calls).toHaveLength(0);
  });

  test('nobody who may be hurt is asked', async () => {
    house = await openHouse({ place: abroad });
    expect(asks(await house.turn(updateOf('chồng đánh tôi')))).toBe(false);
    expect(asks(await house.turn(updateOf(ordinary)))).toBe(false);
  });

  test('without the transfer file nobody is asked and nothing is called', async () => {
    house = await openHouse({ place: { location: 'abroad', filed: false } });
    expect(asks(await house.turn(updateOf(ordinary)))).toBe(false);
    await house.turn(tap(true));
    await house.turn(updateOf(ordinary));
    expect(sent()).toBe('');
  });
});
