import { expect, test } from 'vitest';
import { asksPlanCost, speaksOfPlanMoney } from '../../../src/core/question/plan-money.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const speaks = (message: string) => speaksOfPlanMoney(understand(message, library.names));

test.each([
  'tổng kinh phí là bao nhiêu',
  'giai doan 2 can bao nhieu tien',
  'kế hoạch tốn mấy tỷ',
  'trung uong ho tro bao nhieu trieu',
  'xin trung ương rót cho kế hoạch là bao nhiêu',
  'cả mười năm làm bình đẳng giới tỉnh dự trù hết bao nhiêu',
])('"%s" speaks of the plan’s money', (message) => {
  expect(speaks(message)).toBe(true);
});

test.each([
  'kế hoạch bỏ đi thì tốn bao nhiêu',
  'ke hoach tron khoi nha het bao nhieu tien',
  'sinh đôi trợ cấp một lần tổng cộng bao nhiêu tiền',
  'tổ chức tảo hôn phạt bao nhiêu tiền',
  'ưu tiên nữ là bất công, kế hoạch có phân biệt không',
  'tien si nu trong ke hoach chiem bao nhieu',
  'tỷ lệ nữ tiến sĩ trong kế hoạch từ mấy phần trăm',
  'tỷ trọng lao động nữ làm nông của tỉnh là bao nhiêu',
  'lương 6 triệu ở tỉnh mình nghỉ đẻ được bao nhiêu tiền',
])('"%s" does not', (message) => {
  expect(speaks(message)).toBe(false);
});

test('what the plan costs as a whole', () => {
  const costs = (message: string) => asksPlanCost(understand(message, library.names));
  expect(costs('kế hoạch chi mấy tỷ')).toBe(true);
  expect(costs('kế hoạch bỏ đi thì tốn bao nhiêu')).toBe(false);
  expect(costs('kinh phí giai đoạn 2')).toBe(false);
});
