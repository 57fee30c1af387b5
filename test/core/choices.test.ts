import { expect, test } from 'vitest';
import { commandNames, commandOf } from '../../src/core/commands.ts';
import { isDiscreet } from '../../src/core/discreet.ts';
import { groups } from '../../src/core/quiz/set.ts';
import { type Choice, decodeChoice, encodeChoice, pages } from '../../src/core/update.ts';
import { library, replies } from '../fakes.ts';

const choices: Choice[] = [
  ...(['more', 'menu', 'help', 'erase', 'leave', 'quiz', 'lessons', 'today'] as const).map((kind) => ({ kind })),
  ...pages.map((id) => ({ kind: 'page', id }) as const),
  { kind: 'ask', passage: 'cards/tuoi-ket-hon' },
  { kind: 'guide', id: 'safety-plan' },
  ...groups.map((group) => ({ kind: 'play', group }) as const),
  { kind: 'path', id: 'co-ban' },
  { kind: 'share', right: 4 },
  { kind: 'guess', quiz: 'tuoi-cuoi', option: 3 },
  ...[true, false].flatMap((yes) => [{ kind: 'useful', yes } as const, { kind: 'reached', yes } as const]),
];

test.each(choices)('a choice survives its wire form: %o', (choice) => {
  expect(decodeChoice(encodeChoice(choice))).toEqual(choice);
});

test('every passage and every fixed text fits a button of 64 bytes', () => {
  for (const passage of library.knowledge.passages.keys()) {
    const wire = encodeChoice({ kind: 'ask', passage });
    expect(Buffer.byteLength(wire), passage).toBeLessThanOrEqual(64);
    expect(decodeChoice(wire), passage).not.toBeNull();
  }
  for (const id of replies.ids) expect(Buffer.byteLength(encodeChoice({ kind: 'guide', id }))).toBeLessThanOrEqual(64);
});

test.each([
  '',
  'useful:maybe',
  'guess:tuoi-cuoi:0',
  'play:men',
  'path:A b',
  'share:6',
  'page:admin',
  'ask:../x y',
  'guide:',
  '<b>',
  'constructor',
])('"%s" is no choice of ours', (wire) => expect(decodeChoice(wire)).toBeNull());

test('commands are understood with the name of the bot, words behind them, and in capitals', () => {
  expect(commandOf('/xoa@hoa_ban_bot')).toEqual({ kind: 'erase' });
  expect(commandOf(' /START abc')).toEqual({ kind: 'menu' });
  expect(commandOf('/rieng_tu')).toEqual({ kind: 'page', id: 'privacy' });
  for (const name of commandNames) expect(commandOf(`/${name}`), name).not.toBeNull();
});

test.each(['/xoadoi', 'xoa', '/', '/ xoa', '//xoa', '/luat_khac', 'toi /xoa'])('"%s" is no command', (typed) => {
  expect(commandOf(typed)).toBeNull();
});

test('what may be read over a shoulder gives nothing away', () => {
  expect(isDiscreet('Hoa Ban đã trả lời tin bạn vừa gửi.')).toBe(true);
  expect(isDiscreet('Danh sách ứng cử có ít nhất 35% là nữ.')).toBe(true);
  for (const text of ['Bị làm đau không phải lỗi của bạn', 'Gọi 113 ngay', 'Bạo lực gia đình là gì', 'Xóa tin'])
    expect(isDiscreet(text), text).toBe(false);
});
