import { describe, expect, test } from 'vitest';
import { normalise } from '../../../src/core/vietnamese/normalise.ts';

const clean = (text: string) => normalise(text).clean;
const words = (text: string) => normalise(text).tokens.map((token) => token.raw);

describe('what must change', () => {
  test.each([
    ['tone placement', 'hoà khoẻ thuỷ Uỷ ban UỶ BAN hoạ', 'hòa khỏe thủy Ủy ban ỦY BAN họa'],
    ['tones on the wrong letter', 'cuả giưã qúa nghiã nhaỷ ngọai', 'của giữa quá nghĩa nhảy ngoại'],
    ['torn tone marks', 'đo ̣ c luâ ̣ t, qua ́', 'đọc luật, quá'],
    ['drawn-out letters', 'đươcccc rồi chị ơiiii, quáaaa điii', 'được rồi chị ơi, quá đi'],
    ['a drawn-out cry for help without diacritics', 'cuuuuu toi voi', 'cuu toi voi'],
    ['a drawn-out cry for help', 'cứuuuuu', 'cứu'],
    ['spaced letters of one word', 'g i ú p tôi', 'giúp tôi'],
    ['spaced letters of two words', 'b ạ o l ự c', 'bạo lực'],
    ['dotted letters', 'nó đ.á.n.h em', 'nó đánh em'],
    ['Telex, one sure word', 'nó ddanhs em', 'nó đánh em'],
    ['Telex, a sentence', 'bajo luwcj gia ddinhf laf gif', 'bạo lực gia đình là gì'],
    ['Telex with capitals', 'Tooi bij CHOONGF ddanhs', 'Tôi bị CHỒNG đánh'],
    ['Telex of weak signs side by side', 'luaats laf gif', 'luất là gì'],
    ['Telex after a half-written word', 'đươcj khoong', 'được không'],
    ['VNI, a digit inside', 'bao5 lu7c5 gia d9inh2', 'bạo lực gia đình'],
    ['VNI, digits at the end', 'toi6 bi5 chong62 danh1', 'tôi bị chồng dánh'],
    ['mojibake of code page 1252', 'bÃ¬nh Ä‘áº³ng giá»›i', 'bình đẳng giới'],
    ['mojibake whose no-break space became a blank', 'luáº­t lÃ  gÃ¬, thÃ nh viÃªn', 'luật là gì, thành viên'],
    ['mojibake twice over', 'bÃƒÂ¬nh Ã„â€˜Ã¡ÂºÂ³ng', 'bình đẳng'],
    ['a lost byte', 'ngÆ°á»i dÃ¢n', 'người dân'],
    ['Cyrillic look-alikes', 'bạо lựс giа đình', 'bạo lực gia đình'],
    ['full width', 'Ｂạo lực １２', 'Bạo lực 12'],
    ['mathematical letters', '𝐛𝐚𝐨 𝐥𝐮𝐜', 'bao luc'],
    ['zero-width and bidi characters', 'đ\u200bá\u200dn\u2060h\u202e \ufeffem', 'đánh em'],
    ['strike through', 'đ\u0336á\u0336n\u0336h\u0336', 'đánh'],
    ['lone surrogates and replacement characters', 'a\ud800b\udc00 c\ufffd', 'ab c'],
    ['blanks of all kinds', '  a\u00a0\t\n b\u3000c ', 'a b c'],
  ])('%s', (_what, typed, expected) => {
    expect(clean(typed)).toBe(expected);
  });
});

describe('what must stay', () => {
  test.each([
    'quý quỳ hoàn loét của thuở khuỷu xoài tuyết rượu nghĩa giữa gìn giếng quốc',
    'cas has mix taxi visa sofa hero best list car bus gas yes no room moon teen',
    'how can you help my sister, is this the best way',
    'xin chao toi muon hoi ve luat phong chong bao luc gia dinh',
    'cuu toi voi, luu y, cuu tro, huu ich, buu dien',
    'cứu tôi với, lưu ý, hữu ích, bưu điện, về hưu',
    'kkk hmm BTTTT 05/2023/TT-BTTTT www.abc.vn III VIII call app boss xoong',
    'lớp 5 lop5 dieu25 to1 xa2 covid19 h2o co2 qh15 k12 a1',
    '1000 111 100.000 60% 18.168 30/11 0912345678 2021-2025',
    '13/2022/QH15 282/2025/NĐ-CP 224/KH-UBND',
    'TÔI ĐÃ\u00a0BỊ ĐÁNH'.replace('\u00a0', ' '),
    'điểm a b c d khoản 1',
    'A B C D E',
    'Москва là thủ đô',
    'kính gửi Sở LĐ-TB&XH 😢👍',
    "người H'Mông, Y Tý, Si Ma Cai, Đắk Lắk, Sa Pa",
    'trẻem',
  ])('%s', (typed) => {
    expect(clean(typed)).toBe(typed);
  });

  test('capitals before a no-break space are no mojibake', () => {
    expect(clean('TÔI ĐÃ\u00a0BỊ ĐÁNH')).toBe('TÔI ĐÃ BỊ ĐÁNH');
  });
});

test('numbers, acts and shares stay one token', () => {
  const typed =
    'Điều 25: 60 % hoặc 60%, 1,6 lần, 100.000đ, 25/11, 13/2022/QH15, 282/2025/NĐ-CP và 224/KH-UBND (2021-2025).';
  expect(words(typed)).toEqual(
    'điều 25 60% hoặc 60% 1,6 lần 100.000đ 25/11 13/2022/qh15 282/2025/nđ-cp và 224/kh-ubnd 2021 2025'.split(' '),
  );
});

test('punctuation, missing blanks and glued numbers do not hide words', () => {
  expect(words('2030,các xã;18tuổi/năm 90ngày điều25 2k25 5tr/tháng')).toEqual(
    '2030 các xã 18 tuổi năm 90 ngày điều 25 2k25 5tr tháng'.split(' '),
  );
});

test('tokens say where they stand and what they fold to', () => {
  const { clean: text, tokens } = normalise('  Chồng\u200b ĐÁNH 60 % ');
  expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(['Chồng', 'ĐÁNH', '60 %']);
  expect(tokens.map((token) => token.folded)).toEqual(['chong', 'danh', '60%']);
});

test('marked counts the tokens with Vietnamese diacritics', () => {
  expect(normalise('chồng đánh em 60%').marked).toBe(2);
  expect(normalise('chong danh em').marked).toBe(0);
  expect(normalise('Привет мир').marked).toBe(0);
});

test('a long message is cut at a code point and says so', () => {
  const long = normalise('😀'.repeat(30), { maxChars: 10 });
  expect(long.clean).toBe('😀'.repeat(10));
  expect(long.truncated).toBe(true);
  expect(normalise('ngắn').truncated).toBe(false);
  expect([...normalise('chữ '.repeat(2_000)).clean].length).toBeLessThanOrEqual(2_000);
  expect(normalise(`${'\u200b'.repeat(5_000)}ngắn`)).toMatchObject({ clean: 'ngắn', truncated: false });
});

test('nothing in, nothing out', () => {
  for (const empty of ['', '  ', '\u200b', '\ud800'])
    expect(normalise(empty)).toMatchObject({ clean: '', tokens: [], marked: 0 });
  expect(normalise('😢😢 !!!').tokens).toEqual([]);
});
