import { describe, expect, test } from 'vitest';
import { understand } from '../../src/core/question/understand.ts';
import { type Assessment, unheard } from '../../src/turn/assess.ts';
import { read } from '../../src/turn/read.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { library, makeParts, memoryConversations, triage, updateOf } from '../fakes.ts';

/** What a message is, judged as told. */
function reading(message: string, assessment: Partial<Assessment>) {
  const judged: Assessment = { ...unheard, level: 'support', ...assessment };
  return read(message, understand(message, library.names), judged, { stage: 'new' }, makeParts());
}

const ofOneself = 'em gửi con cho bà rồi đi làm lại, mỗi ngày được nghỉ bao nhiêu phút để vắt sữa';
const ofNobody = 'mỗi ngày được nghỉ bao nhiêu phút để vắt sữa';

describe('how far an answer must be trusted to stand in the place of a card', () => {
  test.each<[told: string, message: string, assessment: Partial<Assessment>, trust: number | null]>([
    ['of nobody here', ofNobody, { likelihood: 0.6 }, 0.6],
    ['of oneself, hardly likely', ofOneself, { likelihood: 0.6 }, 0.95],
    ['of oneself, likely', ofOneself, { likelihood: 0.9 }, 0.98],
    ['of oneself, who may hurt somebody', ofOneself, { likelihood: 0.6, types: ['perpetrator'] }, null],
    ['of oneself, very likely', ofOneself, { likelihood: 0.96 }, null],
    ['in reviewed words', ofOneself, { likelihood: 0.6, phrased: true }, null],
    ['in reviewed words of nobody, as likely as not', ofNobody, { likelihood: 0.6, phrased: true }, 0.9],
    ['in reviewed words of nobody, likely', ofNobody, { likelihood: 0.7, phrased: true }, null],
    ['in reviewed words of nobody, unlikely', ofNobody, { likelihood: 0.3, phrased: true }, 0.6],
    ['in reviewed words of oneself, unlikely', ofOneself, { likelihood: 0.3, phrased: true }, null],
    ['as an emergency', ofNobody, { level: 'emergency', likelihood: 0.6 }, 0.98],
    ['as an emergency, very likely', ofOneself, { level: 'emergency', likelihood: 0.96 }, null],
    ['as an emergency in reviewed words', ofNobody, { level: 'emergency', likelihood: 0.3, phrased: true }, null],
  ])('told %s', (_, message, assessment, trust) => {
    expect(reading(message, assessment).givesWay).toBe(trust);
  });

  test('a plain question is one for an amount, a time or a place, with hardly a disclosure in it', () => {
    expect(reading('xe đi Hà Nội mấy giờ có chuyến', { level: 'concern', likelihood: 0.2 }).plainly).toBe(true);
    expect(reading('xe đi Hà Nội mấy giờ có chuyến', { level: 'concern', likelihood: 0.5 }).plainly).toBe(false);
    expect(reading('chồng em thế có bình thường không', { level: 'concern', likelihood: 0.2 }).plainly).toBe(false);
    expect(reading('mấy giờ xe chạy', { level: 'concern', likelihood: 0.2, phrased: true }).plainly).toBe(false);
  });
});

describe('with a classifier that always thinks of a disclosure', () => {
  /** Log odds of a disclosure, whatever is said. */
  async function outcome(message: string, odds: number): Promise<string> {
    const head = (bias: number) => ({ bits: 4, scale: 0, bias, weights: new Int8Array(16) });
    const classifier = { ...triage.classifier, disclosure: head(odds), emergency: head(-9) };
    const parts = makeParts({ triage: { ...triage, classifier }, conversations: memoryConversations() });
    const { outcome, helpOffered } = await makeTurn(parts)(updateOf(message));
    expect(helpOffered).toBe(true);
    return outcome;
  }

  test('a sure answer takes the place of a card that is hardly likely, with the way to help under it', async () => {
    expect(await outcome('tôi đang nuôi con nhỏ, đặt vòng được nghỉ mấy ngày', 0.5)).toBe('answer');
  });

  test('not where the disclosure is very likely, where reviewed words tell of harm, or where the answer is not sure', async () => {
    expect(await outcome('tôi đang nuôi con nhỏ, đặt vòng được nghỉ mấy ngày', 4)).toBe('help');
    expect(await outcome('chồng đánh em, đặt vòng được nghỉ mấy ngày', 0.5)).toBe('help');
    expect(await outcome('em đang nuôi con nhỏ mà mệt quá, giờ phải làm sao', 1.5)).toBe('help');
  });
});
