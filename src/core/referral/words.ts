import type { Referral, SafeTime, Want } from './case.ts';

/** What officers and people read for the codes of a case. */
export const wantWords: Record<Want, string> = {
  talk: 'Có người nghe, tư vấn',
  shelter: 'Chỗ ở tạm',
  legal: 'Giúp về luật',
  health: 'Khám, chữa',
};

export const whenWords: Record<SafeTime, string> = {
  here: 'Chỉ ở đây, mình tự quay lại xem',
  morning: 'Buổi sáng',
  noon: 'Buổi trưa',
  afternoon: 'Buổi chiều',
  evening: 'Buổi tối',
  any: 'Lúc nào cũng được',
};

const aboutWords: Record<Referral['about'], string> = {
  self: 'Chính người nhắn',
  'other-agreed': 'Người khác, người ấy đã bằng lòng',
  'other-in-danger': 'Người khác, đang nguy hiểm',
};

/** Exactly what is passed on, line by line: shown to the person before the yes, and to the officer after it. */
export function summaryOf({ about, wants, when, way, codeWord, commune, words }: Omit<Referral, 'shown'>): string {
  const line = (name: string, text: string | null) => (text === null ? [] : [`– ${name}: ${text}`]);
  return [
    ...line('Chuyện của', aboutWords[about]),
    ...line('Cần', wants.map((one) => wantWords[one]).join('; ')),
    ...line('Lúc an toàn', whenWords[when]),
    ...line('Cách liên lạc', way),
    ...line('Từ bí mật', codeWord),
    ...line('Xã, phường', commune),
    ...line('Lời kể', words),
  ].join('\n');
}
