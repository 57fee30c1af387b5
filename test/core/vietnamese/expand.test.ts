import { expect, test } from 'vitest';
import { expand } from '../../../src/core/vietnamese/expand.ts';
import { normalise } from '../../../src/core/vietnamese/normalise.ts';
import { readings, teencode } from '../../../src/core/vietnamese/teencode.ts';

const read = (text: string) =>
  expand(normalise(text).tokens)
    .map((token) => token.raw)
    .join(' ');

test.each([
  ['ck đánh vk ko đc', 'chồng đánh vợ không được'],
  ['ck e đánh e lm s', 'chồng em đánh em làm sao'],
  ['bn ơi cho hỏi phạt bn tiền', 'bạn ơi cho hỏi phạt bao nhiêu tiền'],
  ['bh thì nộp báo cáo', 'bao giờ thì nộp báo cáo'],
  ['han nop bh', 'han nop bao giờ'],
  ['bh em phải lm ntn', 'bây giờ em phải làm như thế nào'],
  ['bh xã hội', 'bảo hiểm xã hội'],
  ['lương đóng bh bình quân', 'lương đóng bảo hiểm bình quân'],
  ['đánh vợ phạt nhiêu', 'đánh vợ phạt bao nhiêu'],
  ['phạt bao nhiêu', 'phạt bao nhiêu'],
  ['lđ nữ', 'lao động nữ'],
  ['luật bđg là j z', 'luật bình đẳng giới là gì vậy'],
  ['blgd, blgđ, pn', 'bạo lực gia đình bạo lực gia đình phụ nữ'],
  ['hội lhpn và hpn', 'hội liên hiệp phụ nữ và hội phụ nữ'],
  ['mk cx iu ng ta wa r', 'mình cũng yêu người ta quá rồi'],
  ['tks bn nha, thui', 'cảm ơn bao nhiêu nha thôi'],
  ['vs nc trc đt', 'với nước trước điện thoại'],
  ['500 k, 5 tr, k biết', '500 nghìn 5 triệu không biết'],
  ['hong biet, phải hong', 'không biet phải không'],
  ['0 biết', 'không biết'],
  ['bao nhiêu %', 'bao nhiêu phần trăm'],
  ['chồg fải wên zợ', 'chồng phải quên vợ'],
  ['mt 3 ct 2, nđ 282/2025/nđ-cp, kh 224', 'mục tiêu 3 chỉ tiêu 2 nghị định 282/2025/nđ-cp kế hoạch 224'],
  ['sdt hpn', 'số điện thoại hội phụ nữ'],
])('%s → %s', (typed, expected) => {
  expect(read(typed)).toBe(expected);
});

test.each([
  'điểm k khoản 1',
  'các điểm a b c d đ e và g',
  'mục v 1',
  'ubnd sldtbxh lđtbxh hđnd',
  'sở gd đt',
  'sông hong chi hong',
  'kkkk',
  'không được chồng vợ gì vậy',
  'toi muon hoi ve luat',
  'đi ca đêm ở công ty',
  'zồi záy',
])('%s stays', (typed) => {
  expect(read(typed)).toBe(typed);
});

test('what a short form becomes keeps its place in the text', () => {
  const tokens = expand(normalise('chào bđg').tokens);
  expect(tokens.map(({ raw, folded, start, end }) => [raw, folded, start, end])).toEqual([
    ['chào', 'chao', 0, 4],
    ['bình', 'binh', 5, 8],
    ['đẳng', 'dang', 5, 8],
    ['giới', 'gioi', 5, 8],
  ]);
});

test('no full form contains a short form, so expanding twice is expanding once', () => {
  const full = [...teencode.values(), ...[...readings.values()].flat().flatMap((way) => way.full ?? [])];
  for (const one of full) for (const word of one.split(' ')) expect(teencode.has(word), word).toBe(false);
});

test('a form stands in one table only', () => {
  for (const short of teencode.keys()) expect(readings.has(short), short).toBe(false);
});
