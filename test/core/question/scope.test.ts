import { expect, test } from 'vitest';
import { planNumber, scopeOf } from '../../../src/core/question/scope.ts';

test('the number of the plan alone speaks of the plan, of whatever province', () => {
  expect(planNumber('99/KH-UBND')).toBe('99');
  expect(planNumber('KH-UBND')).toBeNull();
  expect(scopeOf('theo 99 nu dat may phan tram', '99')).toBe('plan');
  expect(scopeOf('theo 99 nu dat may phan tram', '12')).toBeNull();
  expect(scopeOf('nam 1999 nu dat may phan tram', '99')).toBeNull();
  expect(scopeOf('bo luat lao dong', null)).toBe('law');
});
