import { expect, test } from 'vitest';
import { birthCaseIn } from '../../../src/core/question/birth-case.ts';

test('two told to be on the way are twins', () => {
  expect(birthCaseIn('bac si bao vo co hai thai').children).toBe(2);
  expect(birthCaseIn('vo co hai con').children).toBe(1);
});

test('whoever asks of both ways of birth tells no surgery', () => {
  expect(birthCaseIn('de thuong hay mo thi nghi may hom').surgery).toBe(false);
  // Control: told, it is.
  expect(birthCaseIn('de mo thi nghi may hom').surgery).toBe(true);
});
