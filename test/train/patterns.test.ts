import { describe, expect, test } from 'vitest';
import { emphasisOf } from '../../src/train/emphasis.ts';
import { messagesOf, readPatterns } from '../../src/train/patterns.ts';

const texts = (pattern: string) => messagesOf(pattern, 'x-1', 'x').map((one) => one.text);

describe('a pattern', () => {
  test('makes the same messages each time, each once', () => {
    const pattern = '{em|mình} {nhớ|quên} {mẹ|nhà|bạn}[ lắm]';
    expect(texts(pattern)).toEqual(texts(pattern));
    expect(new Set(texts(pattern)).size).toBe(texts(pattern).length);
    for (const text of texts(pattern)) expect(text).toMatch(/^(em|mình) (nhớ|quên) (mẹ|nhà|bạn)( lắm)?$/);
  });

  test('makes no more messages than it has ways', () => {
    expect(texts('{vui|buồn} quá').sort()).toEqual(['buồn quá', 'vui quá']);
    expect(texts('mai trời mưa')).toEqual(['mai trời mưa']);
  });

  test('leaves no blank where a choice is empty', () => {
    expect(texts('đói {|} quá {|}, ăn gì')).toEqual(['đói quá, ăn gì']);
  });

  test('is ordinary unless it says what it discloses', () => {
    expect(messagesOf('chào nhé', 'x-1', 'x')[0]).toMatchObject({ level: 'none', subject: 'none', types: [] });
    expect(messagesOf('emergency/other/physical,child cứu bé', 'x-1', 'x')[0]).toMatchObject({
      level: 'emergency',
      subject: 'other',
      types: ['physical', 'child'],
      text: 'cứu bé',
    });
  });
});

describe('the patterns of the content folder', () => {
  const messages = readPatterns(new URL('../../knowledge/triage/patterns', import.meta.url).pathname);

  test('leave no mark of the pattern language behind', () => {
    expect(messages.filter((one) => /[{}[\]|/]/.test(one.text)).map((one) => one.text)).toEqual([]);
  });

  test('disclose where the file says so, and only there', () => {
    const told = (name: string) => name.startsWith('pattern told-');
    expect(messages.filter((one) => told(one.writer) !== (one.level !== 'none')).map((one) => one.id)).toEqual([]);
  });

  test('make messages of their own', () => {
    expect(new Set(messages.map((one) => one.id)).size).toBe(messages.length);
  });
});

test('light talk counts more than other ordinary messages, and no disclosure counts less than one', () => {
  const message = (writer: string, level: 'none' | 'support') =>
    ({ id: 'x', writer, level, subject: level === 'none' ? 'none' : 'self', types: [], text: 'x' }) as const;
  const plain = emphasisOf({ ...message('td2', 'none'), types: [] });
  expect(emphasisOf({ ...message('pattern light-love', 'none'), types: [] })).toBeGreaterThan(plain);
  expect(emphasisOf({ ...message('s1', 'support'), types: [] })).toBeGreaterThanOrEqual(1);
});
