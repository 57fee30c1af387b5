import { describe, expect, test } from 'vitest';
import { makeAsked } from '../../../src/core/answer/clues.ts';
import { isOfTarget } from '../../../src/core/answer/of-target.ts';
import { widen } from '../../../src/core/answer/subjects.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { answer } from '../../../src/turn/answer.ts';
import { library, search } from '../../fakes.ts';

const isOf = (message: string, id: string) => {
  const question = understand(message, library.names);
  const entry = library.entries.get(id);
  return entry && isOfTarget(makeAsked(question, widen(question, library).subjects, library), entry);
};

describe('a target of the plan answers for what it is of', () => {
  test.each([
    ['chỉ tiêu nữ lãnh đạo năm 2025', 'muc-tieu-1-chi-tieu-1', true],
    ['tỷ lệ sếp nữ phải đạt mấy phần trăm', 'muc-tieu-1-chi-tieu-1', true],
    ['chi tieu 1 cua muc tieu 1 la gi', 'muc-tieu-1-chi-tieu-1', true],
    ['kế hoạch đặt bao nhiêu phần trăm phụ nữ dùng mạng internet', 'muc-tieu-1-chi-tieu-1', false],
    ['chi tieu giam so cap ly hon', 'muc-tieu-1-chi-tieu-1', false],
    ['tỷ lệ nữ chơi bóng chuyền theo kế hoạch', 'muc-tieu-1-chi-tieu-1', false],
    ['học sinh dân tộc học xong cấp 3 đạt mấy phần trăm', 'muc-tieu-5-chi-tieu-2', false],
    ['học sinh dân tộc học xong cấp 2 đạt mấy phần trăm', 'muc-tieu-5-chi-tieu-2', true],
    ['phụ nữ còn bám ruộng nương thì kế hoạch đến 2025 rút xuống dưới mức nào', 'muc-tieu-2-chi-tieu-2', true],
    ['nu lam chu htx, giam doc cty: moc 2030 ben minh dat ra la bao nhieu', 'muc-tieu-2-chi-tieu-3', true],
    ['cuoi nam 2030 cu 100 be gai thi con bao nhieu be trai', 'muc-tieu-4-chi-tieu-1', true],
    ['chỉ tiêu giảm tảo hôn mỗi năm bao nhiêu phần trăm', 'muc-tieu-2-chi-tieu-3', false],
    ['chỉ tiêu tử vong trẻ dưới 5 tuổi trong kế hoạch', 'muc-tieu-4-chi-tieu-2', false],
    ['kế hoạch đặt chỉ tiêu giảm số vụ đánh vợ bao nhiêu phần trăm', 'muc-tieu-3-chi-tieu-2', false],
    ['mỗi quý xã đưa lên loa mấy tin về nam nữ bình đẳng', 'muc-tieu-6-chi-tieu-3', true],
    ['ke hoahc dat bao nhieu phan tram co quan co lanh dao nu', 'muc-tieu-1-chi-tieu-1', true],
  ] as const)('"%s" of %s: %s', (message, id, is) => {
    expect(isOf(message, id)).toBe(is);
  });
});

const told = async (message: string) => {
  const found = await answer(understand(message, library.names), message, null, '2026-11-24', library, search);
  return found.kind === 'answer' ? { outcome: found.composed.outcome, text: found.composed.text } : found;
};

test.each([
  'năm 2034 mục tiêu 2 đặt chỉ tiêu gì về lao động nữ',
  'đến 2040 tỷ lệ nữ giám đốc doanh nghiệp là mấy phần trăm',
])('a year that nothing is set for: "%s"', async (message) => {
  expect(await told(message)).toMatchObject({ outcome: 'decline', text: expect.stringMatching(/^Mình không có số/) });
});

test.each([
  ['năm 2021 kế hoạch bình đẳng giới tốn bao nhiêu tiền', 'không ghi riêng từng năm'],
  ['năm 2027 tổng kinh phí thực hiện kế hoạch là bao nhiêu tiền', 'không ghi riêng từng năm'],
  ['Sở Y tế được chia bao nhiêu triệu trong kinh phí kế hoạch 224', 'không ghi mỗi nơi được bao nhiêu tiền'],
  ['trung ương đã cấp bao nhiêu tiền cho kế hoạch', 'đã chi bao nhiêu thì mình không có số'],
  ['năm 2029 lương cơ sở tăng lên bao nhiêu', 'Mình không có số của năm bạn hỏi'],
  ['hội liên hiệp phụ nữ tỉnh có mấy nhân viên', 'Con số bạn hỏi thì mình chưa có'],
  ['mỗi nạn nhân bị bán trở về được phát bao nhiêu tiền mặt theo kế hoạch', 'Số tiền cụ thể thì mình chưa có'],
  ['trong tiền của địa phương thì mỗi huyện bỏ ra mấy đồng', 'mỗi nơi được bao nhiêu tiền'],
  ['ai ký kế hoạch của xã tôi', 'không có kế hoạch riêng của nơi bạn hỏi'],
  ['so với Hà Giang thì Lào Cai đặt chỉ tiêu nữ lãnh đạo cao hơn không', 'Số của tỉnh khác thì mình không có'],
])('"%s" gets what is near, and what is missing', async (message, missing) => {
  expect(await told(message)).toMatchObject({ outcome: 'decline', text: expect.stringContaining(missing) });
});

test.each([
  ['mỗi xã một năm chỉ cần 4 tin bài đúng không', 'Chưa đúng: kế hoạch tính theo từng quý, không phải theo năm.'],
  ['chỉ tiêu tỷ số sinh 109 là của năm 2025 mà sao ghi 112', 'Chưa đúng: con số đó là mốc năm 2030.'],
  ['60 % lãnh đạo phải là nữ đúng không', 'Kế hoạch có con số này, nhưng cần hiểu cho đúng.'],
  ['kế hoạch ghi 2025 phải có 60% lãnh đạo là phụ nữ đúng không', 'Kế hoạch có con số này, nhưng cần hiểu cho đúng.'],
  ['sếp nữ ở cơ quan nhà nước năm 2025 là 60% đúng không', 'Kế hoạch có con số này, nhưng cần hiểu cho đúng.'],
  ['nạn nhân bị mua bán trở về chỉ 80 % được hỗ trợ phải không', 'Con số bạn nêu không khớp'],
])('a false premise is set right: "%s"', async (message, said) => {
  expect(await told(message)).toMatchObject({ outcome: 'answer', text: expect.stringContaining(said) });
});

test('the plan says nothing of one commune', async () => {
  const said = await told('chỉ tiêu nữ lãnh đạo của xã Bản Hồ là bao nhiêu');
  expect(said).toMatchObject({ outcome: 'decline', text: expect.stringContaining('không ghi riêng') });
  expect(await told('em ở xã Bản Hồ, cho hỏi chỉ tiêu nữ lãnh đạo')).toMatchObject({ outcome: 'answer' });
});
