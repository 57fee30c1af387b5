import fc from 'fast-check';

/** Any UTF-16 code units, lone surrogates included. */
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
  .map((codes) => String.fromCharCode(...codes));

/** What Vietnamese is typed and broken with: letters, tone keys, other scripts' look-alikes, marks, invisible signs. */
const crumbs =
  'chồng vợ em anh nó đánh đe dọa giết bỏ nhà tiền luật điều khoản chỉ tiêu mục tiêu bao nhiêu tuổi kết hôn là gì ở đâu không chưa được bị có phạt ko k dc ck vk e a mn ng j zậy ntn rùi hok bt sdt bạo lực gia đình xâm hại con gái bé 13 15t 2030 2025 60% 113 111 0912345678 1900.1234 20tr 3,5 1/7/2025 30-4 224/KH-UBND 13/2022/QH15 Điều25 Ã ¬ á» › Ä ‘ º ƒ dd aa oo w s j f 5 6 7 ̣ ̃ ́ а о с ｂ 𝐚 1️⃣ １１３ \u200b \u202e \ud83d 😭 🙏 \ufffd \u00a0 \u00ad \u0000 <b> " \' ( [ { % / \\ | ? ! … ... — , ; : \n \t'.split(
    ' ',
  );
const pieces = fc
  .array(fc.tuple(fc.constantFrom(...crumbs), fc.constantFrom('', ' ', ' ', '  ', '\n')), { maxLength: 40 })
  .map((parts) => parts.flat().join(''));

/** Words as people write them, in any order: mostly sense-free, always readable. */
const words = fc
  .array(fc.constantFrom(...crumbs.filter((one) => /^\p{L}+$/u.test(one))), { minLength: 1, maxLength: 25 })
  .map((parts) => parts.join(' '));

const long = fc
  .tuple(pieces, fc.integer({ min: 1, max: 200 }))
  .map(([piece, times]) => piece.repeat(times).slice(0, 9_000));

/** Everything that may come in as text. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: pieces },
  { weight: 2, arbitrary: words },
  { weight: 1, arbitrary: units },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);

/** The same, and now and then very long. */
export const anyText: fc.Arbitrary<string> = fc.oneof({ weight: 20, arbitrary: text }, { weight: 1, arbitrary: long });

/** Readable words that tell nothing of harm: what a cry may be planted in. */
export const smalltalk: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      'hôm nay trời đẹp',
      'cả nhà đi chợ phiên mua rau',
      'mai họp thôn',
      'lúa năm nay được mùa',
      'cho em hỏi chút',
      'dạ vâng ạ',
      'xe hỏng giữa đường',
      '123 456',
      'asdf qwer',
      '😀',
      'ok',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('. '));

/** Anything JSON can hold, with long strings and deep nesting. */
export const json: fc.Arbitrary<unknown> = fc.jsonValue({ maxDepth: 4 });

/** Bytes as they may come to a door: JSON, nearly JSON, and no JSON at all. */
export function bodies(likely: fc.Arbitrary<unknown>): fc.Arbitrary<Uint8Array> {
  const written = fc
    .oneof({ weight: 6, arbitrary: likely }, { weight: 1, arbitrary: json })
    .map((one) => JSON.stringify(one) ?? '');
  const torn = fc
    .tuple(written, fc.nat(400), fc.nat(3))
    .map(([one, at, gone]) => one.slice(0, at) + one.slice(at + gone));
  return fc.oneof(
    { weight: 6, arbitrary: written.map((one) => new TextEncoder().encode(one)) },
    { weight: 2, arbitrary: torn.map((one) => new TextEncoder().encode(one)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  );
}
