import { expect, test } from 'vitest';
import { agedFor } from '../../../src/core/answer/age-met.ts';
import { asItStands } from '../../../src/core/answer/composed.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

function told(document: string, locator: string, message: string): string {
  const passage = library.places.get(document)?.get(locator)?.[0];
  if (!passage) throw new Error(`no passage at ${locator}`);
  return agedFor(asItStands(passage), understand(message, library.names), '2026-11-24', library.knowledge).text;
}

test.each([
  ['52/2014/QH13', 'Điều 8', 'con trai 19 tuổi lấy vợ được chưa', /^Chưa đủ tuổi kết hôn\./],
  ['52/2014/QH13', 'Điều 8', 'con gai 19 tuoi lay chong duoc chua', /^Đủ tuổi kết hôn\./],
  ['52/2014/QH13', 'Điều 8', 'em 16 tuổi cưới được không', /^Chưa đủ tuổi kết hôn\./],
  ['52/2014/QH13', 'Điều 8', '19 tuổi cưới được chưa', /^Nam chưa đủ tuổi kết hôn; nữ đủ tuổi kết hôn\./],
  ['52/2014/QH13', 'Điều 8', 'nam sinh ngày 20/3/2008 khi nào được kết hôn', /20\/3\/2008 \+ 20 năm = 20\/3\/2028/],
  ['52/2014/QH13', 'Điều 8', 'nữ sinh tháng 5/2009 kết hôn được chưa', /^Chưa đủ tuổi kết hôn\./],
  ['102/2016/QH13', 'Điều 1', '17 tuổi có phải trẻ em không', /^Không còn là trẻ em/],
  ['52/2014/QH13', 'Điều 81 khoản 3', 'con tôi 20 tháng, ly hôn ai nuôi', /^Con dưới 36 tháng tuổi/],
  ['52/2014/QH13', 'Điều 51 khoản 3', 'con gần 1 tuổi chồng xin ly hôn được không', /^Con dưới 12 tháng tuổi/],
  ['52/2014/QH13', 'Điều 8', 'con gái sắp tròn 18 tuổi lấy chồng được chưa', /^Chưa đủ tuổi kết hôn\./],
  ['52/2014/QH13', 'Điều 81 khoản 2', 'con 8 tuổi, ly hôn có hỏi ý con không', /^Con đã đủ 7 tuổi/],
  [
    '52/2014/QH13',
    'Điều 8',
    'em sinh ngày 20/12/2006, vợ sắp cưới hơn em một tuổi, cưới ngày 5/12/2026 đã đủ tuổi chưa',
    /^Chưa đủ tuổi kết hôn\. .*20\/12\/2026/,
  ],
  [
    '52/2014/QH13',
    'Điều 8',
    'em trai sinh ngày 20/11/2006, cưới ngày 5/12/2026 đã đủ tuổi kết hôn chưa',
    /^Đủ tuổi kết hôn\./,
  ],
  ['52/2014/QH13', 'Điều 51 khoản 3', 'vợ sinh con 5 tháng chồng xin ly hôn được không', /^Con dưới 12 tháng tuổi/],
])('%s %s: "%s"', (document, locator, message, said) => {
  expect(told(document, locator, message)).toMatch(said);
});

test.each([
  ['52/2014/QH13', 'Điều 8', 'kết hôn từ 18 tuổi đúng không'],
  ['52/2014/QH13', 'Điều 8', 'nam sinh năm 2006 kết hôn được chưa'],
  ['52/2014/QH13', 'Điều 8', 'trai 22 tuổi cưới gái 17 tuổi được không'],
  ['52/2014/QH13', 'Điều 8', 'cưới con gái 15 tuổi phạt bao nhiêu tiền'],
  ['52/2014/QH13', 'Điều 81 khoản 3', 'con 5 tuổi ly hôn ai nuôi'],
])('%s %s: nothing certain follows from "%s"', (document, locator, message) => {
  expect(told(document, locator, message)).toBe(library.places.get(document)?.get(locator)?.[0]?.say);
});
