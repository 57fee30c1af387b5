import { expect, test } from 'vitest';
import { serverPrograms } from '../../src/bench/private-server.ts';
import { judge, startOf, tellApart } from '../../src/bench/replicas/order.ts';
import { measureReplicas } from '../../src/bench/replicas.ts';

const known = tellApart(
  new Map([
    ['a', 'Trả lời a'],
    ['b', 'Trả lời b'],
    ['c', 'Trả lời c'],
  ]),
);
const sent = ['a', 'b', 'c'];
const judged = (...replies: string[]) => judge(sent, replies, known);

test('replies in the order of the messages are as they should be', () => {
  expect(judged('Trả lời a', 'và nữa', 'Trả lời b', 'Trả lời c')).toEqual({ outOfOrder: 0, lost: 0, doubled: 0 });
});

test('the counting notices a reply that overtook another, one that never came and one that came twice', () => {
  expect(judged('Trả lời b', 'Trả lời a', 'Trả lời c')).toMatchObject({ outOfOrder: 1 });
  expect(judged('Trả lời a', 'Trả lời c')).toMatchObject({ lost: 1 });
  expect(judged('Trả lời a', 'Trả lời a', 'Trả lời b', 'Trả lời c')).toMatchObject({ doubled: 1 });
  expect(judged()).toEqual({ outOfOrder: 0, lost: 3, doubled: 0 });
});

test('messages whose replies begin alike are not used to tell the order', () => {
  const long = 'x'.repeat(200);
  const alike = new Map([
    ['a', `${long} một`],
    ['b', `${long} hai`],
    ['c', 'khác'],
  ]);
  expect([...tellApart(alike)]).toEqual([[startOf('khác'), 'c']]);
});

test.skipIf(serverPrograms() === null)(
  'two replicas share a few people and lose nothing',
  { timeout: 300_000 },
  async () => {
    const measured = await measureReplicas(2, {
      turns: 30,
      warmUp: 2,
      people: 4,
      built: false,
      knowledgeDir: 'knowledge',
    });
    expect(measured).toMatchObject({ outOfOrder: 0, lost: 0, doubled: 0 });
    expect(measured.turns).toBeGreaterThanOrEqual(30);
    expect(measured.times.length).toBeGreaterThan(0);
    expect(measured.times.length).toBeLessThanOrEqual(measured.turns);
  },
);
