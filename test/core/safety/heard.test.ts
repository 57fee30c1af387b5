import { describe, expect, test } from 'vitest';
import type { Replies } from '../../../src/core/ports.ts';
import { PrivateText } from '../../../src/core/private-text.ts';
import { plainReply, type Reply } from '../../../src/core/reply.ts';
import { compileSignals, type Signal } from '../../../src/core/signals.ts';
import { makeSmalltalk } from '../../../src/core/smalltalk.ts';
import type { Head } from '../../../src/core/triage/classifier.ts';
import { featuresOf } from '../../../src/core/triage/features.ts';
import { hear } from '../../../src/core/triage/hear.ts';
import { makeWordClasses } from '../../../src/core/triage/word-classes.ts';
import { calm, type Verdict } from '../../../src/core/triage.ts';
import type { Choice, Content } from '../../../src/core/update.ts';
import { assess, type Triage } from '../../../src/turn/assess.ts';
import { firstLook } from '../../../src/turn/first-look.ts';
import { withoutUnknownPhones } from '../../../src/turn/guard.ts';
import { lastResort, linesOnly } from '../../../src/turn/last-resort.ts';
import { directory } from './small.ts';

/** A head that always has the same opinion: log odds `bias`. */
const head = (bias: number): Head => ({ bits: 4, scale: 0, bias, weights: new Int8Array(16) });
/** Hears nothing but the two phrases; its classifier always thinks `odds` of a disclosure. */
const triage = (odds = -9): Triage => {
  const signal = (id: string, level: Signal['level'], any: string[]): Signal => ({
    id,
    level,
    types: ['physical'],
    subject: 'self',
    any,
    written: [],
    beside: [],
    not: [],
  });
  return {
    ordinary: [],
    signals: compileSignals([signal('hit', 'support', ['đánh em']), signal('knife', 'emergency', ['cầm dao'])], {
      neg: ['không'],
    }),
    classifier: {
      classes: makeWordClasses({}),
      disclosure: head(odds),
      emergency: head(-9),
      types: [['physical', head(0)]],
      subjects: [['self', head(0)]],
    },
    thresholds: { concern: 0.3, urgent: 0.5, emergency: 0.5, type: 0.4, law: 0.9, whole: 0.7, part: 0.8 },
    smalltalk: makeSmalltalk([{ reply: 'greeting', ask: ['chào bạn'] } as never]),
  };
};
const chatter = 'trời đẹp quá, hôm nay đi chợ';

describe('a message is assessed', () => {
  const level = (message: string, odds?: number) => assess(message, triage(odds)).level;
  test.each([
    ['', 'none'],
    ['trời đẹp', 'none'],
    ['nó đánh em', 'support'],
    ['nó không đánh em', 'none'],
    ['nó cầm dao', 'emergency'],
    [`${chatter} `.repeat(120), 'none'],
    [`nó đánh em. ${`${chatter}. `.repeat(120)}`, 'support'],
    [`${`${chatter}. `.repeat(120)} nó cầm dao`, 'emergency'],
  ])('%.30s…: %s', (message, expected) => expect(level(message)).toBe(expected));

  test('the classifier raises what phrases do not hear, and never lowers what they do', () => {
    expect(level('trời đẹp', 0)).toBe('concern');
    expect(level('trời đẹp', 9)).toBe('support');
    expect(level('nó cầm dao', 9)).toBe('emergency');
    expect(assess('trời đẹp', triage(9)).likelihood).toBeGreaterThan(0.99);
    expect(assess('trời đẹp', triage(0)).likelihood).toBe(0.5);
  });

  test('a courtesy is judged by phrases alone', () => {
    const nothing = { ...calm, likelihood: 0, urgency: 0, phrased: false, guessed: false, dying: 0 };
    expect(assess('chào bạn', triage(9))).toEqual(nothing);
    expect(assess('', triage(9))).toEqual(nothing);
  });

  test('a cry at the seam of two pieces is heard, and a message of just one piece too', () => {
    for (const at of [1_700, 1_795, 1_799, 1_803, 1_900, 1_990, 1_996, 2_000, 3_600]) {
      const filler = 'a '.repeat(at / 2);
      expect(level(`${filler}nó cầm dao ${filler}`), `${at}`).toBe('emergency');
    }
    expect(level(`${'b '.repeat(995)}cầm dao`)).toBe('emergency');
    expect(assess('x '.repeat(1_500), triage(0)).likelihood).toBe(0.5);
  });

  test('a part by itself raises the level only where it is sure', () => {
    const { classifier } = triage();
    const part = 'dao búa';
    const among = `${chatter}. ${part}. ${chatter}`;
    /** Hears the words of the part alone: by themselves they have the chance `sure`, among others less. */
    const hearing = (sure: number): Triage => {
      const weights = new Int8Array(2 ** 16);
      const { places, values } = featuresOf(hear(part), classifier.classes);
      for (const place of places) weights[place >>> 16] = 1;
      const loud = values.reduce((sum, one) => sum + one, 0);
      const scale = Math.log(sure / (1 - sure)) / loud;
      return { ...triage(), classifier: { ...classifier, disclosure: { bits: 16, scale, bias: 0, weights } } };
    };
    expect(assess(part, hearing(0.91)).likelihood).toBeCloseTo(0.91, 5);
    expect(assess(among, hearing(0.91))).toMatchObject({ level: 'support', types: ['physical'], subject: 'self' });
    expect(assess(among, hearing(0.91)).likelihood).toBeGreaterThan(0.9);
    const far = assess(`${chatter}. `.repeat(90) + among, hearing(0.99));
    expect(far.level).toBe('support');
    expect(far.likelihood).toBeGreaterThan(0.9);
    expect(assess(among, hearing(0.88)).level).toBe('concern');
    expect(assess(among, hearing(0.88)).likelihood).toBeLessThan(0.8);
  });

  test('a short message of an ordinary kind gets no card of the classifier, unless a phrase stands', () => {
    const rest = { types: [], written: [], beside: [], not: [] };
    const birth: Signal = { ...rest, id: 'birth', level: 'concern', subject: 'none', any: ['sinh đôi'] };
    const ordinary = compileSignals([birth], { neg: ['không'] });
    const hearing = (message: string) => assess(message, { ...triage(9), ordinary }).level;
    expect(hearing('vừa sinh đôi')).toBe('concern');
    expect(hearing('vừa đẻ đôi')).toBe('support');
    expect(hearing('vừa sinh đôi mà nó đánh em')).toBe('support');
    expect(hearing('vừa sinh đôi mà nó cầm dao')).toBe('emergency');
    expect(hearing('vừa sinh đôi. rồi sao nữa')).toBe('support');
    expect(assess('vừa sinh đôi', { ...triage(-9), ordinary }).level).toBe('none');
  });

  test('what cannot be judged leans toward help', () => {
    const broken = {
      level: 'concern',
      types: [],
      subject: 'none',
      likelihood: 0.5,
      urgency: 0,
      phrased: false,
      guessed: true,
      dying: 0,
    };
    expect(assess('trời đẹp', { ...triage(), signals: null as never })).toEqual(broken);
    expect(assess('trời đẹp', triage(Number.NaN))).toEqual(broken);
  });
});

const replies = (texts: Record<string, string>): Replies =>
  ({
    get: (id: string) => {
      if (texts[id] === undefined) throw new Error('gone');
      return { bubbles: [texts[id]] };
    },
  }) as never;
const verdict = (level: Verdict['level']): Verdict => ({ level, types: ['child'], subject: 'other' });

describe('when all else fails', () => {
  const fixed = replies({ help: 'thẻ', trouble: 'trục trặc' });
  test('help is said where help was called for, else an honest word, always with the lines', () => {
    for (const level of ['support', 'emergency'] as const) {
      const { reply, care, subject, erased, topic } = lastResort(verdict(level), null, fixed);
      expect(reply).toMatchObject({
        bubbles: ['thẻ'],
        outcome: 'help',
        level,
        types: ['child'],
        subject: 'other',
        helpOffered: true,
      });
      expect(care).toEqual({ level, types: ['child'], subject: 'other', said: 'help' });
      expect({ subject, erased, topic }).toEqual({ subject: 'help', erased: false, topic: null });
    }
    for (const level of ['none', 'concern'] as const) {
      const { reply, care, subject } = lastResort(verdict(level), null, fixed);
      expect(reply).toMatchObject({ bubbles: ['trục trặc'], outcome: 'trouble', level, helpOffered: true });
      expect({ care, subject }).toEqual({ care: null, subject: 'trouble' });
    }
  });

  test('after a disclosure even a harmless message gets help', () => {
    const care = { level: 'support', types: [], subject: 'self', said: 'help' } as const;
    const { reply } = lastResort(calm, { ...care, types: [] }, fixed);
    expect(reply).toMatchObject({ bubbles: ['thẻ'], outcome: 'help', level: 'support' });
    expect(lastResort(verdict('emergency'), { ...care, types: [] }, fixed).reply.level).toBe('emergency');
  });

  test('without any file the words in the code are said, and both name the lines', () => {
    const gone = replies({});
    for (const level of ['support', 'none'] as const) {
      const text = lastResort(verdict(level), null, gone).reply.bubbles.join('\n');
      for (const line of ['113', '115', '111']) expect(text).toContain(line);
      expect(text.startsWith(level === 'support' ? 'Mình tin bạn.' : 'Máy của mình đang trục trặc')).toBe(true);
    }
    expect(lastResort(verdict('support'), null, gone).reply.bubbles.join()).toContain('Trung tâm Công tác xã hội');
    expect(linesOnly('help')).toMatchObject({ outcome: 'help', helpOffered: true });
    expect(linesOnly('help').bubbles[0]).toMatch(/^Mình tin bạn/);
    expect(linesOnly('answer')).toMatchObject({ outcome: 'trouble', helpOffered: true });
    expect(linesOnly('answer').bubbles[0]).toMatch(/^Máy của mình/);
  });
});

describe('a first look', () => {
  const parts = {
    triage: triage(),
    replies: replies({ help: 'Gọi 113.' }),
    directory: directory(),
    today: () => '2026-11-20',
    onTrouble: () => {},
  };
  const look = (content: Content) => firstLook(content, parts);
  const say = (text: string) => look({ kind: 'text', text: new PrivateText(text) });
  const tap = (choice: Choice) => look({ kind: 'choice', choice });
  const cardOf = (level: string, types: string[] = []) => ({
    calm: false,
    card: expect.objectContaining({ bubbles: ['Gọi 113.'], outcome: 'help', level, types, helpOffered: true }),
  });

  test('a cry, a concern, a safe word and what is no words have their card', () => {
    expect(say('nó đánh em')).toEqual(cardOf('support', ['physical']));
    expect(say('nó cầm dao')).toEqual(cardOf('emergency', ['physical']));
    expect(say('SOS')).toEqual(cardOf('support'));
    expect(say('/trogiup')).toEqual(cardOf('support'));
    expect(tap({ kind: 'help' })).toEqual(cardOf('support'));
    expect(look({ kind: 'unsupported', what: 'voice' })).toEqual(cardOf('support'));
    const worried = { ...parts, triage: triage(0) };
    expect(firstLook({ kind: 'text', text: new PrivateText('trời đẹp') }, worried)).toEqual(
      cardOf('support', ['physical']),
    );
  });

  test('what leaves no trace or leads to a human is not calm, and has no card', () => {
    const other = { calm: false, card: null };
    for (const text of ['xoá', '/xoa', '/thoat', '/thoinhan', 'nhắn trung tâm']) expect(say(text), text).toEqual(other);
    for (const choice of [
      { kind: 'guide', id: 'x' },
      { kind: 'desk', act: 'x', stamp: 'new' },
      { kind: 'reached', yes: false },
      { kind: 'erase' },
      { kind: 'leave' },
      { kind: 'news-off' },
    ] as const)
      expect(tap(choice), choice.kind).toEqual(other);
  });

  test('everything else is calm', () => {
    for (const text of ['trời đẹp', '/luat', '']) expect(say(text)).toEqual({ calm: true, card: null });
    for (const choice of [
      ...(['more', 'menu', 'quiz', 'lessons', 'today', 'news'] as const).map((kind) => ({ kind })),
      { kind: 'ask', passage: 'x' },
      { kind: 'page', id: 'law' },
      { kind: 'play', group: 'all' },
      { kind: 'path', id: 'x' },
      { kind: 'guess', quiz: 'x', option: 1 },
      { kind: 'share', right: 1 },
      { kind: 'news-on', want: 'daily' },
      { kind: 'useful', yes: true },
      { kind: 'abroad', yes: true },
    ] as const)
      expect(tap(choice), choice.kind).toEqual({ calm: true, card: null });
  });
});

describe('the last look at a reply', () => {
  const reply = (bubbles: string[], welcome: string | null = null): Reply => ({
    ...plainReply(bubbles, 'answer'),
    welcome,
  });
  const checked = (one: Reply, own?: string) => withoutUnknownPhones(one, directory(), '2026-11-20', own);

  test('a bubble with a number nobody vouches for goes, the others stay', () => {
    const known = reply(['Gọi 113.', 'Hai.'], 'Chào.');
    expect(checked(known)).toBe(known);
    expect(checked(reply(['Gọi 113.', 'Gọi 0912 345 678.']))?.bubbles).toEqual(['Gọi 113.']);
    expect(checked(reply(['Gọi 0912 345 678.']))).toBeNull();
    expect(checked(reply([]))).toBeNull();
  });

  test('a welcome with such a number goes too', () => {
    expect(checked(reply(['Một.'], 'Gọi 0912 345 678.'))).toMatchObject({ bubbles: ['Một.'], welcome: null });
    expect(checked(reply(['Một.', 'Gọi 0912 345 678.'], 'Chào.'))).toMatchObject({
      bubbles: ['Một.'],
      welcome: 'Chào.',
    });
  });

  test('numbers of the person’s own words may be said back to them, no others', () => {
    expect(checked(reply(['Bạn nói: 0912 345 678.']), 'số em 0912345678')).not.toBeNull();
    expect(checked(reply(['0912 345 678 và 0987 654 321.']), 'số em 0912345678')).toBeNull();
  });
});
