import { expect, test } from 'vitest';
import { answerBirthContributions } from '../../../src/core/answer/birth-contributions.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const ask = (message: string) => answerBirthContributions(understand(message, library.names), library.knowledge);

test.each([
  ['đóng bảo hiểm được 5 tháng thì đẻ có được tiền không', '6 - 5 = 1 tháng'],
  ['dong bhxh 4 thang xong nghi viec roi de co duoc ko', '6 - 4 = 2 tháng'],
  ['em mới đóng bảo hiểm tự nguyện 2 tháng, sinh con có được gì không', '6 - 2 = 4 tháng'],
  ['đóng bảo hiểm 8 tháng rồi sinh có được hưởng thai sản không', 'Đủ, nếu'],
  ['đóng bảo hiểm 2 năm rồi đẻ có được hưởng không', 'Đủ, nếu'],
])('"%s" says %s', (message, said) => {
  expect(ask(message)?.text).toContain(said);
});

test.each([
  'đóng bảo hiểm mấy tháng thì được thai sản',
  'đóng bảo hiểm 4 tháng mà phải nghỉ dưỡng thai thì có được không',
  'chồng đóng bảo hiểm 5 tháng, vợ sinh có được gì không',
  'con 5 tháng tuổi đi làm lại được không',
  'hợp đồng hết hạn lúc đang bầu 7 tháng thì có phải ký tiếp không',
])('"%s" is left to others', (message) => {
  expect(ask(message)).toBeNull();
});
