import { describe, expect, test } from 'vitest';
import type { Scores } from '../../../src/core/triage/classifier.ts';
import { judge, type Thresholds } from '../../../src/core/triage/judge.ts';
import type { Shape } from '../../../src/core/triage/shape.ts';
import { either, levels, type Verdict, worse } from '../../../src/core/triage.ts';

const thresholds: Thresholds = {
  concern: 0.3,
  urgent: 0.5,
  whole: 0.7,
  part: 0.8,
  law: 0.9,
  emergency: 0.5,
  type: 0.4,
};
const scores = (
  disclosure: number,
  emergency: number,
  types: Scores['types'] = new Map([['physical', 0.2]]),
): Scores => ({
  disclosure,
  emergency,
  types,
  subjects: new Map([
    ['self', 0.2],
    ['other', 0.7],
    ['perpetrator', 0.1],
  ]),
});

describe('the levels of the classifier', () => {
  test.each([
    [0.29, 0.1, 'none'],
    [0.3, 0.1, 'concern'],
    [0.69, 0.1, 'concern'],
    [0.7, 0.1, 'support'],
    [0.5, 0.5, 'emergency'],
    [0.49, 0.99, 'concern'],
    [0.99, 0.9, 'emergency'],
    [0.1, 0.9, 'none'],
  ])('disclosure %d and emergency %d are %s', (disclosure, emergency, level) => {
    expect(judge(scores(disclosure, emergency), thresholds, 'whole').level).toBe(level);
  });

  test.each([
    [0.7, 0.1, 'concern'],
    [0.9, 0.1, 'support'],
    [0.5, 0.5, 'emergency'],
    [0.29, 0.1, 'none'],
  ])('in talk of the law about nobody here disclosure %d and emergency %d are %s', (disclosure, emergency, level) => {
    expect(judge(scores(disclosure, emergency), thresholds, 'law').level).toBe(level);
  });

  test('a message that is made of less must be likelier to be a disclosure', () => {
    const level = (shape: Shape) => judge(scores(0.75, 0.1), thresholds, shape).level;
    expect([level('whole'), level('part'), level('law')]).toEqual(['support', 'concern', 'concern']);
  });

  test('a message that discloses nothing has no types and no subject', () => {
    expect(judge(scores(0.1, 0), thresholds, 'whole')).toEqual({
      level: 'none',
      types: [],
      subject: 'none',
      guessed: false,
      dying: 0,
    });
  });

  test('every likely type is named, or the likeliest', () => {
    const types = new Map([
      ['physical', 0.9],
      ['economic', 0.5],
      ['online', 0.1],
    ] as const);
    expect(judge(scores(0.9, 0, types), thresholds, 'whole').types).toEqual(['physical', 'economic']);
    expect(judge(scores(0.9, 0), thresholds, 'whole').types).toEqual(['physical']);
  });

  test('the likeliest person is the subject', () => {
    expect(judge(scores(0.9, 0), thresholds, 'whole').subject).toBe('other');
  });
});

test('of two detectors the worse counts, and neither takes away what the other heard', () => {
  const verdicts = levels.map(
    (level): Verdict => ({ level, types: level === 'none' ? [] : ['child'], subject: 'none' }),
  );
  for (const a of verdicts)
    for (const b of verdicts) {
      const both = either(a, b);
      expect(both.level).toBe(worse(a.level, b.level));
      for (const type of [...a.types, ...b.types]) expect(both.types).toContain(type);
    }
});
