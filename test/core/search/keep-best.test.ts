import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepBest } from '../../../src/core/search/keep-best.ts';

test('keeps what sorting all of it would put first, in that order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 })), fc.integer({ min: 0, max: 8 }), (scores, k) => {
      const isWorse = (one: number, other: number) =>
        (scores[one] ?? 0) < (scores[other] ?? 0) || ((scores[one] ?? 0) === (scores[other] ?? 0) && one > other);
      const best = keepBest(k, isWorse);
      for (const place of scores.keys()) best.offer(place);
      const sorted = [...scores.keys()].sort((a, b) => (isWorse(a, b) ? 1 : -1));
      expect(best.inOrder()).toEqual(sorted.slice(0, k));
    }),
  );
});
