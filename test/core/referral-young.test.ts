import { expect, test } from 'vitest';
import { bareWords } from '../../src/core/decide.ts';
import { impliesUnder16 } from '../../src/core/referral/young.ts';

const young = (text: string) => impliesUnder16(bareWords(text), 2026);

test.each([
  'em 14 tuổi',
  'em năm nay 15 tuổi ạ',
  'cháu mới 12 tuổi',
  'con được 9 tuổi rồi',
  'mình 13t',
  '15 tuổi',
  'dạ 14 tuổi ạ',
  'em học lớp 7',
  'em đang học lớp 9 trường bản',
  'lớp 8',
  'cháu học sinh lớp 6',
  'em sinh năm 2012',
  'em chưa đủ 16 tuổi',
  'cháu học cấp 2',
  'em đang học thcs',
  'em mười bốn tuổi',
  'cháu học lớp bảy',
  'em mới 15',
  'em là con gái 14 tuổi',
  'tối qua bố đánh, em 13 tuổi, em sợ',
])('"%s" is said by a child', (text) => expect(young(text)).toBe(true));

test.each([
  'tôi 36 tuổi',
  'em 16 tuổi',
  'con em 10 tuổi',
  'con gái tôi 12 tuổi',
  'cháu tôi 14 tuổi bị bố đánh',
  'hai đứa con 5 tuổi và 8 tuổi',
  'từ năm em 12 tuổi em đã khổ',
  'hồi em 14 tuổi bị gả',
  'con em học lớp 7',
  'em trai em 13 tuổi',
  'em sinh năm 1990',
  'con em sinh năm 2015',
  'em dạy lớp 7',
  'dưới 16 năm kinh nghiệm',
  'cưới được 14 năm',
  'em lấy chồng năm 19 tuổi',
  'hoa mận',
  'em có 2 con',
  'em dạy lớp một',
  'mười năm nay em khổ',
  'cô giáo của con em dạy lớp 5',
  'em mới cưới được 2 tháng',
])('"%s" is not', (text) => expect(young(text)).toBe(false));
