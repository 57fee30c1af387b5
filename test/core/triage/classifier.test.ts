import { expect, test } from 'vitest';
import { type Classifier, type Head, score } from '../../../src/core/triage/classifier.ts';
import { featuresOf } from '../../../src/core/triage/features.ts';
import { hear } from '../../../src/core/triage/hear.ts';
import { judge } from '../../../src/core/triage/judge.ts';
import { makeWordClasses } from '../../../src/core/triage/word-classes.ts';

const classes = makeWordClasses({});
const head = (bias: number, more: Partial<Head> = {}): Head => ({
  bits: 4,
  scale: 1,
  bias,
  weights: new Int8Array(16),
  ...more,
});
const classifier = (more: Partial<Classifier> = {}): Classifier => ({
  classes,
  disclosure: head(0),
  emergency: head(0),
  types: [],
  subjects: [],
  ...more,
});
const heard = hear('nó đánh em');

test('log odds are the sum of weights times values, scaled, with the bias', () => {
  const { places, values } = featuresOf(heard, classes);
  const weights = Int8Array.from({ length: 16 }, (_, at) => at - 8);
  const sum = places.reduce((all, place, at) => all + (weights[place >>> 28] ?? 0) * (values[at] ?? 0), 0);
  const { disclosure, emergency } = score(
    heard,
    classifier({ disclosure: head(0.5, { scale: 0.25, weights }), emergency: head(-1) }),
  );
  expect(Math.abs(sum)).toBeGreaterThan(0.1);
  expect(disclosure).toBeCloseTo(1 / (1 + Math.exp(-(0.25 * sum + 0.5))), 10);
  expect(emergency).toBeCloseTo(1 / (1 + Math.exp(1)), 10);
});

test('types have a chance each, persons share one', () => {
  const { types, subjects } = score(
    heard,
    classifier({
      types: [
        ['physical', head(2)],
        ['child', head(-2)],
      ],
      subjects: [
        ['self', head(1)],
        ['other', head(0)],
      ],
    }),
  );
  expect([...types].map(([name, chance]) => [name, chance.toFixed(3)])).toEqual([
    ['physical', '0.881'],
    ['child', '0.119'],
  ]);
  expect(subjects.get('self')).toBeCloseTo(Math.E / (Math.E + 1), 10);
  expect((subjects.get('self') ?? 0) + (subjects.get('other') ?? 0)).toBeCloseTo(1, 10);
});

test('ranked types: the likeliest first, one alone when none is likely, equal persons the first', () => {
  const thresholds = { concern: 0.3, urgent: 0.5, emergency: 0.5, type: 0.4, law: 0.9, whole: 0.7, part: 0.8 };
  const judged = (
    types: Array<['physical' | 'child' | 'online', number]>,
    subjects: Array<['self' | 'other', number]>,
  ) =>
    judge({ disclosure: 0.95, emergency: 0, types: new Map(types), subjects: new Map(subjects) }, thresholds, 'whole');
  const even: Array<['self' | 'other', number]> = [
    ['self', 0.5],
    ['other', 0.5],
  ];
  expect(
    judged(
      [
        ['physical', 0.5],
        ['child', 0.9],
        ['online', 0.4],
      ],
      even,
    ),
  ).toEqual({
    level: 'support',
    types: ['child', 'physical', 'online'],
    subject: 'self',
    guessed: false,
    dying: 0,
  });
  expect(
    judged(
      [
        ['physical', 0.1],
        ['child', 0.3],
        ['online', 0.2],
      ],
      even,
    ),
  ).toMatchObject({ types: ['child'], guessed: true });
});
