import { expect, test } from 'vitest';
import { fold } from '../../src/core/vietnamese/fold.ts';
import { readInVain } from '../../src/fit/in-vain.ts';
import { library } from '../fakes.ts';

test('no question stands twice among those asked in vain, and none is a known way of asking', () => {
  const inVain = readInVain('knowledge').map(fold);
  expect(inVain.length).toBeGreaterThan(1_000);
  expect(inVain.filter((one, at) => inVain.indexOf(one) !== at)).toEqual([]);
  const known = new Set([...library.knowledge.passages.values()].flatMap((one) => one.ask).map(fold));
  expect(inVain.filter((one) => known.has(one))).toEqual([]);
});
