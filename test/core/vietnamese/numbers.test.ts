import { expect, test } from 'vitest';
import { expand } from '../../../src/core/vietnamese/expand.ts';
import { normalise } from '../../../src/core/vietnamese/normalise.ts';
import { readNumbers } from '../../../src/core/vietnamese/numbers.ts';

const read = (text: string) =>
  readNumbers(expand(normalise(text).tokens)).map(
    ({ value, unit, kind }) => `${Math.round(value * 1000) / 1000} ${unit ?? '-'} ${kind}`,
  );

test.each<[string, ...string[]]>([
  ['60%', '60 % number'],
  ['dưới 30 %', '30 % number'],
  ['60 phần trăm', '60 % number'],
  ['60 phan tram', '60 % number'],
  ['1,6 lần', '1.6 lần number'],
  ['18.168 triệu đồng', '18168 triệu number'],
  ['18 tỷ 168 triệu', '18168 triệu number'],
  ['mười tám tỷ một trăm sáu mươi tám triệu', '18168 triệu number'],
  ['năm triệu rưỡi', '5.5 triệu number'],
  ['lương 9 triệu 6', '9.6 triệu number'],
  ['luong 9 trieu 6. ngay nghi tinh sao', '9.6 triệu number'],
  ['9 triệu 6 tháng', '9 triệu number', '6 tháng number'],
  ['5tr', '5 triệu number'],
  ['2tr5', '2.5 triệu number'],
  ['60k', '60 nghìn number'],
  ['100.000 trẻ', '100000 - number'],
  ['năm 2030', '2030 - year'],
  ['2k25', '2025 - year'],
  ['đến năm 30 đạt 60%', '2030 - year', '60 % number'],
  ['hai nghìn không trăm ba mươi', '2030 - year'],
  ['hai nghin khong tram ba muoi', '2030 - year'],
  ['hai nghìn không trăm hai lăm', '2025 - year'],
  ['hai không ba không', '2030 - year'],
  ['30/11', '1130 - date'],
  ['25/11/2026', '1125 - date'],
  ['ngày 30 tháng 11 năm 2025', '1130 - date', '2025 - year'],
  ['lễ 2/9', '902 - date'],
  ['tháng 11', '1100 - date'],
  ['tháng mười', '1000 - date'],
  ['2/3 dân số', '0.667 - share'],
  ['hai phần ba', '0.667 - share'],
  ['một nửa', '0.5 - share'],
  ['mot phan tu', '0.25 - share'],
  ['sáu mươi phần trăm', '60 % number'],
  ['sau muoi phan tram', '60 % number'],
  ['sau muoi', '60 - number'],
  ['bảy mươi lăm phần trăm', '75 % number'],
  ['mười tám tuổi', '18 tuổi number'],
  ['muoi tam tuoi', '18 tuổi number'],
  ['vợ 18t', '18 tuổi number'],
  ['nam 30 tuoi', '30 tuổi number'],
  ['ck danh e sau muoi lan', '60 lần number'],
  ['phạt tù 3 năm', '3 năm number'],
  ['ba mươi năm', '30 năm number'],
  ['60 ngày, 12 tháng', '60 ngày number', '12 tháng number'],
  ['chỉ tiêu 2 năm 2025', '2 - number', '2025 - year'],
  ['giai đoạn 2021-2025', '2021 - year', '2025 - year'],
  ['có sáu mục tiêu', '6 - number'],
  ['một trăm linh năm', '105 - number'],
  ['6 ca/1.000 phụ nữ', '6 - number', '1000 - number'],
])('%s', (typed, ...expected) => {
  expect(read(typed)).toEqual(expected);
});

test.each([
  'ba tôi đánh mẹ tôi',
  'hai vợ chồng',
  'sau khi cuoi, nam gioi, tu van, bay gio',
  'từ năm nay một năm một lần',
  'không năm nào',
  'bao nhiêu phần trăm',
  'bao nhieu phan tram',
  'tỷ lệ nữ',
  'tot hon nua, cho mot ti, ba xa em',
  'luật 13/2022/QH15 và 282/2025/NĐ-CP',
  'gọi 0912345678 hoặc 0912.345.678',
])('no number in: %s', (typed) => {
  expect(read(typed)).toEqual([]);
});

test('mentions name the tokens they cover', () => {
  expect(readNumbers(normalise('đạt sáu mươi phần trăm năm 2030').tokens)).toEqual([
    { value: 60, unit: '%', kind: 'number', from: 1, to: 5 },
    { value: 2030, unit: null, kind: 'year', from: 6, to: 7 },
  ]);
});
