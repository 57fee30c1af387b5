import { describe, expect, test } from 'vitest';
import type { CareWord } from '../../src/core/care/words.ts';
import { commandOf } from '../../src/core/commands.ts';
import type { Conversation } from '../../src/core/conversation.ts';
import { decide } from '../../src/core/decide.ts';
import { PrivateText } from '../../src/core/private-text.ts';
import { calm, type Verdict } from '../../src/core/triage.ts';
import type { Content } from '../../src/core/update.ts';
import { saying } from './safety/small.ts';

const text: Content = { kind: 'text', text: new PrivateText('') };
const open: Conversation = {
  stage: 'open',
  seenAt: new Date(0),
  topic: { passages: ['a'], shown: 0, offered: ['ask:b', 'ask:c'] },
  care: null,
};
const danger: Verdict = { level: 'emergency', types: ['physical'], subject: 'self' };

describe('safety comes first', () => {
  test.each(['sos', 'tro giup', 'cuu'])('the safe word "%s" works in every state', (word) => {
    for (const conversation of [{ stage: 'new' } as const, open])
      expect(decide(conversation, text, calm, saying(word, { plainReply: 'gibberish' })).kind).toBe('help');
  });

  test('danger outranks a command, small talk and a question', () => {
    for (const reading of [
      saying('xoa'),
      saying('menu'),
      saying('chao', { plainReply: 'greeting' }),
      saying('bi danh'),
    ])
      expect(decide(open, text, danger, reading)).toMatchObject({ kind: 'help', card: 'emergency' });
  });

  test('without danger the same words are what they say', () => {
    expect(decide(open, text, calm, saying('xoa')).kind).toBe('erase');
    expect(decide(open, text, calm, saying('bi danh')).kind).toBe('answer');
  });
});

describe('a question whose answer could hurt somebody', () => {
  const toHarm: CareWord = {
    id: 'x',
    kind: 'probe',
    reply: 'probe-harm',
    yields: true,
    subject: 'perpetrator',
    ask: [],
  };
  const heardAs = (subject: Verdict['subject'], level: Verdict['level'] = 'support'): Verdict => ({
    level,
    types: ['physical'],
    subject,
  });

  test('teaches nothing when who asks is heard as the one who hurts', () => {
    const asking = saying('', { careWord: toHarm, asks: true });
    expect(decide(open, text, heardAs('perpetrator'), asking)).toMatchObject({ reply: 'probe-harm' });
  });

  test('never meets somebody who is hurt, or an emergency', () => {
    const asking = saying('', { careWord: toHarm, asks: true, phrased: true });
    expect(decide(open, text, heardAs('self'), asking).kind).toBe('help');
    expect(decide(open, text, heardAs('other'), asking).kind).toBe('help');
    expect(decide(open, text, heardAs('perpetrator', 'emergency'), asking).kind).toBe('help');
  });

  test('betrays who asks, whatever the words only sound like', () => {
    const asking = saying('', { careWord: toHarm, asks: true });
    for (const level of ['support', 'emergency'] as const)
      expect(decide(open, text, heardAs('self', level), asking)).toMatchObject({
        reply: 'probe-harm',
        heard: { subject: 'perpetrator' },
      });
  });

  test('is a question of law when it asks for the penalty of an act, unless its words can only mean harm', () => {
    const penalty = saying('', { careWord: toHarm, asks: true, asksPenalty: true });
    expect(decide(open, text, calm, penalty).kind).toBe('answer');
    expect(decide(open, text, calm, { ...penalty, asksPenalty: false })).toMatchObject({ reply: 'probe-harm' });
    const only = { ...penalty, careWord: { ...toHarm, yields: false } };
    expect(decide(open, text, calm, only)).toMatchObject({ reply: 'probe-harm' });
  });
});

describe('commands', () => {
  test('a number picks an offered question only while the offer is there', () => {
    expect(decide(open, text, calm, saying('2'))).toEqual({ kind: 'passage', id: 'c' });
    expect(decide(open, text, calm, saying('so 2 nhe'))).toEqual({ kind: 'passage', id: 'c' });
    const stray = { kind: 'say', reply: 'stray-number' };
    expect(decide({ stage: 'new' }, text, calm, saying('2'))).toEqual(stray);
    expect(decide({ ...open, topic: null }, text, calm, saying('1'))).toEqual(stray);
    expect(decide(open, text, calm, saying('3'))).toEqual(stray);
    expect(decide(open, text, calm, saying('2 con thi sao')).kind).toBe('answer');
  });

  test('"xoa" inside a sentence does not erase', () => {
    expect(decide(open, text, calm, saying('xoa doi giam ngheo la gi')).kind).toBe('answer');
  });

  test('photos and voice get the kind reply', () => {
    expect(decide(open, { kind: 'unsupported', what: 'voice' }, calm, saying(''))).toEqual({
      kind: 'unread',
      what: 'voice',
    });
  });

  test.each([
    ['/trogiup', 'help'],
    ['/luat', 'say'],
    ['/dovui', 'game'],
    ['/xoa', 'erase'],
    ['/thoat', 'leave'],
  ])('"%s" is understood wherever it is typed', (typed, kind) => {
    expect(decide(open, text, calm, saying(typed, { command: commandOf(typed) })).kind).toBe(kind);
  });

  test('a disclosure behind a slash is heard before the command', () => {
    const told = { level: 'support', types: [], subject: 'self' } as const;
    expect(decide(open, text, { ...told, types: [] }, saying('luat', { command: commandOf('/luat') })).kind).toBe(
      'help',
    );
  });
});
