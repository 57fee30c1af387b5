import { expect, test } from 'vitest';
import { asItStands } from '../../../src/core/answer/composed.ts';
import { grounded, strayFigures } from '../../../src/core/answer/stray-figures.ts';
import { library } from '../../fakes.ts';

const { knowledge } = library;
const passage = [...knowledge.passages.values()].find(
  (one) => one.document === '52/2014/QH13' && one.locator === 'Điều 8' && one.facts.kind === 'article',
);
if (!passage) throw new Error('the rule on the age of marriage is missing');
const sound = asItStands(passage);

test('an answer whose figures stand in what it cites is told as it is', () => {
  expect(grounded(sound, '', knowledge)).toBe(sound);
});

test('a figure that nothing cited holds never leaves: the reviewed answer is told instead', () => {
  const wrong = { ...sound, text: `${sound.text} Phạt 77.000.000 đồng.` };
  expect(strayFigures(wrong, '', knowledge)).toEqual(['77000000']);
  expect(grounded(wrong, '', knowledge)?.text).toBe(sound.text);
});

test('without a grounded answer to fall back on nothing is told', () => {
  const wrong = { ...sound, text: 'Phạt 77.000.000 đồng.', passages: [] };
  expect(grounded(wrong, '', knowledge)).toBeNull();
});
