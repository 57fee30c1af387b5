import { describe, expect, test } from 'vitest';
import { answerRetirement } from '../../../src/core/answer/retirement.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const ask = (message: string) => answerRetirement(understand(message, library.names), '2026-11-24', library.knowledge);

describe('when somebody retires', () => {
  test.each([
    ['nữ sinh ngày 10/5/1970 khi nào nghỉ hưu', '5/1970 + 57 năm 4 tháng = 9/2027', 'hết tháng 9/2027'],
    ['chong toi sinh thang 3 nam 1965 bao gio ve huu', '3/1965 + 61 năm 6 tháng = 9/2026', 'tháng 9/2026'],
    ['em nu sn 1980 bao gio nghi huu', '1/1980 + 60 năm = 1/2040', '12/1980 + 60 năm = 12/2040'],
    ['nam sinh tháng 4/1966 nghỉ hưu năm nào', '4/1966 + 62 năm = 4/2028', 'đủ 62 tuổi'],
  ])('"%s" shows the sum', (message, sum, result) => {
    const answer = ask(message);
    expect(answer?.text).toContain(sum);
    expect(answer?.text).toContain(result);
    expect(answer?.cites).toContainEqual({ document: '135/2020/NĐ-CP', locator: 'Điều 4' });
  });

  test('without the month, each run of months with one age is told', () => {
    const text = ask('nam sinh năm 1966 khi nào nghỉ hưu')?.text;
    expect(text).toContain('Sinh tháng 1 đến 3: đủ 61 tuổi 9 tháng');
    expect(text).toContain('Sinh tháng 4 đến 12: đủ 62 tuổi');
  });

  test('without the sex both are told', () => {
    expect(ask('nam 2027 nu nghi huu may tuoi, nam may tuoi')?.text).toMatch(/nam [\s\S]*nữ /);
    expect(ask('sinh 7/1970 bao giờ nghỉ hưu')?.text).toMatch(/Nam sinh[\s\S]*Nữ sinh/);
  });

  test('someone who reached the age before the roadmap is told so', () => {
    expect(ask('nam sinh 2/1958 nghỉ hưu khi nào')?.text).toContain('trước năm 2021');
  });

  test('the age of a year', () => {
    expect(ask('năm nay phụ nữ bao nhiêu tuổi được nghỉ hưu')?.text).toContain('nữ 57 tuổi');
    expect(ask('nam 2030 nu may tuoi nghi huu')?.text).toContain('nữ 58 tuổi 4 tháng');
  });

  test('the ages of two years stand beside each other, the earlier first', () => {
    const text = ask('năm 2024 phụ nữ nghỉ hưu mấy tuổi, năm nay mấy tuổi')?.text;
    expect(text).toMatch(/2024[^\n]*nữ 56 tuổi 4 tháng[\s\S]*2026[^\n]*nữ 57 tuổi/);
    expect(ask('nam nay nam nghi huu may tuoi, sang nam thi sao')?.text).toMatch(/2026[\s\S]*2027/);
  });

  test('the earliest age after hard work, with the sum', () => {
    expect(ask('làm độc hại 15 năm, được nghỉ hưu sớm thì năm nay nữ mấy tuổi nghỉ')?.text).toContain(
      'Nữ, năm 2026: 57 tuổi - 05 tuổi = 52 tuổi.',
    );
    const text = ask('nam 2030 lam nghe nang nhoc nghi huu som nhat luc may tuoi')?.text;
    expect(text).toContain('Nam, năm 2030: 62 tuổi - 05 tuổi = 57 tuổi.');
    expect(text).toContain('Nữ, năm 2030: 58 tuổi 4 tháng - 05 tuổi = 53 tuổi 4 tháng.');
    expect(ask('làm nghề độc hại được nghỉ hưu sớm, bớt được mấy tuổi')).toBeNull();
    expect(ask('suy giảm 70 phần trăm thì mấy tuổi nghỉ hưu sớm')).toBeNull();
  });

  test.each([
    'tôi 30 tuổi, chị cùng ca vừa sinh con, mỗi ngày được nghỉ bao nhiêu phút',
    'cháu tôi 19 tuổi, tôi là giáo viên về hưu, con trai bao nhiêu tuổi thì được cưới',
    'bà tôi 76 tuổi không có lương hưu, mỗi tháng được bao nhiêu',
    'mẹ tôi 76 tuổi nhận hưu trí xã hội mấy trăm',
    'lương hưu của nữ bao nhiêu phần trăm',
    'nghỉ hưu sớm tối đa mấy năm',
    'giấy khai sinh chỉ ghi năm 1969 thì lấy ngày nào để tính tuổi hưu',
    'sinh năm 1990 có được kết hôn không',
  ])('"%s" is left to others', (message) => {
    expect(ask(message)).toBeNull();
  });
});
