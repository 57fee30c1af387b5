import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beats } from '../../../src/core/measures/figures.ts';
import { fives, type Leaf, least, release, releaseRunning } from '../../../src/core/measures/release.ts';
import { recovered } from './attacker.ts';

const step = fc.constantFrom('a', 'b', 'c', 'd');
const leaves = fc
  .uniqueArray(fc.tuple(fc.array(step, { minLength: 1, maxLength: 3 }), fc.nat(9)), {
    selector: ([path]) => path.join('/'),
    maxLength: 25,
  })
  .map((some) => some.map(([path, n]): Leaf => ({ path, n, sums: { asked: 3 * n } })));
const sum = (some: ReadonlyArray<{ n: number }>) => some.reduce((all, { n }) => all + n, 0);

describe('what is released of a month that is over', () => {
  test('holds at least five events in every block, each event once, with what goes with it', () => {
    fc.assert(
      fc.property(leaves, (some) => {
        const blocks = release(some);
        for (const { n, sums } of blocks) {
          expect(n).toBeGreaterThanOrEqual(least);
          expect(sums.asked).toBe(3 * n);
        }
        expect(sum(blocks)).toBeLessThanOrEqual(sum(some));
      }),
    );
  });

  test('tells every kind with five or more, at its own place and in full', () => {
    fc.assert(
      fc.property(leaves, (some) => {
        const blocks = release(some);
        for (const { path, n } of some) {
          const isInner = some.some(
            (other) => other.path.length > path.length && path.every((one, at) => other.path[at] === one),
          );
          const own = blocks.find(
            (one) => !one.rest && one.path.join('/') === [...path, ...(isInner ? [''] : [])].join('/'),
          );
          expect(own?.n ?? 0).toBe(n >= least ? n : 0);
        }
      }),
    );
  });

  test('pools what is too few, and leaves out what stays too few', () => {
    expect(
      release([
        { path: ['a', 'x'], n: 12 },
        { path: ['a', 'y'], n: 3 },
        { path: ['a', 'z'], n: 4 },
      ]),
    ).toEqual(
      [
        { path: ['a', 'x'], rest: false, n: 12, sums: {} },
        { path: ['a'], rest: true, n: 7, sums: {} },
      ].sort(() => 0),
    );
    expect(
      release([
        { path: ['a'], n: 20 },
        { path: ['b'], n: 3 },
      ]),
    ).toEqual([{ path: ['a'], rest: false, n: 20, sums: {} }]);
    // A full pool would tell that each holds four.
    expect(
      release([
        { path: ['a'], n: 4 },
        { path: ['b'], n: 4 },
      ]),
    ).toEqual([]);
  });
});

// A tree of two channels with three kinds each.
const channels = ['p', 'q'];
const kinds = ['x', 'y', 'z'];
const tree = channels.flatMap((channel) => kinds.map((kind) => [channel, kind]));
const leavesOf = (world: readonly number[]): Leaf[] => tree.map((path, at) => ({ path, n: world[at] ?? 0 }));
const where = (fits: (path: string[]) => boolean) => (world: readonly number[]) =>
  tree.reduce((all, path, at) => all + (fits(path) ? (world[at] ?? 0) : 0), 0);
const cells = [
  ...tree.map((path) => ({ name: path.join('/'), of: where((one) => one === path) })),
  ...channels.map((channel) => ({ name: channel, of: where(([one]) => one === channel) })),
  ...kinds.map((kind) => ({ name: kind, of: where(([, one]) => one === kind) })),
];

describe('an attacker who combines every table', () => {
  test('recovers no count under five: not in a cell, a row, a column or a total', () => {
    const seen = (world: readonly number[]) => JSON.stringify(release(leavesOf(world)));
    expect(recovered(tree.length, { real: () => true, top: 6 }, seen, cells)).toEqual([]);
  });

  test('control: with small cells hidden and nothing else, the totals give them away', () => {
    const seen = (world: readonly number[]) =>
      JSON.stringify(cells.map(({ of }) => of(world)).map((n) => (n < least ? null : n)));
    expect(recovered(tree.length, { real: () => true, top: 6 }, seen, cells).length).toBeGreaterThan(1_000);
  });
});

// One channel over two days. The third topic is one that nobody asks about, as there always are many; the attacker
// cannot know that.
const topics = [
  ['w', 'answer', 'one'],
  ['w', 'answer', 'two'],
  ['w', 'answer', 'three'],
];
const days = [0, 1];
const places = days.length * topics.length;
const looking = {
  real: (world: readonly number[]) => at(world, 0, 2) + at(world, 1, 2) === 0 && Math.max(...world) < 7,
  top: 8,
};
const at = (world: readonly number[], day: number, topic: number) => world[day * topics.length + topic] ?? 0;
const until = (world: readonly number[], day: number): Leaf[] =>
  topics.map((path, topic) => ({
    path,
    n: days.filter((one) => one <= day).reduce((all, one) => all + at(world, one, topic), 0),
  }));
const timed = [
  ...days.flatMap((day) =>
    topics.map((path, topic) => ({ name: `${path}@${day}`, of: (w: readonly number[]) => at(w, day, topic) })),
  ),
  ...topics.map((path, topic) => ({
    name: `${path}`,
    of: (w: readonly number[]) => at(w, 0, topic) + at(w, 1, topic),
  })),
  ...days.map((day) => ({
    name: `all@${day}`,
    of: (w: readonly number[]) => topics.reduce((all, _, topic) => all + at(w, day, topic), 0),
  })),
];
const shown = (blocks: ReturnType<typeof release>) => blocks.map(({ path, n }) => `${path.join('/')}=${n}`).join();

describe('an attacker who looks again every day', () => {
  test('recovers no count under five of a day, a topic or both', () => {
    const seen = (world: readonly number[]) =>
      [...days.map((day) => releaseRunning(until(world, day), 2)), release(until(world, 1))].map(shown).join(';');
    expect(recovered(places, looking, seen, timed)).toEqual([]);
  });

  test('control: exact counts that grow give the days away', () => {
    const exact = ({ n }: Leaf) => (n < least ? '-' : n);
    const seen = (world: readonly number[]) => days.map((day) => until(world, day).map(exact).join()).join(';');
    expect(recovered(places, looking, seen, timed).length).toBeGreaterThan(50);
  });

  test('the days of a month tell no more than looking every day did', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 12 }), (counts) => {
        const told = beats(
          counts.map((turns, day) => ({ day: String(day).padStart(2, '0'), channel: 'web', kind: 'answer', turns })),
          least,
        );
        let all = 0;
        counts.forEach((turns, day) => {
          const before = fives(all);
          all += turns;
          const full = told.find((one) => Number(one.day) === day)?.n ?? 0;
          expect(full).toBe(fives(all) - before);
        });
      }),
    );
  });
});
