import { expect, test } from 'vitest';
import { makeHoldouts } from '../../src/fit/examples.ts';
import { fitListwise } from '../../src/fit/listwise.ts';
import { chance, fitLogistic } from '../../src/fit/logistic.ts';
import { library } from '../fakes.ts';

test('the clue that tells right from wrong gets the weight, the same every time', () => {
  const choices = [1, 2, 3].map((noise) => ({
    features: [
      [1, noise],
      [0, noise * 2],
    ],
    right: [true, false],
  }));
  const weights = fitListwise(choices, { steps: 200, pull: 0.01 });
  expect(weights[0]).toBeGreaterThan(0);
  expect(fitListwise(choices, { steps: 200, pull: 0.01 })).toEqual(weights);
});

test('a decision is learnt from its grounds', () => {
  const verdicts = [
    { grounds: [1, 1], right: true },
    { grounds: [1, 0], right: false },
  ];
  const weights = fitLogistic(verdicts, { steps: 500, pull: 0.001 });
  expect(chance([1, 1], weights)).toBeGreaterThan(0.5);
  expect(chance([1, 0], weights)).toBeLessThan(0.5);
});

test('what is asked of a hold-out is not in it', () => {
  const [first] = makeHoldouts(library.knowledge, []);
  const known = new Set([...(first?.knowledge.passages.values() ?? [])].flatMap((one) => one.ask));
  const asked = (first?.examples ?? []).filter((one) => /[à-ỹđ]/i.test(one.text));
  expect(asked.length).toBeGreaterThan(100);
  expect(asked.filter((one) => known.has(one.text))).toEqual([]);
});

test('a question that nothing answers is asked of one hold-out, and nothing is right', () => {
  const strange = ['giá vé cáp treo hôm nay', 'ai vô địch mùa này', 'cách trồng quế', 'mấy giờ có xe về xuôi'];
  const examples = makeHoldouts(library.knowledge, strange).flatMap((one) => one.examples);
  const vain = examples.filter((one) => one.trial === 'vain');
  expect(strange.map((text) => vain.filter((one) => one.text === text).length)).toEqual([1, 1, 1, 1]);
  expect(vain.filter((one) => one.answers.size > 0)).toEqual([]);
});
