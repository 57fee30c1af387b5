import { describe, expect, test } from 'vitest';
import { compileSignals, matchSignals, type Signal } from '../../src/core/signals.ts';
import { hear } from '../../src/core/triage/hear.ts';
import { atLeast } from '../../src/core/triage.ts';
import { reviewedOrdinary, reviewedSignals } from '../../src/knowledge/signals.ts';
import { readLabelled } from '../../src/train/labelled.ts';
import { unmarked } from '../../src/train/vary.ts';
import { assess } from '../../src/turn/assess.ts';
import { content, triage } from '../fakes.ts';

const reviewed = reviewedSignals(content);
const heard = (message: string) => matchSignals(triage.signals, hear(message));

describe('every signal', () => {
  const examples = (of: 'matches' | 'misses') =>
    reviewed.flatMap((one) => one[of].map((example): [string, string] => [one.id, example]));

  test.each(examples('matches'))('%s hears "%s"', (id, example) => {
    const alone = triage.signals.filter((one) => one.signal.id === id);
    expect(matchSignals(alone, hear(example)).level).toBe(alone[0]?.signal.level);
  });

  test.each(examples('misses'))('%s and all others let "%s" be', (_id, example) => {
    expect(heard(example).level).toBe('none');
    expect(heard(unmarked(example)).level).toBe('none');
  });

  test('has a name of its own', () => {
    expect(new Set(reviewed.map((one) => one.id)).size).toBe(reviewed.length);
  });
});

describe('ordinary kinds', () => {
  const kinds = reviewedOrdinary(content);
  const cards = (message: string) => atLeast(assess(message, triage).level, 'support');
  const examples = (of: 'matches' | 'misses') => kinds.flatMap((one) => one[of]);

  test.each(examples('matches'))('"%s" gets no card', (example) => expect(cards(example)).toBe(false));

  test.each(examples('misses'))('"%s", in the same words, keeps its card', (example) => {
    expect(cards(example)).toBe(true);
    expect(cards(unmarked(example))).toBe(true);
  });

  test('no disclosure that was written down falls under one', () => {
    const told = readLabelled(new URL('../../knowledge/triage/messages', import.meta.url).pathname).filter(
      (one) => one.level !== 'none',
    );
    const lowered = told
      .filter(({ text }) => matchSignals(triage.ordinary, hear(text)).level !== 'none')
      .filter(({ text }) => !cards(text))
      .map((one) => one.text);
    expect(lowered.length / told.length, lowered.join('\n')).toBeLessThan(0.001);
  });
});

describe('ordinary messages', () => {
  const ordinary = readLabelled(new URL('../../knowledge/triage/messages', import.meta.url).pathname).filter(
    (one) => one.level === 'none',
  );

  /** Voices that wrote in the very words of disclosures, to be confused with them, and what asks the law of harm. */
  const inWordsOfHarm = ordinary.filter(({ writer }) => /^(?:a1|y\d)$/.test(writer));

  test.each([
    ['as typed', (text: string) => text],
    ['without diacritics', unmarked],
  ])('%s set off next to no signal, in words of harm hardly more', (_how, typed) => {
    const alarmsIn = (messages: typeof ordinary) => {
      const alarms = messages.filter((one) => atLeast(heard(typed(one.text)).level, 'support')).map((one) => one.text);
      return { share: alarms.length / messages.length, list: alarms.join('\n') };
    };
    const plain = alarmsIn(ordinary.filter(({ writer }) => !/^(?:a1|y\d)$/.test(writer)));
    const hard = alarmsIn(inWordsOfHarm);
    expect(plain.share, plain.list).toBeLessThan(0.005);
    expect(hard.share, hard.list).toBeLessThan(0.01);
  });
});

describe('the language of phrases', () => {
  const signal = (any: string[], more: Partial<Signal> = {}): Signal => ({
    id: 'x',
    level: 'support',
    types: ['physical'],
    subject: 'self',
    any,
    written: [],
    beside: [],
    not: [],
    ...more,
  });
  const slots = {
    me: ['em', 'mẹ con em'],
    who: ['chồng', '{me}'],
    neg: ['không', 'chưa bao giờ'],
    law: ['bị phạt'],
    unclear: [],
  };
  const level = (one: Signal, message: string) => matchSignals(compileSignals([one], slots), hear(message)).level;

  test.each<[phrase: string, message: string, level: string]>([
    ['{who} * đánh {me}', 'chồng đánh em', 'support'],
    ['{who} * đánh {me}', 'chồng hôm qua lại đánh mẹ con em', 'support'],
    ['{who} * đánh {me}', 'chong danh em', 'support'],
    ['{who} * đánh {me}', 'chồng đành em', 'none'],
    ['{who} * đánh {me}', 'chồng không đánh em', 'none'],
    ['{who} * đánh {me}', 'chồng chưa bao giờ đánh em', 'none'],
    ['{who} * đánh {me}', 'không chồng đánh em', 'none'],
    ['{who} * đánh {me}', 'nhớ chồng. đánh em', 'none'],
    ['{who} * đánh {me}', 'chồng em hôm qua đi chợ về đánh em', 'none'],
    ['bị lừa? bán', 'bị bán', 'support'],
    ['bị lừa? bán', 'bị lừa bán', 'support'],
    ['bị lừa? bán', 'bị bắn', 'none'],
  ])('"%s" in "%s": %s', (phrase, message, expected) => {
    expect(level(signal([phrase]), message)).toBe(expected);
  });

  test('what a signal must not stand beside takes it back', () => {
    expect(level(signal(['đánh {me}'], { not: ['{law}'] }), 'đánh em bị phạt bao nhiêu')).toBe('none');
  });

  test('a phrase for written messages is not looked for without diacritics', () => {
    expect(level(signal(['xxx'], { written: ['bị giam'] }), 'em bị giam ở đó')).toBe('support');
    expect(level(signal(['xxx'], { written: ['bị giam'] }), 'chi bi giam o do')).toBe('none');
  });

  test('a slot that does not exist is named', () => {
    expect(() => compileSignals([signal(['{nobody} đánh'])], slots)).toThrow('nobody');
  });
});
