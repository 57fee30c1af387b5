import { describe, expect, test } from 'vitest';
import { bareWords } from '../../src/core/decide.ts';
import { type DraftTalk, type Move, move } from '../../src/core/referral/flow.ts';
import type { Heard } from '../../src/core/referral/heard.ts';
import { optionsOf } from '../../src/core/referral/options.ts';
import { type Step, steps } from '../../src/core/referral/talk.ts';
import { humanIsIn } from '../../src/core/referral/visit.ts';
import { calm } from '../../src/core/triage.ts';
import { testDesk } from '../desk.ts';

const start = new Date('2026-11-26T03:00:00.700Z');
const later = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const draft = {
  about: 'self',
  wants: ['talk'],
  when: 'here',
  way: null,
  codeWord: 'hoa mận',
  commune: null,
  words: null,
} as const;
const at = (step: Step, more: Partial<DraftTalk> = {}): DraftTalk => ({
  stage: 'draft',
  step,
  draft: { ...draft, wants: ['talk'] },
  level: 'none',
  begunAt: start,
  askedAt: start,
  paused: false,
  last: 'u1',
  ...more,
});
const stamp = 's1';

function heard(text: string | null, more: Partial<Heard> = {}): Heard {
  const now = later(20);
  const folded = text === null ? '' : bareWords(text);
  const rest = { verdict: calm, sureDanger: true, care: null, commands: false, asks: false };
  return { update: 'u2', sentAt: now, now, year: 2026, text, folded, tap: null, ...rest, ...more };
}
const tap = (act: string, more: { stamp?: string; typed?: boolean } = {}) => ({ act, stamp, typed: false, ...more });
const went = (made: Move) => (made.do === 'ask' ? made.talk.step : made.do);

describe('the yes', () => {
  const yes = (given: Heard, talk = at('confirm')) => move(talk, stamp, given, testDesk);

  test('is the button under the summary, its number, or a word that stands alone', () => {
    expect(yes(heard(null, { tap: tap('yes') })).do).toBe('refer');
    expect(yes(heard('3', { tap: tap('yes', { typed: true }) })).do).toBe('refer');
    for (const text of ['có', 'Đồng ý', 'đồng ý ạ', 'dong y', 'CÓ.', 'tôi đồng ý', 'đồng ý gửi'])
      expect(yes(heard(text)).do, text).toBe('refer');
  });

  test.each([
    'cô',
    'cỏ',
    'có lẽ',
    'có con',
    'có gì đâu',
    'ừ',
    'ok',
    'đồng ý nhưng',
    'không đồng ý',
    'chưa có',
    'gửi sau',
    '',
  ])('"%s" is none', (text) => expect(yes(heard(text)).do).not.toBe('refer'));

  test('is none on an old button, for another state, or at another step', () => {
    expect(yes(heard(null, { tap: tap('yes', { stamp: 's0' }) })).do).toBe('ask');
    for (const step of steps.filter((one) => one !== 'confirm')) {
      expect(yes(heard(null, { tap: tap('yes') }), at(step)).do, step).not.toBe('refer');
      expect(yes(heard('đồng ý'), at(step)).do, step).not.toBe('refer');
    }
    expect(yes(heard('đồng ý'), at('confirm', { paused: true })).do).toBe('policy');
  });

  test('is none when it was typed before the summary was shown, or ten minutes after', () => {
    const early = { sentAt: later(-3) };
    expect(yes(heard('đồng ý', early)).do).toBe('ask');
    expect(yes(heard('3', { ...early, tap: tap('yes', { typed: true }) })).do).toBe('ask');
    // A messenger tells whole seconds.
    expect(yes(heard('đồng ý', { sentAt: new Date('2026-11-26T03:00:00Z') })).do).toBe('refer');
    const late = { now: later(601), sentAt: later(601) };
    expect(yes(heard('đồng ý', late)).do).toBe('ask');
    expect(yes(heard(null, { ...late, tap: tap('yes') })).do).toBe('ask');
  });

  test('passes on exactly the lines that were shown', () => {
    const made = yes(heard('đồng ý'));
    expect(made.do === 'refer' && made.referral.shown).toBe(
      '– Chuyện của: Chính người nhắn\n– Cần: Có người nghe, tư vấn\n– Lúc an toàn: Chỉ ở đây, mình tự quay lại xem\n– Từ bí mật: hoa mận',
    );
  });

  test('is never the first option, so a number typed twice is no yes', () => {
    for (const step of steps) expect(optionsOf(step, at(step).draft)[0]?.act).not.toBe('yes');
    expect(optionsOf('confirm', at('confirm').draft).map((one) => one.act)).toEqual(['back', 'stop', 'yes']);
  });
});

describe('every step', () => {
  test.each(steps)('%s hears "dừng", a child, danger, the safe word, and an old button', (step) => {
    expect(move(at(step), stamp, heard('dừng'), testDesk)).toEqual({ do: 'end', reply: 'desk-stopped' });
    expect(move(at(step), stamp, heard('em 14 tuổi'), testDesk)).toEqual({ do: 'end', reply: 'child' });
    const danger = heard('nó cầm dao', { verdict: { ...calm, level: 'emergency' } });
    expect(move(at(step), stamp, danger, testDesk).do).toBe('policy');
    expect(move(at(step), stamp, heard('SOS', { commands: true }), testDesk).do).toBe('policy');
    const old = move(at(step), stamp, heard(null, { tap: tap('self', { stamp: 's0' }) }), testDesk);
    expect(old).toMatchObject({ do: 'ask', note: 'desk-stale', talk: { step } });
  });

  test.each(steps.filter((one) => one !== 'intro'))(
    '%s goes back, and "tiếp tục" asks it again after a pause',
    (step) => {
      expect(went(move(at(step), stamp, heard('quay lại'), testDesk))).not.toBe(step);
      expect(went(move(at(step, { paused: true }), stamp, heard('tiếp tục'), testDesk))).toBe(step);
      expect(move(at(step, { paused: true }), stamp, heard('hoa đào nở'), testDesk).do).toBe('policy');
    },
  );

  test('an update taken in before asks again and changes nothing', () => {
    const talk = at('wants', { last: 'u2' });
    expect(move(talk, stamp, heard('1'), testDesk)).toEqual({ do: 'ask', talk, note: null });
  });
});

describe('answers in one’s own words', () => {
  test.each<[Step, string, string]>([
    ['intro', 'bắt đầu đi', 'who'],
    ['intro', 'tôi 32 tuổi', 'who'],
    ['intro', 'chưa đủ', 'end'],
    ['who', 'của tôi', 'wants'],
    ['who', 'chị gái tôi', 'agreed'],
    ['agreed', 'chưa hỏi', 'end'],
    ['agreed', 'rồi ạ', 'wants'],
    ['wants', 'em cần chỗ ở với hỏi về ly hôn', 'when'],
    ['wants', 'hoa đào', 'wants'],
    ['when', 'buổi chiều', 'way'],
    ['when', 'chỉ ở đây thôi', 'code-word'],
    ['code-word', 'từ gì cũng được à?', 'code-word'],
    ['confirm', 'nó còn lấy hết tiền của em', 'confirm'],
  ])('at %s "%s" leads to %s', (step, text, to) => expect(went(move(at(step), stamp, heard(text), testDesk))).toBe(to));

  test('what is told after the summary is added, and shown before anything is sent', () => {
    const made = move(at('confirm'), stamp, heard('nó còn lấy hết tiền của em'), testDesk);
    expect(made).toMatchObject({
      do: 'ask',
      note: 'desk-added',
      talk: { draft: { words: 'nó còn lấy hết tiền của em' } },
    });
    const more =
      made.do === 'ask' ? move({ ...made.talk, last: '' }, stamp, heard('cả tiền bán lợn nữa'), testDesk) : made;
    expect(more.do === 'ask' && more.talk.draft.words).toBe('nó còn lấy hết tiền của em\ncả tiền bán lợn nữa');
  });
});

describe('what sounds like danger', () => {
  const unsure = { verdict: { ...calm, level: 'emergency' }, sureDanger: false } as const;

  test.each(['way', 'code-word', 'commune'] as const)('in a few plain words at %s is an answer', (step) => {
    expect(move(at(step), stamp, heard('nhắn em gái', unsure), testDesk).do).toBe('ask');
    expect(move(at(step), stamp, heard('nhắn em gái', { ...unsure, sureDanger: true }), testDesk).do).toBe('policy');
  });

  test('anywhere else is danger, and words that were due are kept', () => {
    const story = move(at('words'), stamp, heard('nó đuổi em', unsure), testDesk);
    expect(story).toMatchObject({
      do: 'policy',
      paused: true,
      talk: { step: 'confirm', draft: { words: 'nó đuổi em' } },
    });
    expect(move(at('wants'), stamp, heard('nó đuổi em', unsure), testDesk)).toMatchObject({ do: 'policy' });
    const piece = move(at('confirm'), stamp, heard('nó vừa cầm dao đuổi em', unsure), testDesk);
    expect(piece).toMatchObject({ do: 'policy', talk: { draft: { words: 'nó vừa cầm dao đuổi em' } } });
  });
});

describe('somebody who has not agreed', () => {
  const answer = heard(null, { tap: tap('not-agreed') });
  const open = { ...testDesk, withoutTheirYes: true };

  test('is no case, unless the operator allows it and a life or a child is in danger', () => {
    expect(move(at('agreed'), stamp, answer, testDesk)).toEqual({ do: 'end', reply: 'desk-not-agreed' });
    expect(move(at('agreed'), stamp, answer, open)).toEqual({ do: 'end', reply: 'desk-not-agreed' });
    const inDanger = move(at('agreed', { level: 'emergency' }), stamp, answer, open);
    expect(inDanger.do === 'ask' && inDanger.talk.draft.about).toBe('other-in-danger');
    expect(move(at('agreed', { level: 'emergency' }), stamp, answer, testDesk).do).toBe('end');
  });
});

describe('a human is in', () => {
  const morning = new Date('2026-11-26T09:00:00+07:00');
  const night = new Date('2026-11-26T21:00:00+07:00');
  const visit = { letters: [], seen: null, held: true, closed: false, answerBy: null, repliedAt: null };
  const minutes = (from: Date, by: number) => new Date(from.getTime() + by * 60_000);

  test.each([
    ['in the hours', visit, morning, true],
    ['while the promised time runs', { ...visit, answerBy: minutes(morning, 5) }, morning, true],
    ['no more when it is over', { ...visit, answerBy: morning }, morning, false],
    ['not before anybody claimed the case', { ...visit, held: false }, morning, false],
    ['not after it was closed', { ...visit, closed: true }, morning, false],
    ['not at night', visit, night, false],
    ['at night while they write', { ...visit, repliedAt: minutes(night, -10) }, night, true],
    ['at night no more half an hour later', { ...visit, repliedAt: minutes(night, -31) }, night, false],
  ])('%s', (_, given, now, isIn) => expect(humanIsIn(given, testDesk, now)).toBe(isIn));
});
