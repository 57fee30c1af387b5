import { expect, test } from 'vitest';
import { asksForeignLaw } from '../../../src/core/question/foreign-law.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

test.each([
  ['luật Thái Lan cho ly hôn thế nào', true],
  ['bên Trung Quốc mấy tuổi thì được kết hôn', true],
  ['o lao lay chong may tuoi', true],
  ['phụ nữ bên Đức sinh con nghỉ mấy tháng', true],
  ['tuổi nghỉ hưu của đàn ông ở Nhật Bản là bao nhiêu', true],
  ['luật hôn nhân Hàn Quốc chia tài sản kiểu gì', true],
  ['chiến lược của Thái Lan về bình đẳng giới có mấy mục tiêu', true],
  ['chi tieu nu nghi si cua nuoc phap la bao nhieu', true],
  ['kế hoạch của tỉnh Lào Cai có mấy mục tiêu', false],
  ['kế hoạch giúp nạn nhân bị bán ở Trung Quốc về thế nào', false],
  ['chỉ tiêu đưa lao động nữ đi làm ở Hàn Quốc là bao nhiêu', false],
  ['chỉ tiêu lao động nữ của kế hoạch là bao nhiêu', false],
  ['luật hôn nhân gia đình cho lấy chồng Trung Quốc thế nào', false],
  ['con dâu tôi đang ở Đài Loan thì ly hôn ở đâu', false],
  ['mua bán người sang Trung Quốc bị phạt mấy năm tù', false],
  ['đi làm ở Hàn Quốc về có được hưởng thai sản không', false],
  ['o lao cai lay chong may tuoi', false],
  ['chồng tôi đang ở Trung Quốc thì ly hôn thế nào', false],
  ['lấy chồng người Hàn Quốc cần giấy gì', false],
  ['con sinh ở Trung Quốc không giấy tờ có được đi học không', false],
  ['bị bán sang Trung Quốc thì được hỗ trợ gì', false],
  ['ở Trung Quốc về, nạn nhân được quyền gì', false],
  ['nhà ở Đài Loan thì ly hôn chia theo luật nước nào', false],
  ['có căn nhà bên Đài Loan, ly hôn ở vn chia thế nào', false],
  ['luật pháp bảo vệ phụ nữ thế nào', false],
] as const)('"%s" asks the law of another country: %s', (message, asks) => {
  expect(asksForeignLaw(understand(message, library.names).folded)).toBe(asks);
});
