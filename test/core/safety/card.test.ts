import { expect, test } from 'vitest';
import { type Card, cardFor } from '../../../src/core/care/card.ts';
import {
  atLeast,
  calm,
  either,
  type HarmType,
  type Level,
  levels,
  type Subject,
  worse,
} from '../../../src/core/triage.ts';

const table: Array<[types: HarmType[], subject: Subject, usual: Card, urgent: Card]> = [
  [[], 'self', 'help', 'emergency'],
  [['physical'], 'self', 'help', 'emergency'],
  [['psychological', 'economic'], 'none', 'help', 'emergency'],
  [['physical'], 'other', 'other', 'emergency-other'],
  [['physical'], 'perpetrator', 'perpetrator', 'emergency-perpetrator'],
  [['suicide'], 'self', 'suicide', 'suicide'],
  [['suicide'], 'none', 'suicide', 'suicide'],
  [['suicide'], 'other', 'suicide-other', 'suicide-other'],
  [['suicide'], 'perpetrator', 'suicide', 'suicide'],
  [['trafficking'], 'self', 'trafficking', 'trafficking'],
  [['trafficking'], 'other', 'other', 'trafficking'],
  [['child'], 'self', 'child', 'child'],
  [['child'], 'other', 'child-other', 'child-other'],
  [['child'], 'perpetrator', 'perpetrator', 'emergency-perpetrator'],
  [['forced_marriage'], 'self', 'forced-marriage', 'forced-marriage'],
  [['sexual'], 'self', 'sexual', 'emergency'],
  [['sexual'], 'other', 'other', 'emergency-other'],
  [['online'], 'self', 'online', 'emergency'],
  [['online'], 'other', 'other-outside', 'emergency-other'],
  [['sexual', 'harassment'], 'other', 'other-outside', 'emergency-other'],
  [['sexual', 'harassment'], 'self', 'harassment', 'emergency'],
  [['harassment'], 'self', 'harassment', 'emergency'],
  [['physical', 'harassment', 'online', 'sexual'], 'self', 'online', 'emergency'],
  [['sexual', 'forced_marriage'], 'self', 'forced-marriage', 'forced-marriage'],
  [['sexual', 'child'], 'self', 'child', 'child'],
  [['child', 'trafficking'], 'self', 'trafficking', 'trafficking'],
  [['trafficking', 'suicide'], 'self', 'suicide', 'suicide'],
  [['online', 'harassment'], 'self', 'online', 'emergency'],
];

test.each(table)('%j about %s: %s; in danger now %s', (types, subject, usual, urgent) => {
  expect(cardFor({ level: 'support', types, subject })).toBe(usual);
  expect(cardFor({ level: 'emergency', types, subject })).toBe(urgent);
});

test('levels are ordered, and the worse of two counts', () => {
  for (const [at, a] of levels.entries())
    for (const [other, b] of levels.entries()) {
      expect(atLeast(a, b)).toBe(at >= other);
      expect(worse(a, b)).toBe(levels[Math.max(at, other)] as Level);
    }
});

test('of two verdicts the person of the first counts, where it names one; a calm one says nothing', () => {
  expect(calm).toEqual({ level: 'none', types: [], subject: 'none' });
  const of = (subject: Subject) => ({ level: 'support', types: ['child'], subject }) as const;
  expect(either({ ...of('self'), types: ['child'] }, { ...of('other'), types: ['child', 'online'] })).toEqual({
    level: 'support',
    types: ['child', 'online'],
    subject: 'self',
  });
  expect(either(calm, { ...of('other'), types: ['child'] })).toEqual({ ...of('other'), types: ['child'] });
  expect(either({ ...of('other'), types: [] }, calm).subject).toBe('other');
});
