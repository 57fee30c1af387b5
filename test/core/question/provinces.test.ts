import { expect, test } from 'vitest';
import { otherProvinces } from '../../../src/core/question/provinces.ts';
import { wordsOf } from '../../../src/core/search/terms.ts';
import { library } from '../../fakes.ts';

const named = (message: string) =>
  otherProvinces(wordsOf(message), library.knowledge.provinces, ['Lào Cai', 'Yên Bái']);

test.each([
  ['kế hoạch bình đẳng giới của Hà Nội', ['Hà Nội']],
  ['ke hoach cua son la the nao', ['Sơn La']],
  ['o dien bien co ke hoach khong', ['Điện Biên']],
  ['tỉnh Hòa Bình có mấy mục tiêu', ['Hòa Bình']],
])('"%s" names another province', (message, names) => {
  expect(named(message)).toEqual(names);
});

test.each([
  'kế hoạch của Lào Cai',
  'Yên Bái nhập vào Lào Cai khi nào',
  'dien bien vu an ly hon',
  'diễn biến vụ việc thế nào',
  'gia đình hòa bình hạnh phúc',
])('"%s" names none', (message) => {
  expect(named(message)).toEqual([]);
});
