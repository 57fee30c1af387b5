import { expect, test } from 'vitest';
import { packSenses, unpackSenses } from '../../src/knowledge/senses.ts';
import { senses } from '../fakes.ts';

test('senses survive being kept in a file', () => {
  expect(unpackSenses(packSenses(senses))).toEqual(senses);
});

test.each([0, 7, 100])('a file cut to %i bytes is known to be broken', (length) => {
  expect(unpackSenses(packSenses(senses).slice(0, length))).toBeNull();
});
