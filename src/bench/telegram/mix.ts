import { fold } from '../../core/vietnamese/fold.ts';

/** What one person does next. */
export type Act = { kind: 'says'; text: string } | { kind: 'taps' } | { kind: 'voice' };

const small = ['chào bạn', 'cảm ơn nhé', 'bạn là ai', 'ok', 'xem thêm', 'thế năm 2030?'];
const told = [
  'tối qua em bị chồng đánh',
  'hàng xóm đánh vợ ngày nào cũng kêu',
  'no dang cam dao duoi toi',
  'em không muốn sống nữa',
];

/** In words, for the report. */
export const mixInWords =
  '74 % questions as people are known to ask them (half of them without diacritics), 12 % small talk and follow-ups, 6 % disclosures, 6 % taps, 2 % voice';

/** The act of place `at`; the same for the same place, so that runs can be compared. */
export function actAt(at: number, asked: string[]): Act {
  const roll = (at * 37) % 100;
  if (roll < 12) return { kind: 'says', text: small[at % small.length] ?? '' };
  if (roll < 18) return { kind: 'says', text: told[at % told.length] ?? '' };
  if (roll < 24) return { kind: 'taps' };
  if (roll < 26) return { kind: 'voice' };
  const text = asked[(at * 7919) % asked.length] ?? 'bình đẳng giới là gì';
  return { kind: 'says', text: at % 2 === 0 ? text : fold(text) };
}
