import { expect } from 'vitest';
import type { Door } from './contract.ts';

/** What an officer of an invented desk does. */
export type Officer = { claims(): unknown; replies(text: string): unknown };

/** One person, one way to a human and back, by whatever this channel offers: buttons, numbers, words. */
export async function toTheDeskAndBack(
  door: Door,
  { officer, cases }: { officer: Officer; cases: { readonly size: number } },
): Promise<void> {
  const say = async (words: string) => (await door.say(words)).join('\n');
  const pick = async () => (await door.pickFirst()).join('\n');
  expect(await say('gửi lời')).toContain('Bạn đủ 16 tuổi chưa?');
  expect(await pick()).toContain('của bạn, hay của người khác');
  expect(await pick()).toContain('Bạn cần gì?');
  expect(await pick()).toContain('Lúc nào liên lạc');
  expect(await pick()).toContain('từ bí mật');
  expect(await say('hoa mận')).toContain('xã, phường nào');
  expect(await pick()).toContain('nói gì thêm');
  const shown = await say('em muốn hỏi chuyện giấy tờ nhà');
  for (const line of [
    'Chính người nhắn',
    'Có người nghe, tư vấn',
    'Chỉ ở đây',
    'hoa mận',
    'em muốn hỏi chuyện giấy tờ nhà',
  ])
    expect(shown).toContain(line);
  expect(cases.size).toBe(0);
  const receipt = /\d{3}(?:-\d{3}){4}/.exec(await say('đồng ý'))?.[0] ?? '';
  expect(receipt).not.toBe('');
  expect(cases.size).toBe(1);
  await officer.claims();
  await officer.replies('Chào bạn, giấy tờ bạn cứ giữ bên mình nhé.');

  await door.erase();
  expect(await say(receipt)).toContain('Bạn gõ tiếp từ');
  expect(await say('hoa cúc')).toContain('không khớp');
  expect(await say('hoa mận')).toContain('giấy tờ bạn cứ giữ bên mình nhé');
  expect(await say('rút lại')).toContain('bị huỷ hẳn');
  expect(cases.size).toBe(0);
}
