import { describe, expect, test } from 'vitest';
import { checkedAmount, checkedFigures } from '../../../src/core/answer/check.ts';
import { asItStands } from '../../../src/core/answer/composed.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

function told(document: string, locator: string, message: string): string {
  const passage = library.places.get(document)?.get(locator)?.[0];
  if (!passage) throw new Error(`no passage at ${locator}`);
  return checkedFigures(asItStands(passage), passage, understand(message, library.names)).text;
}

test('a figure claimed alike for men and women is set right where they differ', () => {
  expect(told('52/2014/QH13', 'Điều 8', 'nam nữ kết hôn đều từ 18 tuổi đúng không')).toMatch(
    /^Không đúng, hai bên khác nhau\./,
  );
});

test('only figures of the unit claimed count', () => {
  expect(told('13/2022/QH15', 'Điều 26', 'tòa cấm tiếp xúc 6 tháng đúng không')).toMatch(/^Con số bạn nêu không khớp/);
});

test('how long somebody is with child is no claim', () => {
  const say = library.places.get('13/2022/QH15')?.get('Điều 26')?.[0]?.say;
  expect(told('13/2022/QH15', 'Điều 26', 'em bầu 5 tháng, tòa cấm tiếp xúc được đúng không')).toBe(say);
});

test('the age of a person is no claim', () => {
  const say = library.places.get('102/2016/QH13')?.get('Điều 1')?.[0]?.say;
  expect(told('102/2016/QH13', 'Điều 1', '17 tuổi có phải trẻ em không')).toBe(say);
});

/** What a yes/no question about an amount is told first. */
function amountTold(id: string, message: string): string {
  const passage = library.knowledge.passages.get(id);
  if (!passage) throw new Error(`no passage ${id}`);
  return checkedAmount(asItStands(passage), passage, understand(message, library.names)).text;
}

describe('a sum claimed of an amount', () => {
  test.each([
    ['phat-danh-dap-nguoi-nha', 'mức phạt đánh vợ là 5 đến 10 triệu đúng không', /^Đúng vậy\./],
    ['phat-danh-dap-nguoi-nha', 'danh vo phat 10 trieu dung khong', /^Đúng vậy\./],
    ['phat-danh-dap-nguoi-nha', 'mức phạt đánh vợ là 5 đến 20 triệu đúng không', /^Con số bạn nêu không khớp/],
    ['muc-luong-co-so', 'lương cơ sở 2,53 triệu đúng không', /^Đúng vậy\./],
    ['muc-luong-co-so', 'lương cơ sở 2.530.000 đồng đúng không', /^Đúng vậy\./],
  ])('%s: "%s"', (id, message, said) => {
    expect(amountTold(id, message)).toMatch(said);
  });

  test('is never found in the day since when a rule holds', () => {
    const passage = library.knowledge.passages.get('phat-danh-dap-nguoi-nha');
    expect(passage?.inForceFrom).toBe('2025-12-15');
    expect(amountTold('phat-danh-dap-nguoi-nha', 'đánh vợ phạt 15 triệu đúng không')).toMatch(
      /^Con số bạn nêu không khớp/,
    );
    expect(amountTold('phat-danh-dap-nguoi-nha', 'đánh vợ phạt 12 triệu đúng không')).toMatch(
      /^Con số bạn nêu không khớp/,
    );
  });
});

test('the age of a child is no sum or term claimed of a limit', () => {
  const limit = [...library.knowledge.passages.values()].find(
    ({ facts, document, locator }) =>
      facts.kind === 'limit' && document === '52/2014/QH13' && locator.startsWith('Điều 51'),
  );
  if (!limit) throw new Error('no limit on who may ask for a divorce');
  const question = understand('vợ đẻ con 5 tháng, chồng nộp đơn ly hôn được chứ nhỉ', library.names);
  expect(checkedAmount(asItStands(limit), limit, question).text).toBe(limit.say);
});

test('the same number of another unit is not what a limit names', () => {
  const limit = library.knowledge.passages.get('han-cam-tiep-xuc-o-toa');
  if (!limit) throw new Error('no limit on orders of a court');
  const toldOf = (message: string) => checkedAmount(asItStands(limit), limit, understand(message, library.names)).text;
  expect(toldOf('lệnh cấm tiếp xúc của tòa chỉ có 4 ngày phải không')).toMatch(/^Con số bạn nêu không khớp/);
  expect(toldOf('lệnh cấm tiếp xúc của tòa 4 tháng đúng không')).toMatch(/^Đúng vậy\./);
});

test('a polite end of a question for an amount claims none of what is told before it', () => {
  const limit = library.knowledge.passages.get('han-cam-tiep-xuc-o-toa');
  if (!limit) throw new Error('no limit on orders of a court');
  const question = understand('em mới làm tư pháp xã được hai tháng, tòa cấm tiếp xúc được bao lâu ạ', library.names);
  expect(checkedAmount(asItStands(limit), limit, question).text).toBe(limit.say);
});
