import { describe, expect, test } from 'vitest';
import { answerCommune } from '../../src/core/answer/commune.ts';
import { bareName, type Commune, districtsOf, type Gazetteer } from '../../src/core/communes.ts';
import { understand } from '../../src/core/question/understand.ts';
import { fold } from '../../src/core/vietnamese/fold.ts';
import { library } from '../fakes.ts';

const gazetteer = library.knowledge.communes as Gazetteer;
const { map } = gazetteer;
const answerTo = (message: string, topic: string | null = null) =>
  answerCommune(
    understand(message, library.names),
    topic === null ? null : { passages: [topic], shown: 0, offered: [] },
    gazetteer,
  )?.text ?? null;

describe('the map', () => {
  test('has the 89 communes and 10 wards of today', () => {
    const count = (kind: string) => map.communes.filter((one) => one.kind === kind).length;
    expect([count('xã'), count('phường'), new Set(map.communes.map((one) => one.code)).size]).toEqual([89, 10, 99]);
  });

  test('holds every unit of the old provinces once', () => {
    const old = (area: string) =>
      map.communes.filter((one) => one.area === area).reduce((sum, one) => sum + Math.max(1, one.parts.length), 0);
    expect([old('Lào Cai'), old('Yên Bái')]).toEqual([151, 168]);
  });

  test.each([
    ['thành phố Lào Cai', 17, 4],
    ['thị xã Sa Pa', 16, 6],
    ['huyện Bát Xát', 21, 7],
    ['huyện Mường Khương', 16, 4],
    ['huyện Si Ma Cai', 10, 2],
    ['huyện Bắc Hà', 18, 6],
    ['huyện Bảo Thắng', 14, 5],
    ['huyện Bảo Yên', 17, 6],
    ['huyện Văn Bàn', 22, 8],
  ])('%s had %i units and has %i today', (district, before, today) => {
    const own = map.communes.filter((one) => one.home === district);
    const parts = map.communes.flatMap((one) => one.parts).filter((one) => one.district === district).length;
    expect([parts + own.filter((one) => one.parts.length === 0).length, own.length]).toEqual([before, today]);
  });
});

const parts = map.communes.flatMap((one) =>
  one.parts.map((part): [string, string, Commune] => [`${part.kind} ${part.name}`, part.district, one]),
);

test.each(parts)('%s of %s is found with and without diacritics', (name, district, commune) => {
  for (const asked of [`${name} giờ thuộc xã nào`, fold(`${name} ${district} gio thuoc xa nao`)]) {
    const answer = answerTo(asked);
    expect(answer).toContain(`${commune.kind} ${commune.name}`.slice(1));
    expect(answer).toContain('1/7/2025');
  }
});

test.each(districtsOf(map))('%s is no more, and its communes are named', (district) => {
  const answer = answerTo(`${district} giờ gồm những xã nào`) ?? '';
  for (const one of map.communes.filter((each) => each.home === district)) expect(answer).toContain(one.name);
  expect(answer).toContain(`không còn ${district}`);
});

test('a name that stood in two districts is answered for both, or for the one meant', () => {
  expect(answerTo('xã Thanh Bình nay thuộc xã nào')).toMatch(/Mường Khương[\s\S]*Bản Hồ/);
  const meant = answerTo('xã Thanh Bình thị xã Sa Pa nay thuộc xã nào');
  expect(meant).toContain('Bản Hồ');
  expect(meant).not.toContain('Mường Khương');
});

test('diacritics tell apart what folds alike', () => {
  expect(answerTo('xã Nậm Chảy giờ thuộc xã nào')).not.toContain('Văn Bàn');
  expect(answerTo('xa nam chay gio thuoc xa nao')).toMatch(/Mường Khương[\s\S]*Văn Bàn/);
});

test('the old district and the new commune of one name are both told', () => {
  expect(answerTo('Bắc Hà giờ là xã gì')).toMatch(/Xã Bắc Hà[\s\S]*không còn huyện Bắc Hà/);
  expect(answerTo('huyện Bắc Hà còn không')).not.toContain('thị trấn Bắc Hà,');
});

test('a premise is confirmed or denied', () => {
  expect(answerTo('xã Hòa Mạc có phải thuộc xã Văn Bàn không')).toMatch(/^Đúng vậy\./);
  expect(answerTo('xã Hòa Mạc thuộc xã Y Tý đúng không')).toMatch(/^Không phải\./);
});

test('other spellings are understood', () => {
  expect(answerTo('xã Nàn Xín nay là xã nào')).toContain('Sín Chéng');
  expect(answerTo('thi tran phong hai gio thuoc xa nao')).toContain('Phong Hải');
});

test.each([
  ['huyện Văn Chấn giờ gồm xã nào', 'Gia Hội'],
  ['Sa Pa còn là thị xã không', 'không còn thị xã Sa Pa'],
  ['sapa gio thuoc tinh nao', 'Sa Pa'],
  ['TP Lào Cai giờ còn không', 'không còn thành phố Lào Cai'],
  [
    'trước khi đi làm xa nhà em ở Bản Phiệt huyện Bảo Thắng, giờ làm giấy tờ thì Bản Phiệt nhập vô đâu',
    'phường Lào Cai',
  ],
])('%s', (asked, told) => expect(answerTo(asked)).toContain(told));

test('a short follow-up stays on the map', () => {
  expect(answerTo('thế xã Tả Van?', 'don-vi-03006')).toContain('Mường Hoa');
  expect(answerTo('thế xã Tả Van?')).toBeNull();
});

test.each([
  'trung tâm công tác xã hội giờ thuộc sở nào',
  'trung tâm giờ ở đâu',
  'hạnh phúc gia đình là gì',
  'Lào Cai sáp nhập với tỉnh nào',
  'tỉnh Lào Cai có bao nhiêu xã',
  'sau sáp nhập xã Bản Vược ai làm chủ tịch',
  'trụ sở xã Bản Vược ở đâu',
  'sau sáp nhập em muốn gặp cán bộ thì trụ sở xã Bản Vược ở đâu',
  'em ở xã Bản Vược bị chồng đánh thì báo ai',
  'sở lao động sáp nhập vào sở nào',
])('"%s" is no question about a unit', (message) => expect(answerTo(message)).toBeNull());

test('every unit that is told of stands in a passage that holds the words', () => {
  for (const district of districtsOf(map))
    expect(library.knowledge.passages.get(`don-vi-${fold(district).replaceAll(' ', '-')}`)?.text).toContain(
      bareName(district),
    );
  for (const one of map.communes) expect(library.knowledge.passages.has(`don-vi-${one.code}`)).toBe(true);
});
