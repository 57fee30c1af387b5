import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerSet, beginSet, groups, setSize } from '../../../src/core/quiz/set.ts';
import { games } from '../../fakes.ts';

const { quiz } = games;
const question = (id: string) => quiz.find((one) => one.id === id);

describe('a set', () => {
  test.each(groups)('for %s has five different questions, easy ones first, at most one about harm', (group) => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const ids = beginSet(quiz, group, [], seed)?.ids ?? [];
        expect(new Set(ids).size).toBe(setSize);
        const asked = ids.flatMap((id) => question(id) ?? []);
        const levels = asked.map((one) => one.level);
        expect(levels).toEqual([...levels].sort());
        expect(asked.filter((one) => !one.cover).length).toBeLessThanOrEqual(1);
        for (const one of asked)
          expect(one.audiences.length === 0 || (group !== 'all' && one.audiences.includes(group)), one.id).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('a group gets questions of its own', () => {
    for (const group of groups.slice(1)) {
      const own = beginSet(quiz, group, [], 'x')?.ids.flatMap((id) => question(id)?.audiences ?? []) ?? [];
      expect(own.filter((one) => one === group).length, group).toBeGreaterThanOrEqual(3);
    }
  });

  test('asks nothing twice until the questions run out, and then begins anew', () => {
    let seen: string[] = [];
    for (let round = 0; round < 30; round++) {
      let set = beginSet(quiz, 'pupils', seen, `r${round}`);
      if (set === null) throw new Error('no set');
      for (const id of set.ids) expect(set.seen, id).not.toContain(id);
      for (const _ of set.ids) set = answerSet(set, true);
      seen = set.seen;
    }
  });

  test('counts what was right and the longest run', () => {
    let set = beginSet(quiz, 'all', [], 'x');
    for (const right of [true, true, false, true, false]) set = set && answerSet(set, right);
    expect(set).toMatchObject({ at: 5, right: 3, run: 0, longest: 2 });
  });

  test('there is none without questions, and a shorter one with few', () => {
    expect(beginSet([], 'all', [], 'x')).toBeNull();
    expect(beginSet(quiz.filter((one) => one.cover).slice(0, 2), 'officials', [], 'x')?.ids.length).toBe(2);
  });
});
