import { describe, expect, test } from 'vitest';
import { commandOf } from '../../src/core/commands.ts';
import type { Conversation } from '../../src/core/conversation.ts';
import { decide, type Reading } from '../../src/core/decide.ts';
import { PrivateText } from '../../src/core/private-text.ts';
import { calm, type Verdict } from '../../src/core/triage.ts';
import type { Content } from '../../src/core/update.ts';

const text: Content = { kind: 'text', text: new PrivateText('') };
const saying = (folded: string, more: Partial<Reading> = {}): Reading => ({
  folded,
  plainReply: null,
  wantsMore: false,
  command: null,
  careWord: null,
  asks: false,
  named: false,
  asksHow: false,
  asksPenalty: false,
  personal: false,
  contentWords: 0,
  likelihood: 0.5,
  ...more,
});
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

describe('commands', () => {
  test('a number picks an offered question only while the offer is there', () => {
    expect(decide(open, text, calm, saying('2'))).toEqual({ kind: 'passage', id: 'c' });
    expect(decide({ stage: 'new' }, text, calm, saying('2')).kind).toBe('answer');
    expect(decide(open, text, calm, saying('3')).kind).toBe('answer');
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
    ['/dovui', 'quiz'],
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
