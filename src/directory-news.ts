import { type Alarm, alarms } from './core/service-alarms.ts';
import type { Directory } from './core/services.ts';

/** One kind of thing to see to in the directory, in a line for the operator. */
export type DirectoryLine = { what: Alarm['what']; line: string };

/**
 * What in the directory waits for a test call or a confirmation on `day` (`YYYY-MM-DD`), one line a kind, for the
 * operator; no line when nothing does.
 */
export function directoryNews(directory: Directory, day: string): string[] {
  return directoryLines(directory, day).map(({ line }) => line);
}

export function directoryLines(directory: Directory, day: string): DirectoryLine[] {
  const numbers = new Map(directory.services.map(({ id, number }) => [id, number]));
  const kinds = new Map<Alarm['what'], string[]>();
  for (const alarm of alarms(directory, day)) {
    const number = 'service' in alarm ? (numbers.get(alarm.service) ?? alarm.service) : '';
    kinds.set(alarm.what, [...(kinds.get(alarm.what) ?? []), number]);
  }
  return [...kinds].map(([what, which]) => ({
    what,
    line: `Danh bạ: ${lines[what](which.join(', '))} (knowledge/services.yaml)`,
  }));
}

const lines: Record<Alarm['what'], (numbers: string) => string> = {
  'centre-without-contact': () =>
    'Trung tâm Công tác xã hội chưa có số liên hệ đã xác nhận; thẻ giúp đỡ đang chỉ qua Hội Phụ nữ, xã và công an.',
  'centre-contact-overdue': () =>
    'số của Trung tâm Công tác xã hội quá hạn kiểm tra lại; gọi thử rồi ghi ngày xác nhận.',
  'lifeline-overdue': (numbers) => `${numbers} quá hạn kiểm tra nhưng vẫn hiện; hãy xác minh lại.`,
  hidden: (numbers) => `${numbers} quá hạn lâu nên đã ẩn; gọi thử rồi ghi ngày.`,
  demoted: (numbers) => `${numbers} quá hạn nên lùi xuống sau; gọi thử rồi ghi ngày.`,
  'never-called': (numbers) => `chưa ai gọi thử ${numbers}.`,
};
