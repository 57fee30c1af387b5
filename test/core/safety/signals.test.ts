import { describe, expect, test } from 'vitest';
import { phraseOf, type Slots } from '../../../src/core/signals/phrase.ts';
import { compileSignals, matchSignals, type Signal } from '../../../src/core/signals.ts';
import { hear } from '../../../src/core/triage/hear.ts';
import { generalise, makeWordClasses } from '../../../src/core/triage/word-classes.ts';
import { calm } from '../../../src/core/triage.ts';

const signal = (more: Partial<Signal>): Signal => ({
  id: 'x',
  level: 'support',
  types: ['physical'],
  subject: 'self',
  any: [],
  written: [],
  beside: [],
  not: [],
  ...more,
});
const slots: Slots = {
  neg: ['không', 'chưa', 'không có'],
  me: ['em', 'mẹ con em', 'tôi'],
  who: ['chồng', '{me}'],
  unclear: ['đánh'],
  hit: ['đánh', 'đấm'],
};
const heard = (message: string, ...signals: Array<Partial<Signal>>) =>
  matchSignals(compileSignals(signals.map(signal), slots), hear(message));
const is = (message: string, one: Partial<Signal>) => heard(message, one).level === 'support';

describe('the language of phrases', () => {
  test.each([
    ['{who} đấm {me}', 'chồng đấm em', true],
    ['{who} đấm {me}', 'chồng đấm mẹ con em', true],
    ['{who} đấm {me}', 'mẹ con em đấm tôi', true],
    ['{who} đấm {me}', 'chồng đấm nó', false],
    ['{who} đấm {me}', 'không chồng đấm em', false],
    ['{who} đấm {me}', 'không. chồng đấm em', true],
    ['{who} * đấm', 'chồng hôm qua lại đấm', true],
    ['{who} * đấm', 'chồng đấm', true],
    ['{who} * đấm', 'chồng hôm qua về lại đấm', false],
    ['{who} * đấm', 'chồng chưa bao giờ đấm', false],
    ['{who} * đấm', 'chồng về. nó đấm', false],
    ['bị? đấm {me}', 'đấm em', true],
    ['nó {hit}? {me} đau', 'nó em đau', true],
    ['nó {hit}? {me} đau', 'nó đấm em đau', true],
    ['nó {hit}? {me} đau', 'nó đá em đau', false],
    ['nó có? đấm', 'nó có đấm', true],
    ['nó có? đấm', 'nó đấm', true],
    ['đấm', 'đấmx', false],
    ['*', 'gì cũng được', true],
    ['a+b', 'a+b', false],
    ['{a}b', 'ab', false],
    ['{who} ** đấm', 'chồng hôm qua đi làm về muộn lại đấm', true],
    ['{who} ** đấm', 'chồng hôm qua đi làm về muộn rồi lại uống đấm', false],
    ['{who} ** đấm', 'chồng hôm qua về không đấm', false],
    ['{who} ** đấm', 'chồng hôm qua về. lại đấm', false],
    ['nó đấm|đá|giơ_tay {me}', 'nó đá em', true],
    ['nó đấm|đá|giơ_tay {me}', 'nó giơ tay em', true],
    ['nó đấm|đá|giơ_tay {me}', 'nó giơ em', false],
    ['nó {hit}|đá {me}|nó', 'nó đánh nó', true],
    ['nó lại|vẫn? đấm', 'nó vẫn đấm', true],
    ['nó lại|vẫn? đấm', 'nó đấm', true],
    ['nó  đấm', 'nó đấm', true],
    [' nó đấm ', 'nó đấm', true],
  ])('"%s" in "%s": %s', (phrase, message, found) => {
    expect(is(message, { any: [phrase] })).toBe(found);
  });

  test('with and without diacritics; what folding makes unclear counts only as written', () => {
    expect(is('chong dam em', { any: ['{who} đấm {me}'] })).toBe(true);
    expect(is('chồng đánh em', { any: ['{who} {hit} {me}'] })).toBe(true);
    expect(is('chong danh em', { any: ['{who} {hit} {me}'] })).toBe(false);
    // Among several words so do those of the phrase; alone they stand for themselves.
    expect(is('chồng đánh em', { any: ['{who} đánh|quật {me}'] })).toBe(true);
    expect(is('chong danh em', { any: ['{who} đánh|quật {me}'] })).toBe(false);
    expect(is('chong quat em', { any: ['{who} đánh|quật {me}'] })).toBe(true);
    expect(is('chong danh em', { any: ['{who} đánh {me}'] })).toBe(true);
    expect(is('chong danh em', { any: ['{who} đánh|đánh {me}'] })).toBe(false);
    expect(is('chồng đấm em', { written: ['chồng đấm'] })).toBe(true);
    expect(is('chong dam em', { written: ['chồng đấm'] })).toBe(false);
    // Two in five words are as written, fewer are not.
    expect(is('chồng đấm em nha anh', { written: ['chồng đấm'] })).toBe(true);
    expect(is('chồng dam em nha anh', { written: ['chồng dam'] })).toBe(false);
  });

  test('something must stand beside, and something must not', () => {
    const one = { any: ['đấm'], beside: ['đau', 'máu'], not: ['phim', 'truyện'] };
    expect(is('nó đấm em đau', one)).toBe(true);
    expect(is('nó đấm em chảy máu', one)).toBe(true);
    expect(is('nó đấm em', one)).toBe(false);
    expect(is('phim nó đấm em đau', one)).toBe(false);
    expect(is('truyen no dam em dau', one)).toBe(false);
    expect(is('no dam em dau', one)).toBe(true);
    expect(is('nó không đấm em, đau', one)).toBe(false);
    expect(is('no khong dam em dau', one)).toBe(false);
    expect(is('no dam em khong dau', one)).toBe(true);
    expect(is('khong phim, no dam em dau', one)).toBe(false);
    // Any one of several phrases is enough.
    expect(is('nó đấm em', { any: ['nó đấm', 'nó đá'] })).toBe(true);
    // Beside and not look at words alone, negated or not.
    expect(is('nó đấm em không đau', one)).toBe(true);
    expect(is('không phim, nó đấm em đau', one)).toBe(false);
  });

  test('a slot that does not exist, or turns in a circle, is named', () => {
    expect(() => phraseOf('{none}', slots, false)).toThrow(/^none$/);
    expect(() => phraseOf('{a}', { neg: [], a: ['{b}'], b: ['{a}'] }, false)).toThrow(TypeError);
    expect(() => phraseOf('x', {}, true)).toThrow('neg');
    const deep: Slots = { neg: ['không'], a: ['{b}'], b: ['{c}'], c: ['{d}'], d: ['sâu'] };
    expect(phraseOf('{a}', deep, false).needs).toEqual([new Set(['sâu'])]);
  });

  test('what a phrase cannot do without is told, short lists first, whole entries by their first word', () => {
    const { needs } = phraseOf('{who} bị? đấm * {me}', slots, true);
    expect(needs[0]).toEqual(new Set(['đấm']));
    expect(needs).toHaveLength(3);
  });

  test('signs of a pattern are letters like others', () => {
    expect(phraseOf('a.b', { neg: ['x'] }, false).pattern.test(' axb ')).toBe(false);
    expect(phraseOf('A.B', { neg: ['x'] }, false).pattern.test(' a.b ')).toBe(true);
  });
});

test('any laughing face, and laughter in letters, is one sign', () => {
  for (const laughter of ['😂', '🤣', '=))', 'kkkk', 'haha'])
    expect(is(`nó đấm em ${laughter}`, { any: ['đấm'], not: ['😂'] })).toBe(false);
  expect(is('nó đấm em 😭', { any: ['đấm'], not: ['😂'] })).toBe(true);
});

describe('several signals', () => {
  const worse = { any: ['dao'], level: 'emergency', types: ['suicide'], subject: 'other' } as const;
  const usual = { any: ['đấm'], level: 'support', types: ['physical'], subject: 'self' } as const;
  test('the worst level, all types, the person of the worst', () => {
    for (const both of [
      [worse, usual],
      [usual, worse],
    ] as const)
      expect(heard('nó đấm, cầm dao', ...(both as never as Array<Partial<Signal>>))).toMatchObject({
        level: 'emergency',
        subject: 'other',
      });
    expect(new Set(heard('nó đấm, cầm dao', worse as never, usual as never).types)).toEqual(
      new Set(['suicide', 'physical']),
    );
    const second = { ...usual, any: ['đá'], subject: 'other', types: ['child'] } as const;
    expect(heard('đấm đá', usual as never, second as never)).toEqual({
      level: 'support',
      types: ['physical', 'child'],
      subject: 'self',
    });
    expect(heard('trời đẹp', worse as never, usual as never)).toEqual(calm);
    expect(heard('', usual as never)).toEqual(calm);
  });
});

describe('classes of words', () => {
  const classes = makeWordClasses({ me: ['em', 'mẹ con em'], kid: ['con em', 'con', 'em'], hit: ['đánh'] });
  test('the longest phrase is taken, a phrase in two lists belongs to the first', () => {
    const steps = (message: string) => generalise(message.split(' '), classes.written, classes.longest);
    expect(classes.longest).toBe(3);
    expect(steps('đánh mẹ con em')).toEqual(['<hit>', '<me>']);
    expect(steps('đánh con em')).toEqual(['<hit>', '<kid>']);
    expect(steps('mẹ con đánh em')).toEqual(['mẹ', '<kid>', '<hit>', '<me>']);
    expect(steps('trời')).toEqual(['trời']);
    expect(generalise([], classes.written, 3)).toEqual([]);
    expect(generalise(['me', 'con', 'em'], classes.folded, classes.longest)).toEqual(['<me>']);
    expect(classes.written.has('danh')).toBe(false);
    expect(makeWordClasses({}).longest).toBe(1);
  });
});
