import { describe, expect, test } from 'vitest';
import { asksStep, asksWhichMore } from '../../../src/core/answer/target-sums.ts';
import { asksOf } from '../../../src/core/question/asks.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { answer } from '../../../src/turn/answer.ts';
import { library, search } from '../../fakes.ts';

const told = async (message: string) => {
  const found = await answer(understand(message, library.names), message, null, '2026-11-24', library, search);
  return found.kind === 'answer' ? { outcome: found.composed.outcome, text: found.composed.text } : found;
};

test.each([
  ['2030 tru 2025 con lai may diem', true],
  ['tu 2025 sang 2030 tang them bao nhieu diem phan tram', true],
  ['nam 2030 la bao nhieu phan tram', false],
])('"%s" asks for the step: %s', (folded, asks) => {
  expect(asksStep({ folded, asks: asksOf(folded) })).toBe(asks);
});

test.each([
  ['cap nao phai tang nhieu hon', true],
  ['chi tieu nao giam nhanh hon', true],
  ['cap nao phai bao cao', false],
])('"%s" sets two steps beside each other: %s', (folded, asks) => {
  expect(asksWhichMore(folded)).toBe(asks);
});

describe('sums over the targets are shown, from figures of the plan alone', () => {
  test.each([
    ['chỉ tiêu nữ tiến sỹ 2025 với 2030 của tỉnh chênh nhau bao nhiêu', '35 - 30 = 5 điểm phần trăm'],
    ['người gây bạo lực được tư vấn: 2030 trừ 2025 còn mấy điểm', '70 - 50 = 20 điểm phần trăm'],
    ['trẻ chưa thành niên đẻ con giảm mấy ca so với lúc đầu', '6 - 4 = 2 ca sinh/1.000 phụ nữ'],
    ['mẹ chết lúc đẻ từ 2025 đến 2030 giảm bao nhiêu', '50 - 45 = 5 trên 100.000 trẻ sinh sống'],
    ['mỗi quý 4 tin, thế loa xã cả năm tối thiểu mấy tin', 'Cả năm ít nhất: 4 quý × 4 = 16 tin, bài.'],
    ['đàn ông làm việc nhà 2 tiếng thì theo mục tiêu 2025 phụ nữ làm mấy tiếng', 'Mốc 2025: 2 giờ × 1,6 = 3,2 giờ.'],
    ['theo chi tieu 2030, neu dan ong lam viec nha 3 gio thi phu nu lam may gio', 'Mốc 2030: 3 giờ × 1,3 = 3,9 giờ.'],
    ['nửa năm xã phải có mấy tin bài về bình đẳng giới', 'Nửa năm ít nhất: 2 quý × 4 = 8 tin, bài.'],
    ['trẻ dân tộc học xong tiểu học với cấp 2, cấp nào phải tăng nhiều hơn, hơn mấy điểm', '4 - 3 = 1 điểm phần trăm'],
    ['năm 2030 tỉ lệ trẻ dân tộc học xong tiểu học cao hơn xong cấp 2 mấy phần trăm', '99 - 93 = 6 điểm phần trăm'],
    ['tre dan toc hoc het cap 2 nam 2030 cao hon nam 2025 may phan tram', '93 - 90 = 3 điểm phần trăm'],
  ])('"%s": %s', async (message, sum) => {
    expect(await told(message)).toMatchObject({ outcome: 'answer', text: expect.stringContaining(sum) });
  });
});

describe('sums over the money of the plan', () => {
  test.each([
    [
      'trung ương xin 9 tỉ rưỡi, địa phương lo 7 tỉ mấy, cộng hai khoản ấy là bao nhiêu triệu',
      '7.479 + 9.512 = 16.991',
    ],
    ['tiền huy động nguồn khác cộng ngân sách địa phương được tổng bao nhiêu triệu', '7.479 + 1.177 = 8.656'],
    ['tổng tiền cần cho cả 10 năm là bao nhiêu, và xin trung ương bao nhiêu trong đó', '18.168'],
    ['tiền làm kế hoạch trừ phần ngân sách địa phương ra thì còn lại mấy triệu', '18.168 - 7.479 = 10.689'],
    ['kinh phí gđ 1 với gđ 2 của kế hoạch lần lượt là bao nhiêu', '8.658'],
  ])('"%s": %s', async (message, sum) => {
    expect(await told(message)).toMatchObject({ outcome: 'answer', text: expect.stringContaining(sum) });
  });
});

test.each([
  ['mỗi quý 1 xã phải có mấy tin về bình đẳng giới', '4 tin, bài'],
  ['cơ sở trợ giúp xã hội công lập phải chống bạo lực giới hết hay chỉ một số', '100 %'],
])('the unit that is wanted tells which figure of a target: "%s"', async (message, said) => {
  expect(await told(message)).toMatchObject({ text: expect.stringContaining(said) });
});

test('the figure and who answers for it, in one breath', async () => {
  const said = await told('chỉ tiêu nữ lãnh đạo năm 2025 là bao nhiêu, và sở nào phải báo cáo chỉ tiêu đó');
  expect(said).toMatchObject({ text: expect.stringMatching(/60 %[\s\S]*Sở Nội vụ/) });
});
