import { expect, test } from 'vitest';
import { dialled, numbersShownOn, phoneNumbersIn, unknownPhones } from '../../../src/core/phones.ts';
import { directory, service } from './small.ts';

test.each([
  ['Gọi 113 ngay. Bị thương: 115. Trẻ em, bị lừa bán: 111.', ['113', '115', '111']],
  ['113/114/115/111', ['113', '114', '115', '111']],
  ['Ngôi nhà Bình yên 1900 96 96 80, cả ngày đêm', ['1900969680']],
  ['Gọi 1800 1768 24/7 hoặc 1800.8027 24 giờ', ['18001768', '18008027']],
  ['(024) 3333 5599; 096.306.1414 em nhé', ['02433335599', '0963061414']],
  ['từ nước ngoài: +84 981 84 84 84', ['0981848484']],
  ['gọi tổng đài 1022 hoặc 988', ['1022', '988']],
  ['bấm 1-1-8', ['118']],
  ['1️⃣1️⃣3️⃣ và １１８', ['113', '118']],
  ['Gọi 1800 1768. 15 phút sau gọi lại\n113 là công an', ['18001768', '113']],
  ['0 9 6 3 0 6 1 4 1 4', ['0963061414']],
  ['0963\u200b061\u200b414', ['0963061414']],
  ['số máy bàn 3775 9339', ['37759339']],
  ['1800 1768/miễn phí', ['18001768']],
])('%s', (text, numbers) => expect(phoneNumbersIn(text)).toEqual(numbers));

test.each([
  'Luật 13/2022/QH15, Nghị định 282/2025/NĐ-CP, Kế hoạch 224/KH-UBND, Quyết định 114/QĐ-TANDTC',
  'các Điều 111–114, 129, 133 và 115 của Bộ luật',
  'Điều 113 khoản 2 Nghị định 125/2021',
  'phạt 20.000.000 đồng đến 30.000.000 đồng; 1.500.000 đồng; 18168000000 đồng',
  'tổng 18.168 triệu đồng, 1.778.785 người, 13.256,92 km²',
  'giai đoạn 2021-2025, 2026–2030, từ 01/7/2025, ngày 01.07.2025, 2025-12-15',
  '111 bé trai/100 bé gái; 113,5 nam; 50/100.000 trẻ',
  'báo trong 120 ngày, gọi lại sau 180 phút, tổng đài nhận 500 cuộc một ngày',
  'phạt 20.000.000-30.000.000 đồng, từ 1.000.000.000 – 2.000.000.000 đồng',
  'năm 2025 có 99 xã, phường; 151 đơn vị còn 48',
])('no phone: %s', (text) => expect(phoneNumbersIn(text)).toEqual([]));

test('a number is dialled by its digits, from abroad too', () => {
  for (const [written, digits] of [
    ['1900 96-96.80', '1900969680'],
    ['+84 981 84 84 84', '0981848484'],
    [' +84981848484', '0981848484'],
    ['84 981', '84981'],
    ['+1 212', '1212'],
    ['84 981 + 2', '849812'],
    ['+98 184', '98184'],
    ['', ''],
  ] as const)
    expect(dialled(written)).toBe(digits);
});

test('what is shown on a day may be said on it: lines that are not hidden, and the Centre once confirmed', () => {
  const day = '2026-11-20';
  const hidden = service({ number: '1800 1111', mark: 'C' });
  const second = service({ number: '1800 2222', mark: 'B' });
  const known = directory(hidden, second);
  expect(numbersShownOn(known, day)).toEqual(new Set(['113', '115', '111', '18002222']));
  const contact = {
    number: '0214 3888 999',
    address: null,
    hours: null,
    cost: null,
    confirmedOn: day,
    confirmedBy: 'x',
  };
  known.centre = { ...known.centre, contact };
  expect(numbersShownOn(known, day).has('02143888999')).toBe(true);
  expect(unknownPhones('Gọi 113, 1800 1111, 1800 2222 hoặc 0214 3888 999', known, day)).toEqual(['18001111']);
  expect(unknownPhones('Chào bạn', known, day)).toEqual([]);
});

test.each([
  // A day is none, even where digits follow that would make its own a number.
  '01.07.2025 12 nơi',
  '09/12/1999 15 nơi',
  '05-10-2026 30 nơi',
  '03.1.2025 123 nơi',
  '08/09/2030 11 nơi',
  '2025-07-01 12 345 678 nơi',
  '1999-08-09 12 345 678 nơi',
  '2026-03-31 12 345 678 nơi',
  '2026-09-28 12 345 678 nơi',
  '2026-05-10 12 345 678 nơi',
  'gọi 2021-2025',
  'gọi 1945 – 1975',
  'gọi 13,5',
  'gọi 113,25 hay 1,118',
  'tổng đài 12/2022/QH15',
  'gọi 114/QĐ-TANDTC',
])('a day, a span or a decimal is no number to call: %s', (text) => expect(phoneNumbersIn(text)).toEqual([]));

test.each([
  ['Gọi 113/2025', []],
  ['số 02025123456', ['02025123456']],
  ['hotline 1800 1768 24 tiếng', ['18001768']],
  ['hotline 1800 1768   24 giờ', ['18001768']],
  ['hotline 1800 1768 24/ 7', ['18001768']],
  ['hotline 1800 1768 24h', ['18001768']],
  ['hotline 1800 1768 24 hộ', ['1800176824']],
  ['gọi 113 hay 118', ['113', '118']],
  ['gọi 1022', ['1022']],
  ['gọi 10222', []],
])('%s', (text, numbers) => expect(phoneNumbersIn(text)).toEqual(numbers));

test.each([
  // A day, an act or a span that begins within other digits is none.
  ['gọi +84.5.2025.1234', ['0520251234']],
  ['00.10.2026 12', ['0010202612']],
  ['0912345678/2025', ['0912345678']],
  ['0912345678/QĐ', ['0912345678']],
  ['gọi 113/201', ['113', '201']],
  ['gọi 113/A', ['113']],
  ['GỌI 1022 trước; không được thì bấm 988', ['1022', '988']],
  // Eleven digits are the most.
  ['0 9 1 2 3 4 5 6 7 8 9 0', ['09123456789']],
])('%s', (text, numbers) => expect(phoneNumbersIn(text)).toEqual(numbers));

test.each([
  'từ 2025-07-01 12 345 678 nơi',
  '2026-10-01 12 345 678 nơi',
  // All of an act's number belongs to it.
  '5/2020/A0912345678',
  '5/QĐA0912345678',
  'gọi 114/QĐ',
  // What is taken out parts what stands around it.
  '0912 5/2020/A 345678',
  'gọi 1123,5',
  'gọi 1,5113',
  '113 cuộc, 114 Cuộc',
  'gọi 2025 nhé',
  'Chào bạn',
])('no phone: %s', (text) => expect(phoneNumbersIn(text)).toEqual([]));
