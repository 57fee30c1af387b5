import { expect, test } from 'vitest';
import { spellingOf } from '../../../src/core/vietnamese/spelling.ts';
import { readTcvn3 } from '../../../src/core/vietnamese/tcvn3.ts';

const law =
  'Luật phòng, chống bạo lực gia đình. Điều 1. Phạm vi điều chỉnh; hành vi cố ý; tạm lánh; người bị hại; ở xã.';
const tcvn3 =
  'LuËt phßng, chèng b¹o lùc gia ®×nh. §iÒu 1. Ph¹m vi ®iÒu chØnh; hµnh vi cè ý; t¹m l¸nh; ng\u00adêi bÞ h¹i; ë x·.';
const vni =
  'Luaät phoøng, choáng baïo löïc gia ñình. Ñieàu 1. Phaïm vi ñieàu chænh; haønh vi coá yù; taïm laùnh; ngöôøi bò haïi.';

test.each([
  ['unicode', law],
  ['unicode', law.toUpperCase()],
  ['unicode', `${law.normalize('NFD')} Facebook, Zalo, m², 300.000 đồng`],
  ['tcvn3', tcvn3],
  ['vni', vni],
  ['unmarked', 'Luat phong, chong bao luc gia dinh. Dieu 1. Pham vi dieu chinh'],
  ['unreadable', 'Ƶøŧ ƀåř ǿæ ðþ ƀŧ łđħ ŋøŧ æßð ƀåř ǿæðþ ƀŧłđ ħŋøŧ æßð'],
])('the spelling is %s', (spelling, text) => expect(spellingOf(text)).toBe(spelling));

test('text in a TCVN3 font is read letter by letter', () => expect(readTcvn3(tcvn3)).toBe(law));

test('words in capitals, whose toned letters have no capital in the code page, are made whole', () =>
  expect(readTcvn3('LUËT phßng, chèng B¹O LùC')).toBe('LUẬT phòng, chống BẠO LỰC'));
