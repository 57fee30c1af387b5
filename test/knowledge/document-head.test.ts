import { describe, expect, test } from 'vitest';
import { actNumbers, tidyNumber, toldNumber } from '../../src/knowledge/documents/structure/act-number.ts';
import { readAbout } from '../../src/knowledge/documents/structure/head.ts';
import { splitLegalText } from '../../src/knowledge/documents/structure/split.ts';
import { changed, decree } from '../documents/decree.ts';

const about = (lines: string[]) => readAbout(splitLegalText(lines, false));
const rest = ['Điều 1. Ong', 'Có.', 'Điều 2. Hiệu lực', 'Luật này có hiệu lực từ ngày 01 tháng 7 năm 2025.'];

test('a decree tells its number, name, maker and days', () => {
  expect(about(decree)).toEqual({
    number: '999/2025/NĐ-CP',
    kind: 'Nghị định',
    title: 'Nghị định quy định về nuôi ong rừng',
    issuer: 'Chính phủ',
    issued: '2025-02-01',
    inForceFrom: '2025-03-15',
    replaces: ['998/2020/NĐ-CP'],
    consolidated: false,
  });
});

test('the number of another act in a title in capitals is written as acts are numbered', () => {
  const title = (words: string) => {
    const name = 'QUY ĐỊNH VỀ NUÔI ONG RỪNG';
    expect(decree.filter((line) => line.includes(name))).toHaveLength(1);
    return about(decree.map((line) => line.replace(name, words))).title;
  };
  expect(title('SỬA ĐỔI NGHỊ ĐỊNH SỐ 998/2020/NĐ-CP VỀ ONG')).toBe(
    'Nghị định sửa đổi Nghị định số 998/2020/NĐ-CP về ong',
  );
  expect(title('BÃI BỎ QUYẾT ĐỊNH SỐ 12/2020/QĐ-TTG')).toBe('Nghị định bãi bỏ Quyết định số 12/2020/QĐ-TTg');
});

test('a law tells when it was passed at its end', () => {
  const lines = [
    'QUỐC HỘI ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ---------------',
    'Luật số: 99/2025/QH15',
    'LUẬT',
    'ONG RỪNG VIỆT NAM',
    'Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;',
    'Quốc hội ban hành Luật Ong rừng Việt Nam.',
    ...rest,
    'Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XX, kỳ họp thứ 1 thông qua ngày 16 tháng 5 năm 2025.',
  ];
  expect(about(lines)).toMatchObject({
    number: '99/2025/QH15',
    title: 'Luật Ong rừng Việt Nam',
    issuer: 'Quốc hội',
    issued: '2025-05-16',
    inForceFrom: '2025-07-01',
  });
});

test('a head in one row of a table is read', () => {
  const lines = [
    'ỦY BAN NHÂN DÂN TỈNH BAN MAI ------- Số: 12/2025/QĐ-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ------- Ban Mai, ngày 3 tháng 2 năm 2025',
    'QUYẾT ĐỊNH',
    'Ban hành quy định về nuôi ong',
    'ỦY BAN NHÂN DÂN TỈNH BAN MAI',
    'Căn cứ Luật Ong rừng;',
    'QUYẾT ĐỊNH:',
    'Điều 1. Ban hành quy định về nuôi ong.',
    'Điều 2. Quyết định này có hiệu lực kể từ ngày ký.',
  ];
  expect(about(lines)).toMatchObject({
    number: '12/2025/QĐ-UBND',
    title: 'Quyết định ban hành quy định về nuôi ong',
    issuer: 'Ủy ban nhân dân tỉnh Ban Mai',
    issued: '2025-02-03',
    inForceFrom: '2025-02-03',
  });
});

test('a circular names the ministry that made it', () => {
  const lines = [
    'BỘ CÔNG AN',
    'Số: 5/2025/TT-BCA',
    'THÔNG TƯ',
    'Quy định về ong nghiệp vụ',
    'Căn cứ Luật Ong;',
    ...rest,
  ];
  expect(about(lines)).toMatchObject({ issuer: 'Bộ Công an', title: 'Thông tư quy định về ong nghiệp vụ' });
});

test('a consolidated text is cited by the number of the act it gathers', () => {
  const lines = [
    'VĂN PHÒNG QUỐC HỘI',
    'Số: 14/VBHN-VPQH | Hà Nội, ngày 09 tháng 9 năm 2025',
    'LUẬT',
    'ONG RỪNG',
    'Luật Ong rừng số 99/2010/QH12 ngày 29 tháng 11 năm 2010 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 7 năm 2011, được sửa đổi, bổ sung bởi:',
    'Luật số 5/2025/QH15 ngày 01 tháng 02 năm 2025 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 3 năm 2025.',
    'Điều 1. Ong',
    'Có.',
  ];
  expect(about(lines)).toMatchObject({
    number: '99/2010/QH12',
    title: 'Luật Ong rừng',
    issued: '2010-11-29',
    inForceFrom: '2011-07-01',
    consolidated: true,
  });
});

test('what is not said is not made up', () => {
  expect(about(['Điều 1. Ong', 'Có.'])).toMatchObject({
    number: null,
    title: null,
    issuer: null,
    issued: null,
    inForceFrom: null,
  });
  expect(
    about(
      changed({
        'Số: 999/2025/NĐ-CP | Hà Nội, ngày 01 tháng 02 năm 2025':
          'Số:     /2025/NĐ-CP | Hà Nội, ngày      tháng      năm 2025',
      }),
    ),
  ).toMatchObject({
    number: null,
    issued: null,
  });
});

test('the number of another act is not taken for its own', () => {
  expect(about(changed({ 'Số: 999/2025/NĐ-CP | Hà Nội, ngày 01 tháng 02 năm 2025': null }))).toMatchObject({
    number: null,
  });
});

test('a day that does not exist is no day', () => {
  const lines = changed({
    'Số: 999/2025/NĐ-CP | Hà Nội, ngày 01 tháng 02 năm 2025': 'Số: 999/2025/NĐ-CP | Hà Nội, ngày 31 tháng 02 năm 2025',
  });
  expect(about(lines).issued).toBeNull();
});

describe('numbers of acts', () => {
  test.each([
    ['Số: 76 / 2026 / NÐ - CP', '76/2026/NĐ-CP'],
    ['Luật số: 13/2022/QH15', '13/2022/QH15'],
    ['Số 8/2024/qd-ttg', '8/2024/QĐ-TTg'],
    ['Số: 224/KH-UBND', '224/KH-UBND'],
    ['Số: 01/2025/NQ-HĐND', '01/2025/NQ-HĐND'],
  ])('"%s" is %s', (line, number) => expect(toldNumber(line)).toBe(number));

  test.each(['Số: ', 'số 12 ngày 3/4/2025', 'một số điều', '1/2', 'số 5/6'])('"%s" has none', (line) =>
    expect(toldNumber(line) ?? tidyNumber(line)).toBeNull(),
  );

  test('all of a sentence are found', () =>
    expect(actNumbers('Thay thế Nghị định số 1/2020/NĐ-CP và Nghị định số 2/2021/NĐ-CP.')).toEqual([
      '1/2020/NĐ-CP',
      '2/2021/NĐ-CP',
    ]));
});
