import { expect, test } from 'vitest';
import { optionTyped } from '../../../src/core/quiz/typed.ts';
import { games } from '../../fakes.ts';

const offered = [1, 2, 3].map((option) => `guess:viec-nha:${option}`);
const typed = (message: string, under = offered) => optionTyped(message, under, games.quiz);

test.each([
  ['a', 1],
  ['B.', 2],
  ['đáp án c', 3],
  ['chọn b', 2],
  ['của chung, cùng chia sẻ', 3],
  ['Cua nguoi vo', 1],
])('"%s" is option %i', (message, option) => {
  expect(typed(message)).toEqual({ kind: 'guess', quiz: 'viec-nha', option });
});

test.each(['d', 'cũng được', 'của người vợ hay của ai', 'anh', ''])('"%s" is no option', (message) => {
  expect(typed(message)).toBeNull();
});

test('a letter means nothing where no question stands', () => {
  expect(typed('a', ['ask:tuoi-ket-hon', 'menu'])).toBeNull();
  expect(typed('a', [])).toBeNull();
});
