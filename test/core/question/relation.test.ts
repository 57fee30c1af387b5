import { expect, test } from 'vitest';
import { areOthers, relationsIn } from '../../../src/core/question/relation.ts';

test.each([
  ['chong danh toi', 'nguoi yeu danh', true],
  ['chong cu den danh', 'chong danh vo', true],
  ['nguoi yeu song chung danh', 'ban trai danh ban gai', false],
  ['danh nguoi thi sao', 'chong danh vo', false],
])('"%s" and "%s" name others: %s', (one, other, others) => {
  expect(areOthers(relationsIn(one), relationsIn(other))).toBe(others);
});
