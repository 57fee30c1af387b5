import { describe, expect, test } from 'vitest';
import { makeWordClasses } from '../../src/core/triage/word-classes.ts';
import { calibrate } from '../../src/train/calibrate.ts';
import type { Labelled } from '../../src/train/labelled.ts';
import { makeModel, type Plan } from '../../src/train/model.ts';
import { quantise } from '../../src/train/quantise.ts';
import { besideOrdinary, unmarked, variantsOf, withFace } from '../../src/train/vary.ts';

const told = ['chồng đánh em', 'nó dọa giết em', 'em bị nhốt', 'bố đánh con đau', 'hắn ép em', 'em sợ về nhà'];
const plain = ['giá ngô hôm nay', 'đánh cầu lông không', 'luật nói gì', 'nấu cơm chưa', 'chào bạn', 'tuổi kết hôn'];
const messages = ['td1', 'td2', 'td3'].flatMap((writer, voice) =>
  [...told, ...plain].map((text, at): Labelled => {
    const harmed = at < told.length;
    return {
      id: `${writer}-${at}`,
      writer,
      level: harmed ? (at % 3 === 1 ? 'emergency' : 'support') : 'none',
      subject: harmed ? 'self' : 'none',
      types: harmed ? ['physical'] : [],
      text: `${text} ${['ạ', 'nhé', 'với'][voice]}`,
    };
  }),
);
const classes = makeWordClasses({ me: ['em', 'con'], hit: ['đánh'] });
const small: Plan = {
  levels: { bits: 12, seenIn: 1, lambda: 0.1, rounds: 20 },
  kinds: { bits: 8, seenIn: 1, lambda: 0.1, rounds: 5 },
};
const learnAgain = () => makeModel(messages, classes, { words: 'w', messages: 'm' }, small, () => {});

describe('learning', () => {
  const model = learnAgain();

  test('gives the same bytes every time', () => {
    const again = learnAgain();
    expect(Buffer.compare(model.weights, again.weights)).toBe(0);
    expect(again.card).toEqual(model.card);
  });

  test('tells what it was taught apart', () => {
    const chances = (harmed: boolean) =>
      model.outside.filter((one) => (one.message.level !== 'none') === harmed).map((one) => one.disclosure);
    expect(Math.min(...chances(true))).toBeGreaterThan(Math.max(...chances(false)));
  });

  test('judges every message, with and without diacritics, by heads that never saw its writer', () => {
    expect(model.outside.length).toBe(messages.length * 2);
  });
});

describe('ways of typing', () => {
  test('are the same each time, and one of them has no diacritics', () => {
    const text = 'Chồng tôi đánh tôi tối qua';
    expect(variantsOf(text)).toEqual(variantsOf(text));
    expect(variantsOf(text)[1]).toBe('Chong toi danh toi toi qua');
  });

  test('a message stands whole beside an ordinary one', () => {
    const both = besideOrdinary('chồng đánh em', ['mai trời có mưa không']);
    expect(unmarked(both)).toContain('chong danh em');
    expect(unmarked(both)).toContain('mai troi co mua khong');
  });

  test('ordinary messages end with laughter far more often than disclosures', () => {
    const texts = Array.from({ length: 400 }, (_, at) => `tin số ${at}`);
    const laughing = (ordinary: boolean) =>
      texts.filter((text) => /(😂|🤣|:\)\)|=\)\)|haha|kkk|:v)$/u.test(withFace(text, ordinary, 2))).length;
    expect(laughing(true)).toBeGreaterThan(2 * laughing(false));
    expect(laughing(false)).toBeGreaterThan(0);
  });

  test('losing diacritics loses nothing else', () => {
    expect(unmarked('Đường đi Ấm ỊCH 123 😭?')).toBe('Duong di Am ICH 123 😭?');
  });
});

test('calibrated odds agree with how often the answer was yes', () => {
  const outside = Array.from({ length: 400 }, (_, at) => ({ odds: (at % 8) - 3.5, yes: (at * 7) % 8 < at % 8 }));
  const { slope, offset } = calibrate(outside);
  const expected = outside.reduce((sum, { odds }) => sum + 1 / (1 + Math.exp(-(slope * odds + offset))), 0);
  expect(expected).toBeCloseTo(outside.filter((one) => one.yes).length, 0);
});

test('small weights keep sign and order', () => {
  const { table, step } = quantise(Float64Array.from([-2, -0.5, 0, 0.25, 1]));
  expect([...table].map((one) => Math.sign(one))).toEqual([-1, -1, 0, 1, 1]);
  expect((table[4] ?? 0) * step).toBeCloseTo(1, 1);
});
