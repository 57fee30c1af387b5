import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds, run, shareOut } from './target.ts';
import { targets } from './targets.ts';

/** Cases of one run of the tests, over all targets; "npm run bench -- fuzz" runs a hundred thousand. */
const total = 2_000;
const shares = shareOut(targets, total);
/** Other cases in each run. What fails is run again with: npm run bench -- fuzz --seed N --target "its name" */
const seed = Math.trunc(Math.random() * 2 ** 31);

describe(`whatever comes in (seed ${seed})`, () => {
  test.each(targets.map((target, at) => [target.name, target, shares[at] ?? 1] as const))(
    '%s',
    async (_name, target, cases) => {
      const { failure } = await run(target, cases, seed);
      expect(failure).toBeNull();
    },
    300_000,
  );
});

test('a run has its two thousand cases', () => {
  expect(shares.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(total - targets.length);
  expect(new Set(targets.map(({ name }) => name)).size).toBe(targets.length);
});

test('a property that does not hold is found, told with its smallest case, and found again by its seed', async () => {
  const wrong = holds('no five', 1, fc.nat(50), (one) => {
    if (one >= 5) throw new Error('five or more');
  });
  const first = await run(wrong, 200, 7);
  expect(first.failure).toMatch(/Counterexample: \[5\]/);
  expect(first.failure).toContain('seed: 7');
  expect((await run(wrong, 200, 7)).failure).toBe(first.failure);
});
