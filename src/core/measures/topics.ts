import { byStep, sumOf } from './figures.ts';
import { monthWords } from './month.ts';
import type { UnansweredTerm } from './ports.ts';
import { type Reading, turnsOf } from './reading.ts';
import type { Block } from './release.ts';
import { type Cell, count, end, share, start, type Table, text } from './table.ts';
import { type Names, pooled, unnamedTopic } from './words.ts';

const topicWords = (names: Names, id: string) => (id === '' ? unnamedTopic : names.topic(id));
const documentWords = (names: Names, number: string) =>
  number === '' ? 'Không theo văn bản nào' : names.document(number);

/** What was asked and answered, most asked first. */
export function topicTable(now: Reading, names: Names): Table {
  const answers = turnsOf(now).filter(({ path }) => path[0] === 'answer');
  const all = sumOf(answers);
  const named = answers.filter(({ path }) => path.length > 2);
  const rows = byStep(named, [], 2).map(({ key, n, blocks }) => [
    text(topicWords(names, key ?? '')),
    text(documentWords(names, blocks[0]?.path[1] ?? '')),
    count(n),
    share(n, all),
  ]);
  return {
    id: 'chu-de',
    title: 'Hỏi về điều gì',
    note: 'Chủ đề dưới 5 lượt trong một tháng được gộp ở dòng cuối.',
    columns: [start('Chủ đề'), start('Văn bản'), end('Số lượt'), end('Phần')],
    rows: [
      ...rows,
      ...pooledRow(
        answers.filter(({ path }) => path.length <= 2),
        all,
        2,
      ),
    ],
  };
}

/** Which legal acts answers rested on. */
export function documentTable(now: Reading, names: Names): Table {
  const answers = turnsOf(now).filter(({ path }) => path[0] === 'answer');
  const all = sumOf(answers);
  const rows = byStep(answers, ['answer']).map(({ key, n }) => [
    text(key === null ? pooled : documentWords(names, key)),
    count(n),
    share(n, all),
  ]);
  return {
    id: 'van-ban',
    title: 'Trả lời theo văn bản nào',
    note: null,
    columns: [start('Văn bản'), end('Số lượt'), end('Phần')],
    rows,
  };
}

function pooledRow(rest: readonly Block[], all: number, texts: number): Cell[][] {
  const n = sumOf(rest);
  const blank = Array.from({ length: texts - 1 }, () => text(''));
  return n === 0 ? [] : [[text(pooled), ...blank, count(n), share(n, all)]];
}

/** Terms of the knowledge that stood in questions without an answer, with what came nearest. */
export function unansweredTable(terms: readonly UnansweredTerm[], names: Names): Table {
  return {
    id: 'chua-tra-loi',
    title: 'Người dân hỏi mà chưa có câu trả lời',
    note: 'Chỉ ghi từ có sẵn trong kho kiến thức, khi ít nhất 3 người hỏi trong cùng một ngày. Không bao giờ ghi lời của ai.',
    columns: [start('Từ'), end('Số lượt'), start('Câu trả lời gần nhất đang có'), start('Lần gần đây')],
    rows: terms.map(({ term, n, nearest, last }) => [
      text(term),
      count(n),
      text(nearest === null ? 'Chưa có câu nào gần' : names.topic(nearest)),
      text(`Tháng ${monthWords(last)}`),
    ]),
  };
}

/** What came nearest to questions without an answer. */
export function nearestTable(now: Reading, names: Names): Table {
  const declined = turnsOf(now).filter(({ path }) => path[0] === 'decline');
  const all = sumOf(declined);
  return {
    id: 'gan-nhat',
    title: 'Câu trả lời nằm gần các câu hỏi đó',
    note: 'Câu nào đứng đầu thì nên viết thêm quanh câu ấy trước.',
    columns: [start('Câu trả lời gần nhất'), end('Số lượt'), end('Phần')],
    rows: byStep(declined, ['decline']).map(({ key, n }) => [
      text(key === null ? pooled : key === '' ? 'Không có câu nào gần' : names.topic(key)),
      count(n),
      share(n, all),
    ]),
  };
}
