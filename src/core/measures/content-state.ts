import type { Alarm } from '../service-alarms.ts';
import { type Directory, daysBetween, lastCheck, shownOn } from '../services.ts';
import { end, start, type Table, text } from './table.ts';

/** How fresh what the bot says is, and what of it waits for somebody. Days are `YYYY-MM-DD`. */
export type ContentState = {
  /** Legal acts and the plan; `checkedOn` is `null` where nobody noted it. */
  documents: Array<{ name: string; checkedOn: string | null; inForceTo: string | null; passages: number }>;
  directory: Directory;
  alarms: Alarm[];
  /** Texts that nobody approved yet, by file. */
  awaiting: Array<{ file: string; texts: number }>;
  /** Questions, lessons and daily facts that rest on law that no longer holds, in lines. */
  lapsed: string[];
};

/** A legal act should be read again after so many days. */
export const documentStaleDays = 180;

const day = (written: string) => written.split('-').reverse().join('/');

/** Legal acts, the longest unchecked first. */
export function documentsTable({ documents }: ContentState, today: string): Table {
  const age = (checkedOn: string | null) => (checkedOn === null ? Infinity : daysBetween(checkedOn, today));
  const rows = [...documents]
    .sort((a, b) => age(b.checkedOn) - age(a.checkedOn) || (a.name < b.name ? -1 : 1))
    .map(({ name, checkedOn, inForceTo, passages }) => [
      text(name),
      text(String(passages)),
      text(checkedOn === null ? 'Chưa ghi' : day(checkedOn)),
      text(stateWords(age(checkedOn), inForceTo, today)),
    ]);
  return {
    id: 'van-ban-trong-kho',
    title: 'Văn bản trong kho',
    note: `Sau ${documentStaleDays} ngày thì nên đọc lại xem văn bản còn đúng không.`,
    columns: [start('Văn bản'), end('Số đoạn'), start('Đọc lại lần cuối'), start('Tình trạng')],
    rows,
  };
}

function stateWords(days: number, inForceTo: string | null, today: string): string {
  if (inForceTo !== null && inForceTo < today) return `Hết hiệu lực từ ${day(inForceTo)}`;
  return days > documentStaleDays ? 'Nên đọc lại' : 'Còn mới';
}

/** Lines to call: when somebody last made sure, and whether the bot shows them. */
export function servicesTable({ directory: { services } }: ContentState, today: string): Table {
  return {
    id: 'danh-ba',
    title: 'Số điện thoại giúp đỡ',
    note: null,
    columns: [start('Số'), start('Tên'), start('Kiểm tra lần cuối'), start('Gọi thử'), start('Đang hiện')],
    rows: services.map((one) => {
      const shown = shownOn(one, today);
      const words = { first: 'Có', second: 'Có, đứng sau', hidden: 'Không' }[shown.as];
      return [
        text(one.number),
        text(one.name),
        text(day(lastCheck(one))),
        text(one.lastTestCall === null ? 'Chưa ai gọi thử' : day(one.lastTestCall)),
        text(words),
      ];
    }),
  };
}

/** What the operator must see to in the directory. */
export function alarmsTable({ alarms, directory }: ContentState): Table {
  const numbers = new Map(directory.services.map(({ id, number }) => [id, number]));
  return {
    id: 'viec-can-lam',
    title: 'Việc cần làm với danh bạ',
    note: null,
    columns: [start('Ở đâu'), start('Việc cần làm')],
    rows: alarms.map((alarm) => [
      text('service' in alarm ? (numbers.get(alarm.service) ?? alarm.service) : 'Trung tâm Công tác xã hội'),
      text(alarmWords[alarm.what]),
    ]),
  };
}

const alarmWords: Record<Alarm['what'], string> = {
  'centre-without-contact': 'Chưa có số liên hệ được xác nhận. Bot đang chỉ qua Hội Phụ nữ, xã và công an.',
  'centre-contact-overdue': 'Số liên hệ quá hạn kiểm tra. Gọi thử rồi ghi ngày.',
  'lifeline-overdue': 'Quá hạn kiểm tra, vẫn đang hiện. Xác minh lại.',
  hidden: 'Quá hạn lâu nên đã ẩn. Gọi thử rồi ghi ngày.',
  demoted: 'Quá hạn nên bị lùi xuống sau. Gọi thử rồi ghi ngày.',
  'never-called': 'Chưa ai gọi thử.',
};

/** Texts awaiting approval. */
export function awaitingTable({ awaiting }: ContentState): Table {
  return {
    id: 'cho-duyet',
    title: 'Lời đang chờ duyệt',
    note: 'Bot đang dùng các lời này như bản nháp. Trung tâm duyệt xong thì ghi ngày vào tệp.',
    columns: [start('Tệp'), end('Số lời')],
    rows: awaiting.map(({ file, texts }) => [text(file), text(String(texts))]),
  };
}
