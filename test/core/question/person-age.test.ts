import { expect, test } from 'vitest';
import { birthIn } from '../../../src/core/question/birth.ts';
import { personAge } from '../../../src/core/question/person-age.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const asked = (message: string) => understand(message, library.names);
const today = '2026-11-27';

test('the day of a wedding is no day of birth', () => {
  const question = asked('em cưới ngày 20 tháng 11 năm 2026, anh ấy sinh cuối tháng 12 năm 2006, đủ tuổi chưa');
  expect(birthIn(question.words)).toEqual({ year: 2006, month: 12 });
  expect(personAge(question, today)).toMatchObject({ from: 238, to: 239, sex: 'male' });
});

test('a day of birth is read where no word for it stands', () => {
  expect(birthIn(asked('nữ, 10/5/1970, bao giờ nghỉ hưu').words)).toEqual({ year: 1970, month: 5 });
});

test('a parent who says something is not whoever is so old, nor is a boyfriend', () => {
  expect(personAge(asked('em 19 tuổi, mẹ em bảo chưa cưới được'), today)?.sex).toBeNull();
  expect(personAge(asked('em 19 tuổi, bạn trai em chưa muốn cưới'), today)?.sex).toBeNull();
  // Control: whoever is named is.
  expect(personAge(asked('con gái 17 tuổi cưới được chưa'), today)?.sex).toBe('female');
});
