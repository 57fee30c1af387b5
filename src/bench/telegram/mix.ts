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

/**
 * In words, for the report. Under every answer stand two to five buttons, and people greet, thank and go on: about half of
 * what comes is a question.
 */
export const mixInWords =
  '55 % questions as people are known to ask them (half of them without diacritics), 20 % small talk and follow-ups, 15 % taps of buttons, 7 % disclosures, 3 % voice notes';

/** The act of place `at`; the same for the same place, so that runs can be compared. */
export function actAt(at: number, asked: string[]): Act {
  const roll = (at * 37) % 100;
  if (roll < 20) return { kind: 'says', text: small[at % small.length] ?? '' };
  if (roll < 27) return { kind: 'says', text: told[at % told.length] ?? '' };
  if (roll < 42) return { kind: 'taps' };
  if (roll < 45) return { kind: 'voice' };
  const text = asked[(at * 7919) % asked.length] ?? 'bình đẳng giới là gì';
  return { kind: 'says', text: at % 2 === 0 ? text : fold(text) };
}
