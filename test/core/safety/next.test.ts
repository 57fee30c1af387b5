import { describe, expect, test } from 'vitest';
import { aboutTold, guideFor, holdFor, shownIn, toldAgain } from '../../../src/core/care/next.ts';
import type { Care } from '../../../src/core/conversation.ts';
import type { HarmType, Subject, Verdict } from '../../../src/core/triage.ts';
import { saying } from './small.ts';

const care = (types: HarmType[], subject: Subject = 'self', more: Partial<Care> = {}): Care => ({
  level: 'support',
  types,
  subject,
  said: 'help',
  ...more,
});

describe('the text that meets a word on what comes next', () => {
  test.each<[reply: string, types: HarmType[], subject: Subject, text: string]>([
    ['safety-plan', ['physical'], 'self', 'safety-plan'],
    ['safety-plan', ['physical', 'perpetrator'], 'perpetrator', 'calm-down'],
    ['safety-plan', ['child', 'sexual'], 'self', 'child-steps'],
    ['safety-plan', ['child'], 'other', 'child-other-steps'],
    ['safety-plan', ['physical'], 'other', 'other-steps'],
    ['safety-plan', ['harassment'], 'other', 'other-steps'],
    ['safety-plan', ['harassment', 'sexual'], 'self', 'harassment-steps'],
    ['safety-plan', ['trafficking'], 'self', 'trafficking-steps'],
    ['safety-plan', ['suicide'], 'self', 'suicide-again'],
    ['safety-plan', ['suicide'], 'other', 'suicide-other-steps'],
    ['shelter', ['physical'], 'self', 'shelter'],
    ['shelter', ['child'], 'self', 'child-steps'],
    ['shelter', ['physical'], 'perpetrator', 'hold-perpetrator'],
    ['what-if-call', ['physical'], 'perpetrator', 'what-if-call'],
    ['your-choice', ['physical'], 'other', 'other-steps'],
    ['person', ['suicide'], 'self', 'suicide-again'],
    ['afraid-known', ['physical'], 'other', 'afraid-known'],
  ])('%s for %j about %s: %s', (reply, types, subject, text) => {
    expect(guideFor(reply, care(types, subject))).toBe(text);
  });

  test('is for the harm whose card came last, where words of dying came before', () => {
    const both = care(['suicide', 'psychological'], 'self', { shown: ['suicide', 'help'] });
    expect(guideFor('safety-plan', both)).toBe('safety-plan');
    expect(guideFor('safety-plan', { ...both, shown: ['help', 'suicide'] })).toBe('suicide-again');
  });
});

describe('what was shown', () => {
  test('is the cards of the talk; an older state names only the last text', () => {
    expect(shownIn(null)).toEqual([]);
    expect(shownIn(care([]))).toEqual(['help']);
    expect(shownIn(care([], 'self', { shown: ['child'] }))).toEqual(['child']);
  });

  const heard = (subject: Subject): Verdict => ({ level: 'support', types: ['physical'], subject });

  test('comes not twice running: a short word, then only that the person is heard', () => {
    const again = (said: string, subject: Subject = 'self') =>
      toldAgain('help', heard(subject), care(['physical'], subject, { said }), saying(''));
    expect(again('help')).toMatchObject({ card: 'help-again' });
    expect(again('help-again')).toMatchObject({ kind: 'care', reply: 'hold' });
    expect(again('other', 'other')).toMatchObject({ reply: 'hold-other', shows: true });
    expect(again('perpetrator', 'perpetrator')).toMatchObject({ reply: 'hold-perpetrator', shows: true });
  });

  test('leaves the way to whoever listens', () => {
    expect(holdFor(care([], 'self', { said: 'hold' }))).toBe('hold-again');
    expect(holdFor(care([]))).toBe('hold');
    expect(holdFor(care(['suicide']))).toBe('suicide-again');
  });
});

test('a few words on the law ask of what was told', () => {
  const told: Verdict = { level: 'support', types: ['harassment'], subject: 'self' };
  const about = { about: ['harassment'] };
  expect(aboutTold(told, saying('luat phat bao nhieu', { asksPenalty: true }))).toEqual(about);
  expect(aboutTold(told, saying('the co phai toi khong'))).toEqual(about);
  expect(aboutTold(told, saying('co phai la bao luc khong'))).toEqual(about);
  expect(aboutTold(told, saying('hom nay thi sao'))).toEqual({});
  expect(aboutTold(told, saying('', { asksPenalty: true, contentWords: 3 }))).toEqual({});
  expect(aboutTold({ ...told, types: [] }, saying('', { asksPenalty: true }))).toEqual({});
});
