import { expect, test } from 'vitest';
import { understand } from '../../../src/core/question/understand.ts';
import { wantedFact } from '../../../src/core/question/wanted.ts';
import { library } from '../../fakes.ts';

const wanted = (message: string) => wantedFact(understand(message, library.names).asked);

test('what is told before a question asks for nothing', () => {
  expect(wanted('Con em sốt mấy hôm rồi mới đỡ. Bố nó nghỉ trông con thì có được hưởng trợ cấp không?')).toBeNull();
  // Control: the same words in the question itself.
  expect(wanted('Con em ốm, em được nghỉ mấy hôm?')).toBe('duration');
});

test('without a question mark anywhere all of it is read', () => {
  expect(wanted('con em ốm. em được nghỉ mấy hôm')).toBe('duration');
});

test.each([
  ['mấy cụ đòi ghi con gái không được chia đất', null],
  ['hết mấy củ', 'money'],
  ['nó có phần như mấy thằng con trai không', null],
  ['nghỉ mấy tháng', 'duration'],
  ['nghi may thang', 'duration'],
])('"%s" wants %s', (message, kind) => {
  expect(wanted(message)).toBe(kind);
});
