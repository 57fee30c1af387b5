import { describe, expect, test } from 'vitest';
import { asItStands } from '../../../src/core/answer/composed.ts';
import { withFact } from '../../../src/core/answer/fit.ts';
import { holdsFact } from '../../../src/core/answer/holds-fact.ts';
import type { Passage } from '../../../src/core/passage.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { wantedFact } from '../../../src/core/question/wanted.ts';
import { library } from '../../fakes.ts';

describe('the kind of fact a question wants', () => {
  test.each([
    ['đánh vợ phạt bao nhiêu', 'fine'],
    ['muc phat ngoai tinh', 'fine'],
    ['hiếp dâm bị tù mấy năm', 'prison'],
    ['nộp đơn trong bao lâu', 'duration'],
    ['cấm tiếp xúc mấy ngày', 'duration'],
    ['bao nhiêu tuổi được kết hôn', 'age'],
    ['toa cam nuoi con tu may nam den may nam', 'duration'],
    ['toi nay di tu may nam', 'prison'],
    ['đóng án phí bao nhiêu', 'money'],
    ['có mất tiền không', 'money'],
    ['số điện thoại công an xã', 'phone'],
    ['phải cách xa bao nhiêu mét', 'distance'],
    ['phòng rộng bao nhiêu m2', 'area'],
    ['nước mình tham gia công ước năm nào', 'year'],
    ['câu lạc bộ sinh hoạt thứ mấy', 'weekday'],
    ['số máy bàn bao nhiêu', 'phone'],
    ['bị tạm giữ tối đa mấy tiếng', 'hours'],
    ['xã phải trả lời trong mấy giờ', 'hours'],
    ['tinh duoc cap bao nhieu ty', 'money'],
    ['chia cho huyện mấy trăm triệu', 'money'],
    ['trụ sở ở đường nào, phường nào', 'address'],
  ] as const)('"%s": %s', (message, wanted) => {
    expect(wantedFact(understand(message, library.names).folded)).toBe(wanted);
  });

  test.each([
    'gây bạo lực mấy lần mà chưa tới mức phạt thì bị góp ý',
    'vụ bạo lực đã tới mức phạt thì tổ hòa giải có được hòa giải không',
    'được trợ giúp pháp lý không mất tiền không',
    'lúc nghỉ đẻ mấy tháng đó có bị mất thời gian đóng bảo hiểm không',
  ])('"%s" wants none', (message) => {
    expect(wantedFact(understand(message, library.names).folded)).toBeNull();
  });

  test.each(['năm nào cũng phải họp à', 'lần thứ mấy thì bị phạt nặng', 'từ tháng thứ mấy được về sớm'])(
    '"%s" asks for no year and no weekday',
    (message) => {
      expect(['year', 'weekday']).not.toContain(wantedFact(understand(message, library.names).folded));
    },
  );

  test.each([
    'nộp tạm ứng án phí trong mấy ngày',
    'tỷ lệ nữ tiến sĩ bao nhiêu',
    'ai quyết định',
    'mỗi quý phải phát mấy tin',
  ])('"%s" wants none of them as money', (message) => {
    expect(wantedFact(understand(message, library.names).folded)).not.toBe('money');
  });
});

test.each([
  ['phạt tiền 5–10 triệu đồng', 'fine', true],
  ['bị xử phạt hành chính', 'fine', false],
  ['tù 2–7 năm', 'prison', true],
  ['trong 12 giờ', 'duration', true],
  ['gửi đơn đến Ủy ban nhân dân xã', 'duration', false],
  ['bị tạm giữ. Báo ngay công an', 'hours', false],
  ['trong 12 giờ', 'hours', true],
  ['gọi 111 hoặc 113', 'phone', true],
  ['mỗi người ít nhất 6 m2', 'area', true],
  ['phòng sạch, kín đáo', 'area', false],
  ['Luật có hiệu lực từ 01/7/2026', 'year', true],
  ['Nhà nước tham gia điều ước quốc tế', 'year', false],
  ['tiếp công dân thứ năm hằng tuần', 'weekday', true],
  ['có 85 câu lạc bộ', 'weekday', false],
  ['Luật 13/2022/QH15, Điều 19', 'phone', false],
] as const)('"%s" holds a %s: %s', (text, wanted, holds) => {
  expect(holdsFact(text, wanted)).toBe(holds);
});

const passage: Passage = {
  id: 'p',
  document: 'd',
  locator: 'Điều 1',
  title: 'Nộp đơn xin tạm lánh',
  text: 'Nộp đơn xin tạm lánh ở xã. Xã trả lời đơn xin tạm lánh trong 12 giờ.',
  say: 'Nộp đơn xin tạm lánh ở xã.',
  more: null,
  ask: [],
  inForceFrom: '2020-01-01',
  inForceTo: null,
  cites: [{ document: 'd', locator: 'Điều 1' }],
  related: [],
  facts: { kind: 'article', article: 1 },
};

test('the fact asked for is taken from the longer text', () => {
  const question = understand('xã trả lời đơn xin tạm lánh trong bao lâu', library.names);
  const composed = withFact(asItStands(passage), passage, question);
  expect(composed).toMatchObject({ text: 'Xã trả lời đơn xin tạm lánh trong 12 giờ.', outcome: 'answer' });
});

test('a fact that is not there is said to be missing', () => {
  const question = understand('nộp đơn xin tạm lánh mất bao nhiêu tiền', library.names);
  const composed = withFact(asItStands(passage), passage, question);
  expect(composed.outcome).toBe('decline');
  expect(composed.text).toMatch(/^Số tiền cụ thể thì mình chưa có\./);
});
