import { expect, test } from 'vitest';
import { answerAgency, answerAgencyTargets, isAgency } from '../../../src/core/answer/agency.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const { knowledge, names } = library;

test.each([
  ['Ngành giáo dục chịu trách nhiệm chỉ tiêu mấy của mục tiêu 5?', 'Mục tiêu 5: chỉ tiêu 1, 2.'],
  ['so y te phu trach muc tieu may', 'Mục tiêu 4: chỉ tiêu 1, 2, 3, 4.'],
  ['sở tài chính báo cáo những chỉ tiêu nào', 'Kế hoạch không giao Sở Tài chính báo cáo riêng chỉ tiêu nào.'],
])('"%s" is told from the data', (message, said) => {
  expect(answerAgencyTargets(understand(message, names), knowledge)?.text).toContain(said);
});

test.each([
  'sở nào phụ trách chỉ tiêu 2 mục tiêu 3',
  'Sở Y tế phụ trách mục tiêu 3 của kế hoạch đúng không',
  'Sở Tư pháp làm gì',
])('"%s" is left to others', (message) => {
  expect(answerAgencyTargets(understand(message, names), knowledge)).toBeNull();
});

test('all that an agency is to do is told when no single task is asked for', () => {
  const task = knowledge.passages.get('so-tai-chinh-phan-bo-trung-uong');
  if (!task || !isAgency(task)) throw new Error('no task');
  const question = understand('Tôi công tác ở Sở Tài chính, kế hoạch giao sở tôi làm gì', names);
  expect(answerAgency(task, question, knowledge).text).toContain('bố trí kinh phí');
  const single = understand('Sở Tài chính có hướng dẫn thanh quyết toán không', names);
  expect(answerAgency(task, single, knowledge).text).not.toContain('bố trí kinh phí');
});
