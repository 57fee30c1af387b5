import type { Field } from './fields.ts';
import type { ContentKind } from './item.ts';

const marks = [
  ['A', 'A: chắc chắn, nói trước'],
  ['B+', 'B+: khá chắc, nói sau'],
  ['B', 'B: chỉ nói khi đã gọi thử'],
  ['C', 'C: yếu, không nói'],
  ['U', 'U: chưa rõ, không nói'],
] as const;

const card: Field[] = [
  {
    path: 'ask',
    label: 'Người ta hỏi thế nào',
    hint: 'Mỗi dòng một cách hỏi, ít nhất 4. Nên có một câu không dấu, một câu viết tắt. Câu có hay không thì ghi thêm lời mở đầu: câu hỏi => Không được.',
    shape: 'lines',
  },
  {
    path: 'say',
    label: 'Câu trả lời',
    hint: 'Tối đa 500 chữ cái. Việc cần làm trước, lý do sau. Số nào cũng phải có trong căn cứ.',
    shape: 'text',
  },
  { path: 'more', label: 'Phần “Xem thêm”', hint: 'Không bắt buộc.', shape: 'text', empty: 'absent' },
  {
    path: 'cite',
    label: 'Căn cứ',
    hint: 'Mỗi dòng một căn cứ: số hiệu văn bản, dấu phẩy, rồi điều khoản. Ví dụ: 13/2022/QH15, Điều 25 khoản 1',
    shape: 'cites',
  },
  {
    path: 'related',
    label: 'Câu liên quan',
    hint: 'Mã của các thẻ mời đọc tiếp, mỗi dòng một mã. Không bắt buộc.',
    shape: 'words',
  },
  {
    path: 'inForceFrom',
    label: 'Quy định có hiệu lực từ ngày',
    hint: 'Để trống thì lấy theo văn bản được dẫn.',
    shape: 'day',
    empty: 'absent',
  },
  {
    path: 'inForceTo',
    label: 'Quy định có hiệu lực đến hết ngày',
    hint: 'Để trống nếu còn hiệu lực. Sau ngày này máy thôi trả lời bằng thẻ này.',
    shape: 'day',
    empty: 'absent',
  },
];

const quiz: Field[] = [
  { path: 'ask', label: 'Câu đố', hint: 'Tối đa 200 chữ cái.', shape: 'text' },
  {
    path: 'options',
    label: 'Các đáp án',
    hint: 'Mỗi dòng một đáp án, 2 đến 4 dòng, mỗi dòng tối đa 40 chữ cái.',
    shape: 'lines',
  },
  { path: 'right', label: 'Đáp án đúng là dòng thứ mấy', shape: 'number' },
  {
    path: 'why',
    label: 'Giải thích',
    hint: 'Tối đa 300 chữ cái. Chỉ dùng con số có trong đoạn kiến thức.',
    shape: 'text',
  },
  { path: 'passage', label: 'Dựa vào đoạn kiến thức nào', hint: 'Mã của thẻ hoặc của điều luật.', shape: 'line' },
  {
    path: 'place',
    label: 'Căn cứ nào trong đoạn ấy',
    hint: 'Để trống thì lấy căn cứ đầu.',
    shape: 'line',
    empty: 'absent',
  },
  {
    path: 'level',
    label: 'Độ khó',
    shape: 'choice',
    options: [
      ['1', 'Dễ'],
      ['2', 'Vừa'],
      ['3', 'Khó'],
    ],
  },
  {
    path: 'for',
    label: 'Hợp với ai',
    hint: 'Không chọn thì ai cũng hợp.',
    shape: 'ticks',
    options: [
      ['pupils', 'Học sinh'],
      ['workers', 'Người đi làm'],
      ['farmers', 'Nhà nông'],
      ['officials', 'Cán bộ'],
    ],
  },
  {
    path: 'cover',
    label: 'Hiện lên che màn hình khi người ta bấm thoát',
    hint: 'Câu nói tới đánh đập, xâm hại thì chọn Không.',
    shape: 'yes-no',
  },
];

const stated = (path: string, label: string): Field[] => [
  { path: `${path}.said`, label, shape: 'line' },
  { path: `${path}.mark`, label: `${label}: chắc tới đâu`, shape: 'choice', options: marks },
];

const service: Field[] = [
  { path: 'number', label: 'Số điện thoại', shape: 'line' },
  { path: 'name', label: 'Tên nơi giúp', shape: 'line' },
  { path: 'operator', label: 'Ai phụ trách', shape: 'line' },
  { path: 'purpose', label: 'Gọi để làm gì', shape: 'text' },
  { path: 'mark', label: 'Mức tin cậy của số này', shape: 'choice', options: marks },
  ...stated('hours', 'Giờ có người nghe'),
  ...stated('cost', 'Tiền cước'),
  ...stated('languages', 'Nghe được tiếng gì'),
  {
    path: 'trace',
    label: 'Cuộc gọi để lại dấu gì',
    shape: 'ticks',
    options: [
      ['call-stored', 'Có ghi âm, lưu lại'],
      ['passes-reports', 'Chuyển tin cho nơi khác'],
      ['phone-bill', 'Hiện trên hoá đơn'],
      ['call-log', 'Còn trong máy gọi'],
    ],
  },
  { path: 'suits.child', label: 'Trẻ em gọi được', shape: 'yes-no' },
  { path: 'suits.adult', label: 'Người lớn gọi được', shape: 'yes-no' },
  { path: 'suits.trafficking', label: 'Hợp khi bị lừa bán', shape: 'yes-no' },
  { path: 'source', label: 'Nguồn', shape: 'line' },
  { path: 'sourceDate', label: 'Ngày của nguồn', shape: 'day' },
  { path: 'checkedOn', label: 'Ngày đối chiếu với nguồn', shape: 'day' },
  { path: 'note', label: 'Ghi chú cho cán bộ', hint: 'Người dân không đọc.', shape: 'text', empty: 'null' },
];

const centre: Field[] = [
  {
    path: 'number',
    label: 'Số điện thoại',
    hint: 'Chỉ điền khi Trung tâm đã xác nhận. Để trống thì máy chỉ qua Hội Phụ nữ, Ủy ban nhân dân hay công an xã.',
    shape: 'line',
    empty: 'absent',
  },
  { path: 'hours', label: 'Giờ có người nghe', hint: 'Chưa rõ thì để trống.', shape: 'line', empty: 'null' },
  { path: 'cost', label: 'Tiền cước', hint: 'Chưa rõ thì để trống.', shape: 'line', empty: 'null' },
  {
    path: 'address',
    label: 'Địa chỉ trụ sở',
    hint: 'Chỉ trụ sở tiếp dân. Không bao giờ ghi chỗ nhà tạm lánh.',
    shape: 'line',
    empty: 'null',
  },
  {
    path: 'confirmedOn',
    label: 'Ngày Trung tâm xác nhận',
    hint: 'Quá 180 ngày không xác nhận lại thì máy thôi nói số này.',
    shape: 'day',
    empty: 'absent',
  },
  {
    path: 'confirmedBy',
    label: 'Ai xác nhận',
    hint: 'Chức danh, không ghi tên riêng.',
    shape: 'line',
    empty: 'absent',
  },
];

const reply: Field[] = [
  {
    path: 'text',
    label: 'Lời của Hoa Ban',
    hint: 'Dòng --- chia thành từng tin. Mỗi tin tối đa 500 chữ cái, cả lời tối đa 800. Chỗ trống như {{centre}} để nguyên.',
    shape: 'text',
  },
];

/** The parts of a thing of each kind, in the order they are read. */
export const forms: Record<ContentKind, Field[]> = { card, quiz, service, centre, reply };
