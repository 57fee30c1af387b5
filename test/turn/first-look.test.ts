import { expect, test } from 'vitest';
import { PrivateText } from '../../src/core/private-text.ts';
import type { Choice, Content } from '../../src/core/update.ts';
import { firstLook } from '../../src/turn/first-look.ts';
import { makeParts } from '../fakes.ts';

const parts = makeParts({ now: () => new Date('2026-11-26T03:00:00Z') });
const look = (content: Content) => firstLook(content, parts);
const say = (text: string) => look({ kind: 'text', text: new PrivateText(text) });
const tap = (choice: Choice) => look({ kind: 'choice', choice });

test.each([
  'Chồng tôi đánh tôi chảy máu',
  'cuu toi voi',
  'SOS',
  '/trogiup',
  'em muốn chết',
  `${'hỏi luật. '.repeat(400)} nó dọa giết tôi`,
])('"%s" gets its card at once', (text) => {
  const { calm, card } = say(text);
  expect(calm).toBe(false);
  expect(card?.bubbles.join(' ')).toMatch(/113[\s\S]*111/);
  expect(card?.helpOffered).toBe(true);
});

test('what leaves no trace, and the way to a human, are not kept waiting, but are no cry', () => {
  for (const one of [say('xoá'), say('/xoa'), say('/thoat'), say('cho tôi gặp người thật'), tap({ kind: 'erase' })])
    expect(one).toEqual({ calm: false, card: null });
  expect(tap({ kind: 'guide', id: 'cannot-call' }).calm).toBe(false);
  expect(tap({ kind: 'desk', act: 'send', stamp: 'new' }).calm).toBe(false);
});

test('ordinary questions, chatter and taps may wait', () => {
  for (const one of [say('bao nhiêu tuổi được kết hôn'), say('chào bạn'), tap({ kind: 'more' }), tap({ kind: 'quiz' })])
    expect(one).toEqual({ calm: true, card: null });
});

test('help is made even when triage and the fixed texts are broken', () => {
  const broken = {
    ...parts,
    triage: null as never,
    replies: {
      get: () => {
        throw new Error('gone');
      },
    },
  };
  const { calm, card } = firstLook({ kind: 'text', text: new PrivateText('bất kỳ') }, broken);
  expect(calm).toBe(false);
  expect(card?.bubbles.join(' ')).toMatch(/113[\s\S]*111/);
});
