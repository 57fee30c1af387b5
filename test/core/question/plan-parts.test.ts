import { expect, test } from 'vitest';
import { planPartsAsked } from '../../../src/core/question/plan-parts.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const parts = (message: string) => planPartsAsked(understand(message, library.names));

test.each([
  ['mục tiêu kế hoạch của tỉnh là gì', 'muc tieu'],
  ['cac muc tieu cua kh', 'muc tieu'],
  ['các chỉ tiêu đến năm 2025', 'chi tieu'],
  ['chi tieu den nam 2030 la gi', 'chi tieu'],
  ['giải pháp thực hiện kế hoạch bình đẳng giới', 'giai phap'],
])('"%s" asks for all of one kind', (message, kind) => {
  expect(parts(message)).toBe(kind);
});

test.each([
  'mục tiêu 2 của kế hoạch là gì',
  'chỉ tiêu nữ lãnh đạo đến năm 2030',
  'chỉ tiêu của sở y tế trong kế hoạch',
  'mục tiêu và chỉ tiêu của kế hoạch',
  'ai chịu trách nhiệm các chỉ tiêu',
  'thế năm 2030?',
])('"%s" asks for something of its own', (message) => {
  expect(parts(message)).toBeNull();
});
