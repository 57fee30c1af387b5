import { expect, test } from 'vitest';
import { isIndicator } from '../../../src/core/answer/indicator.ts';
import { answerRealms } from '../../../src/core/answer/nation.ts';
import { comparesRealms, withoutRealms } from '../../../src/core/question/realms.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

test.each([
  ['tinh voi ca nuoc chenh nhau bao nhieu', true],
  ['so voi ca nuoc thi chi tieu cua tinh cao hon khong', true],
  ['lao cai thap hon toan quoc bao nhieu', true],
  ['ca nuoc 1 4 lan thi lao cai may lan', true],
  ['chi tieu cua ca nuoc den 2030', false],
  ['ke hoach tinh dat bao nhieu', false],
])('"%s" sets the two side by side: %s', (folded, both) => {
  expect(comparesRealms(folded, ['lao cai'])).toBe(both);
});

test.each([
  'tỷ số giới tính khi sinh, tỉnh và cả nước đặt bao nhiêu',
  'ty so gioi tinh khi sinh tinh va ca nuoc dat bao nhieu',
])('"%s": what only looks like a word for the province stays with the target', (message) => {
  const { words } = understand(message, library.names);
  const left = withoutRealms(words, []).map((word) => word.folded);
  expect(left).toEqual(expect.arrayContaining(['ti', 'so', 'gioi', 'tinh', 'khi', 'sinh']));
  expect(left.filter((word) => word === 'tinh')).toHaveLength(1);
  expect(left).not.toContain('nuoc');
});

function compared(id: string, message: string) {
  const passage = library.knowledge.passages.get(id);
  if (!passage || !isIndicator(passage)) throw new Error(`no indicator ${id}`);
  return answerRealms(passage, passage.facts.measures, understand(message, library.names));
}

test('the gap is shown as a sum, and both places are cited', () => {
  const answer = compared('muc-tieu-3-chi-tieu-1', 'năm 2030 tỉnh và cả nước chênh nhau bao nhiêu');
  expect(answer.text).toContain('1,4 - 1,3 = 0,1');
  expect(answer.text).not.toContain('2025');
  expect(answer.cites).toEqual([
    { document: '224/KH-UBND', locator: 'Mục tiêu 3, Chỉ tiêu 1' },
    { document: '28/NQ-CP', locator: 'Mục tiêu 3, Chỉ tiêu 1' },
  ]);
});

test('a national figure that is not known is said to be missing', () => {
  const answer = compared('muc-tieu-4-chi-tieu-2', 'tử vong mẹ của tỉnh so với cả nước');
  expect(answer).toMatchObject({ outcome: 'decline' });
  expect(answer.text).toContain('mình chưa có');
});
