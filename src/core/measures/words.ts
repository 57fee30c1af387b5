import type { HarmType, Level } from '../triage.ts';
import type { Channel } from '../update.ts';
import type { CaseStep } from './figures.ts';
import type { HelpType, Kind } from './kinds.ts';

// What is counted, as officers read it.

/** What ids in facts are called. Answers for any id, also one that the knowledge no longer has. */
export type Names = {
  /** A passage, a fixed text, a quiz set or a path of lessons. */
  topic: (id: string) => string;
  /** The short name of a legal act or the plan. */
  document: (number: string) => string;
};

export const channelNames: Record<Channel, string> = {
  web: 'Trang hỏi đáp',
  telegram: 'Telegram',
  'zalo-oa': 'Zalo OA',
  'zalo-bot': 'Zalo Bot',
  terminal: 'Dòng lệnh',
};

export const kindNames: Record<Kind, string> = {
  answer: 'Trả lời được',
  help: 'Chỉ nơi giúp đỡ',
  decline: 'Chưa trả lời được',
  trouble: 'Máy trục trặc',
  smalltalk: 'Chào hỏi, nói chuyện',
  menu: 'Mở danh mục',
  feedback: 'Góp ý về câu trả lời',
  learned: 'Học xong, đố xong',
};

export const levelNames: Record<Level, string> = {
  none: 'Hỏi thông thường',
  concern: 'Có thể cần giúp',
  support: 'Cần giúp',
  emergency: 'Khẩn cấp',
};

const harmNames: Record<HarmType, string> = {
  physical: 'Đánh đập, hành hạ',
  sexual: 'Xâm hại tình dục',
  psychological: 'Bạo lực tinh thần',
  economic: 'Bạo lực kinh tế',
  trafficking: 'Mua bán người',
  harassment: 'Quấy rối nơi làm việc, trường học',
  forced_marriage: 'Ép cưới, tảo hôn',
  child: 'Trẻ em bị hại',
  suicide: 'Có ý tự tử',
  online: 'Bị hại trên mạng',
  perpetrator: 'Người lo mình làm đau người khác',
};

export const helpTypeNames: Record<HelpType, string> = { ...harmNames, unsaid: 'Không nói rõ' };

export const caseStepNames: Record<CaseStep, string> = {
  created: 'Nhờ Trung tâm giúp',
  replied: 'Đã có người trả lời',
  closed: 'Đã khép',
  withdrawn: 'Người nhắn rút lại',
  alarmed: 'Quá hẹn trả lời',
};

/** A name from a table that may not hold the key, which is then told as it is. */
export function named(names: Readonly<Record<string, string>>, key: string): string {
  return names[key] ?? key;
}

/** What stands for kinds pooled because each was too few. */
export const pooled = 'Các mục ít lượt, gộp lại';
export const unnamedTopic = 'Không rõ mục';
