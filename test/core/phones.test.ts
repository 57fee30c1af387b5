import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dialled, phoneNumbersIn, unknownPhones } from '../../src/core/phones.ts';
import { loadServices } from '../../src/knowledge/services.ts';
import { content, library, replies } from '../fakes.ts';

const directory = loadServices(content.get('knowledge/services.yaml') ?? '');
const day = '2026-11-25';

test('what the directory shows that day passes, all else does not', () => {
  expect(unknownPhones('Gọi 113, 111 hoặc 1900 96 96 80, 18001768', directory, day)).toEqual([]);
  expect(unknownPhones('Gọi 1800 1136', directory, day)).toEqual(['18001136']);
  expect(unknownPhones('Gọi 1900 96 96 80', directory, '2027-11-25')).toEqual(['1900969680']);
});

test('none of the wrong numbers that circulate passes, however it is written', () => {
  const separator = fc.constantFrom('', ' ', '.', '-');
  const wrong = directory.neverShown.flatMap((one) => one.numbers).map(dialled);
  fc.assert(
    fc.property(fc.constantFrom(...wrong), fc.array(separator, { minLength: 12, maxLength: 12 }), (number, gaps) => {
      const written = [...number].map((digit, at) => `${at > 0 && at % 2 === 0 ? gaps[at] : ''}${digit}`).join('');
      expect(unknownPhones(`Bạn gọi ${written} nhé`, directory, day)).not.toEqual([]);
    }),
  );
});

test('a mobile or land-line number is found wherever it stands', () => {
  const words = fc.constantFrom('Liên hệ', 'bạn nhé', 'ở xã', 'Điều 5', 'năm 2025,', 'phạt 5 triệu đồng.', '(công an)');
  const number = fc.tuple(fc.constantFrom('03', '05', '07', '08', '09'), fc.integer({ min: 1e7, max: 99999999 }));
  const shape = fc.constantFrom(
    (one: string) => one,
    (one: string) => `${one.slice(0, 4)} ${one.slice(4, 7)} ${one.slice(7)}`,
    (one: string) => `${one.slice(0, 3)}.${one.slice(3, 6)}.${one.slice(6)}`,
    (one: string) => `+84 ${one.slice(1)}`,
  );
  fc.assert(
    fc.property(fc.array(words), number, shape, fc.array(words), (front, [head, tail], write, back) => {
      const one = `${head}${tail}`;
      expect(phoneNumbersIn([...front, write(one), ...back].join(' '))).toContain(one);
    }),
  );
});

test('law text never looks like a phone', () => {
  const year = fc.integer({ min: 1945, max: 2045 });
  const piece = fc.oneof(
    fc.tuple(fc.integer({ min: 1, max: 400 }), year).map(([n, y]) => `Nghị định ${n}/${y}/NĐ-CP`),
    fc.tuple(fc.integer({ min: 1, max: 400 }), year).map(([n, y]) => `Luật số ${n}/${y}/QH15`),
    fc.integer({ min: 1, max: 700 }).map((n) => `Điều ${n} khoản 2`),
    fc.integer({ min: 1, max: 5000 }).map((n) => `${n * 10_000} đồng`),
    fc.integer({ min: 1, max: 999 }).map((n) => `${n}.500.000 đồng`),
    year.map((y) => `năm ${y}`),
    year.map((y) => `giai đoạn ${y}-${y + 5}`),
    fc.integer({ min: 1, max: 999 }).map((n) => `${n} người`),
    fc.integer({ min: 1, max: 28 }).map((n) => `ngày ${String(n).padStart(2, '0')}/12/2025`),
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
      expect(phoneNumbersIn(pieces.join(', '))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('the reviewed knowledge and the fixed replies carry no number that the directory does not show', () => {
  for (const passage of library.knowledge.passages.values())
    for (const text of [passage.title, passage.say, passage.more ?? ''])
      expect(unknownPhones(text, directory, day), passage.id).toEqual([]);
  for (const id of replies.ids)
    expect(unknownPhones(replies.get(id, { topics: '' }).bubbles.join('\n'), directory, day), id).toEqual([]);
});
