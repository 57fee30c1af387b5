import { expect, test } from 'vitest';
import { hear } from '../../../src/core/triage/hear.ts';
import { stretchesOf } from '../../../src/core/triage/stretches.ts';

const spoken = (message: string) =>
  stretchesOf(hear(message)).map(({ words }) => words.map((word) => word.raw).join(' '));

test('sentences are heard one by one, a single short one not again', () => {
  expect(spoken('Trời đẹp. Nó đánh em! Mai đi chợ')).toEqual(['trời đẹp', 'nó đánh em', 'mai đi chợ']);
  expect(spoken('nó đánh em')).toEqual([]);
  expect(spoken('nó đánh em.')).toEqual([]);
  expect(spoken('')).toEqual([]);
});

test('a long sentence is heard in stretches that repeat the end of the one before, and none is lost', () => {
  const words = Array.from({ length: 50 }, (_, at) => `từ${String.fromCharCode(97 + (at % 26))}`);
  const parts = stretchesOf(hear(words.join(' '))).map((one) => one.words.map((word) => word.raw));
  expect(parts.map((part) => part.length)).toEqual([24, 24, 18]);
  expect(parts[1]?.slice(0, 8)).toEqual(parts[0]?.slice(16));
  expect(parts[2]?.at(-1)).toBe(words.at(-1));
  expect(stretchesOf(hear(words.slice(0, 24).join(' ')))).toEqual([]);
  expect(stretchesOf(hear(words.slice(0, 25).join(' ')))).toHaveLength(2);
});

test('a stretch keeps what is told of the message as a whole', () => {
  const heard = hear('Trời đẹp 😭. Nó đánh em');
  for (const one of stretchesOf(heard)) expect(one).toMatchObject({ marks: heard.marks, faces: heard.faces });
});
