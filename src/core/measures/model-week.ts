import { type Rejection, rejections } from '../grounding.ts';
import { fives } from './release.ts';
import { count, end, share, start, type Table, text } from './table.ts';

/** What a language model was used for: counts of the seven days before today, and today's tokens beside their limit. */
export type ModelWeek = { counts: Record<string, number>; tokensToday: number; mostTokens: number };

/** Why a sentence of a model is dropped, as officers read it. */
const causes: Record<Rejection, string> = {
  'no-citation': 'không ghi dựa vào đâu',
  'unknown-passage': 'dựa vào đoạn không được đưa',
  'too-long': 'quá dài',
  markup: 'có ký hiệu, liên kết hoặc chữ lạ',
  language: 'không phải tiếng Việt',
  'to-machine': 'lời ra lệnh cho máy',
  phone: 'có số điện thoại',
  figure: 'số không có trong đoạn',
  bound: 'đổi mức "ít nhất", "không quá", hoặc đổi người',
  article: 'điều, khoản không có trong đoạn',
  name: 'tên luật, cơ quan không có trong đoạn',
  negation: 'đổi "không" thành có, hoặc ngược lại',
  modality: 'đổi "phải", "được", "cấm"',
  unsupported: 'nói khác đoạn',
};

/** How a week went: what the model gave, and why its sentences were dropped, as shares of all it gave. */
export function modelTable({ counts, tokensToday, mostTokens }: ModelWeek): Table {
  const of = (what: string) => fives(counts[what] ?? 0);
  const silent = fives(
    Object.entries(counts).reduce((sum, [what, many]) => sum + (what.startsWith('silent') ? many : 0), 0),
  );
  const used = mostTokens === 0 ? 100 : Math.round((100 * tokensToday) / mostTokens);
  return {
    id: 'mo-hinh',
    title: 'Mô hình ngôn ngữ, 7 ngày đã xong',
    note: 'Câu bị bỏ không tới người dân: khi đó bot trả lời bằng kho kiến thức.',
    columns: [start('Mục'), end('7 ngày')],
    rows: [
      [text('Hạn mức token đã dùng hôm nay'), text(`${used} %`)],
      [text('Lần gọi'), count(of('calls'))],
      [text('Lần mô hình im: lỗi, chậm, bận hoặc hết hạn mức'), count(silent)],
      [text('Câu trả lời bằng lời của mô hình'), count(of('used'))],
      [text('Bản nháp bị bỏ cả'), count(of('core-gone'))],
      [text('Câu mô hình đưa ra'), count(of('sentence'))],
      ...rejections.map((why) => [text(`Câu bị bỏ: ${causes[why]}`), share(of(`rejected-${why}`), of('sentence'))]),
    ],
  };
}
