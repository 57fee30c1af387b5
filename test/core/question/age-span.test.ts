import { expect, test } from 'vitest';
import { ageSpanIn, ageTold, isOfAge } from '../../../src/core/question/age-span.ts';
import { ordinalIn } from '../../../src/core/question/ordinal.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const told = (message: string) => ageTold(understand(message, library.names));

test('an age lies in the span a title speaks of, or it does not', () => {
  const rape = ageSpanIn('toi hiep dam nguoi duoi 16 tuoi');
  expect(isOfAge(rape, told('nạn nhân 14 tuổi thì'))).toBe(true);
  expect(isOfAge(rape, told('còn 17 tuổi'))).toBe(false);
  expect(isOfAge(ageSpanIn('toi giao cau voi nguoi tu du 13 tuoi den duoi 16 tuoi'), told('bé 12 tuổi'))).toBe(false);
});

test("a child's age is not the mother's", () => {
  const small = ageSpanIn('con duoi 36 thang tuoi');
  expect(isOfAge(small, told('vậy con 8 tuổi thì sao'))).toBe(false);
  expect(isOfAge(small, told('con 20 tháng thì sao'))).toBe(true);
  expect(isOfAge(small, told('tôi 30 tuổi'))).toBeNull();
});

test('an age below a limit is just below it', () => {
  expect(isOfAge(ageSpanIn('toi hiep dam nguoi duoi 16 tuoi'), told('nạn nhân dưới 16 tuổi thì sao'))).toBe(true);
});

test('two ages tell of nobody in particular', () => {
  expect(told('bạn trai 19 tuổi, bạn gái 15 tuổi')).toBeNull();
});

test('ordinals of what was listed', () => {
  expect(ordinalIn('cai dau tien noi gi')).toBe(1);
  expect(ordinalIn('con cai thu hai')).toBe(2);
  expect(ordinalIn('chi tieu cuoi cung la gi')).toBe('last');
  expect(ordinalIn('cai tiep theo')).toBe('next');
  expect(ordinalIn('sinh con thu hai')).toBe(2);
  expect(ordinalIn('muc phat bao nhieu')).toBeNull();
});

test('between two, the younger is who a rule protects, and both may be under age', () => {
  const sex = ageSpanIn('toi giao cau voi nguoi tu du 13 tuoi den duoi 16 tuoi');
  const both = ageSpanIn('hai dua deu duoi 18 tuoi quan he tu nguyen');
  const grown = told('trai 20 ngủ với gái 14 tự nguyện');
  expect([isOfAge(sex, grown), isOfAge(both, grown)]).toEqual([true, false]);
  const young = told('bạn 17 tuổi quan hệ với bạn 15 tuổi');
  expect([isOfAge(sex, young), isOfAge(both, young)]).toEqual([null, true]);
});
