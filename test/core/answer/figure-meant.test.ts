import { expect, test } from 'vitest';
import { answerFigureMeant } from '../../../src/core/answer/figure-meant.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const meant = (message: string) => answerFigureMeant(understand(message, library.names), library.knowledge);

test.each([
  ['Tôi đọc báo cáo thấy ghi "1,6 lần". Con số ấy trong kế hoạch 224 nói về cái gì vậy?', 'Mục tiêu 3, Chỉ tiêu 1'],
  ['"04 tin, bài" trong kế hoạch của tỉnh là tính cho đơn vị nào', 'Mục tiêu 6, Chỉ tiêu 3'],
  ['75% trong kế hoạch là cái gì', 'Mục tiêu 1, Chỉ tiêu 1'],
  ['con số 9.512 triệu trong kế hoạch là gì', 'Mục V.2'],
])('"%s" stands at %s', (message, locator) => {
  expect(meant(message)?.cites).toContainEqual({ document: library.knowledge.plan, locator });
});

test.each(['nữ lãnh đạo 75% trong kế hoạch là gì', '33 lần trong kế hoạch là cái gì', 'phạt 5 triệu là gì'])(
  'what names more than a figure, or no figure of the plan, is left to search: "%s"',
  (message) => {
    expect(meant(message)).toBeNull();
  },
);
