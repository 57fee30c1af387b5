import { expect, test } from 'vitest';
import { answerInheritance } from '../../../src/core/answer/inheritance.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const ask = (message: string) => answerInheritance(understand(message, library.names), library.knowledge);

test.each([
  [
    'mẹ mất không di chúc, phần của mẹ 240 triệu, ông bà ngoại mất rồi, còn bố với ba đứa con, mỗi người mấy triệu',
    '240 : 4 = 60',
  ],
  ['bo chet de lai 600tr, me con song voi 2 con trai 1 con gai, chia ra moi nguoi may cu', '600 : 4 = 150'],
  ['bố mẹ mất để lại 900 triệu không có di chúc, 3 anh em mỗi người được bao nhiêu', '900 : 3 = 300'],
  ['vợ mất để lại 120 triệu tiền riêng, còn tôi, một đứa con và bố mẹ vợ, mỗi người được mấy', '120 : 4 = 30'],
  [
    'ông nội mất không giấy tờ gì, bà nội còn sống, có 5 người con, 600 triệu chia mỗi người bao nhiêu',
    '600 : 6 = 100',
  ],
  ['me mat de lai 100 trieu bo va 2 con moi nguoi bao nhieu tien', '100 : 3 ≈ 33,33'],
])('"%s": %s', (message, sum) => {
  const answer = ask(message);
  expect(answer?.text).toContain(`${sum} triệu đồng mỗi người`);
  expect(answer?.cites).toEqual([{ document: '91/2015/QH13', locator: 'Điều 651' }]);
});

test('parents of whom nothing is told may yet be among the heirs', () => {
  expect(ask('bố mất để lại 90 triệu cho mẹ và 2 con, mỗi người bao nhiêu')?.text).toContain(
    'Nếu cha mẹ của người mất',
  );
  expect(ask('bố mất để lại 90 triệu, ông bà nội đã mất, còn mẹ và 2 con, mỗi người bao nhiêu')?.text).not.toContain(
    'Nếu',
  );
});

test.each([
  'bố mất có di chúc để hết 300 triệu cho con trai, mẹ và 2 con gái được bao nhiêu',
  'chồng tôi mất, tài sản chung hai vợ chồng 800 triệu, nhà có 3 con, chia thế nào mỗi người bao nhiêu',
  'ông nội mất để lại 300 triệu cho bà và 2 con, bố em mất trước ông thì mỗi người được bao nhiêu',
  'ly hôn chia tài sản 500 triệu mỗi người được bao nhiêu',
  'bố mất để lại 300 triệu thì mỗi người được bao nhiêu',
])('"%s" is left to others', (message) => {
  expect(ask(message)).toBeNull();
});

test('what a will leaves to nobody is at least two thirds of a share of a worth told', () => {
  const least = ask('một suất thừa kế theo luật 90 triệu, di chúc không cho vợ thì vợ được ít nhất bao nhiêu');
  expect(least?.text).toContain('90 × 2 : 3 = 60 triệu đồng');
  expect(least?.cites).toEqual([{ document: '91/2015/QH13', locator: 'Điều 644' }]);
});
