import type { CaseOutcome, OpenReason, SafeTime, Urgency, Want } from '../referral/case.ts';

// The codes of a case as officers read them.

export const urgencyNames: Record<Urgency, string> = { urgent: 'Gấp', soon: 'Cần sớm', usual: 'Thường' };

export const wantNames: Record<Want, string> = {
  talk: 'Nghe và tư vấn',
  shelter: 'Chỗ ở tạm',
  legal: 'Giúp về luật',
  health: 'Khám, chữa',
};

export const whenNames: Record<SafeTime, string> = {
  here: 'Chỉ trả lời ở đây, không liên lạc',
  morning: 'Buổi sáng',
  noon: 'Buổi trưa',
  afternoon: 'Buổi chiều',
  evening: 'Buổi tối',
  any: 'Lúc nào cũng được',
};

export const reasonNames: Record<OpenReason, string> = {
  'first-answer': 'Trả lời lần đầu',
  'follow-up': 'Theo dõi, trả lời tiếp',
  'handed-over': 'Nhận từ đồng nghiệp',
  supervision: 'Kiểm tra chất lượng',
  'asked-by-person': 'Người nhắn hỏi lại',
  'new-key': 'Niêm phong lại sau khi đổi khoá',
};

export const outcomeNames: Record<CaseOutcome, string> = {
  answered: 'Đã trả lời xong',
  'referred-on': 'Đã nối tới nơi khác',
  'in-care': 'Trung tâm đang giúp trực tiếp',
  'no-contact': 'Không liên lạc được',
  'not-for-us': 'Không thuộc việc của Trung tâm',
};

/** Hours of the day in the province, from and before, of each part of the day. */
const parts: Record<Exclude<SafeTime, 'here' | 'any'>, [from: number, before: number]> = {
  morning: [6, 11],
  noon: [11, 14],
  afternoon: [14, 18],
  evening: [18, 22],
};

/** Whether it is safe to reach the person now, by what they chose. `never`: the reply waits for them. */
export function safeNow(when: SafeTime, now: Date): 'yes' | 'no' | 'never' {
  if (when === 'here') return 'never';
  if (when === 'any') return 'yes';
  const hour = new Date(now.getTime() + 7 * 3_600_000).getUTCHours();
  const [from, before] = parts[when];
  return hour >= from && hour < before ? 'yes' : 'no';
}

const minuteMs = 60_000;

/** How long, as people say it: "25 phút", "3 giờ 5 phút", "2 ngày". */
export function spanWords(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / minuteMs));
  const hours = Math.floor(minutes / 60);
  if (minutes < 60) return `${minutes} phút`;
  if (hours < 24) return minutes % 60 === 0 ? `${hours} giờ` : `${hours} giờ ${minutes % 60} phút`;
  return `${Math.floor(hours / 24)} ngày`;
}

/** The clock of a case: until when it must be answered, or how late it is. */
export type Clock = { kind: 'answered' } | { kind: 'due'; ms: number } | { kind: 'late'; ms: number };

export function clockOf(answerBy: Date | null, now: Date): Clock {
  if (answerBy === null) return { kind: 'answered' };
  const ms = answerBy.getTime() - now.getTime();
  return ms >= 0 ? { kind: 'due', ms } : { kind: 'late', ms: -ms };
}

/** A case's code in groups, as it is read aloud. */
export function spokenCode(id: string): string {
  return id.match(/.{1,4}/g)?.join(' ') ?? id;
}
