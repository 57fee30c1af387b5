import { expect, test } from 'vitest';
import { library } from '../fakes.ts';

const { passages } = library.knowledge;

test('an act without an article on its entry into force still says since when it holds', () => {
  expect(passages.get('76-2023-nd-cp/hieu-luc')?.say).toContain('có hiệu lực từ 25/12/2023');
});

test('nothing is said of an act whose standing is not established, nor twice', () => {
  expect(passages.has('130-2021-nd-cp/hieu-luc')).toBe(false);
  expect(passages.has('282-2025-nd-cp/hieu-luc')).toBe(false);
});
