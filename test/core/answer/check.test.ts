import { expect, test } from 'vitest';
import { checkedFigures } from '../../../src/core/answer/check.ts';
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

test('the age of a person is no claim', () => {
  const say = library.places.get('102/2016/QH13')?.get('Điều 1')?.[0]?.say;
  expect(told('102/2016/QH13', 'Điều 1', '17 tuổi có phải trẻ em không')).toBe(say);
});
