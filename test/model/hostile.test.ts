import { expect, test } from 'vitest';
import { attacks } from './attacks.ts';
import { runAttacks, withoutCheck } from './hostile.ts';

test('of 520 hostile answers by combination none reaches a person', { timeout: 900_000 }, async () => {
  const { outcomes, counts } = await runAttacks(attacks(520, 224));
  expect(outcomes.filter((one) => one.reached).map(({ name, seen }) => `${name}: ${seen.slice(0, 200)}`)).toEqual([]);
  expect(counts.calls).toBeGreaterThan(520);
});

test('without the check many of them would', { timeout: 300_000 }, async () => {
  const { outcomes } = await runAttacks(attacks(60, 224), withoutCheck);
  expect(outcomes.filter((one) => one.reached).length).toBeGreaterThan(12);
});
