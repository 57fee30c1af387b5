import { expect, test } from 'vitest';
import { speaksOfTerm } from '../../../src/core/answer/defined.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const equality = library.entries.get('binh-dang-gioi-la-gi');

test.each([
  ['định nghĩa bình đẳng giới', true],
  ['luật định nghĩa nữ quyền là gì', false],
  ['khái niệm gia trưởng trong luật', false],
  ['nữ quyền được bảo vệ thế nào', true],
] as const)('"%s" may be answered with what equality is: %s', (message, may) => {
  expect(equality && speaksOfTerm(understand(message, library.names), equality)).toBe(may);
});
