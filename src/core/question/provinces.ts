import { fold } from '../vietnamese/fold.ts';
import type { Token } from '../vietnamese/normalise.ts';

/** Provinces and cities by name, before and after the mergers of 2025. */
const written =
  'An Giang,Bà Rịa,Vũng Tàu,Bắc Giang,Bắc Kạn,Bạc Liêu,Bắc Ninh,Bến Tre,Bình Định,Bình Dương,Bình Phước,Bình Thuận,Cà Mau,' +
  'Cần Thơ,Cao Bằng,Đà Nẵng,Đắk Lắk,Đắk Nông,Điện Biên,Đồng Nai,Đồng Tháp,Gia Lai,Hà Giang,Hà Nam,Hà Nội,Hà Tĩnh,Hải Dương,' +
  'Hải Phòng,Hậu Giang,Hòa Bình,Hồ Chí Minh,Sài Gòn,Hưng Yên,Khánh Hòa,Kiên Giang,Kon Tum,Lai Châu,Lâm Đồng,Lạng Sơn,Lào Cai,' +
  'Long An,Nam Định,Nghệ An,Ninh Bình,Ninh Thuận,Phú Thọ,Phú Yên,Quảng Bình,Quảng Nam,Quảng Ngãi,Quảng Ninh,Quảng Trị,' +
  'Sóc Trăng,Sơn La,Tây Ninh,Thái Bình,Thái Nguyên,Thanh Hóa,Thừa Thiên Huế,Tiền Giang,Trà Vinh,Tuyên Quang,Vĩnh Long,' +
  'Vĩnh Phúc,Yên Bái';
const names = written.split(',').map((name) => ({
  name,
  raw: name.toLocaleLowerCase('vi').split(' '),
  folded: fold(name).split(' '),
}));

/** These are everyday words too: they count after a word for a province only. */
const everyday =
  /^(?:dien bien|hoa binh|thai binh|binh (?:dinh|thuan|duong)|phu tho|can tho|an giang|hai (?:duong|phong)|ha nam|long an|thanh hoa|dong nai|gia lai|ben tre|kien giang)$/;
const marker = /^(?:tinh|pho|tp|o|tai|cua|ngoai|duoi|tren)$/;

/** The provinces a message names, as written in full; `home` are not among them. */
export function otherProvinces(words: Token[], home: readonly string[]): string[] {
  const here = new Set(home.map(fold));
  return names
    .filter(({ name, raw, folded }) => !here.has(fold(name)) && words.some((_, at) => standsAt(words, at, raw, folded)))
    .map(({ name }) => name);
}

/** Positions of the words that name a province: they say where, not what. */
export function provinceWords(words: Token[]): Set<number> {
  const found = new Set<number>();
  words.forEach((_, at) => {
    for (const { raw, folded } of names)
      if (standsAt(words, at, raw, folded)) for (let offset = 0; offset < raw.length; offset++) found.add(at + offset);
  });
  return found;
}

function standsAt(words: Token[], at: number, raw: string[], folded: string[]): boolean {
  if (!folded.every((part, offset) => words[at + offset]?.folded === part)) return false;
  const typed = words.slice(at, at + raw.length);
  const marked = typed.some((word) => word.raw !== word.folded);
  if (marked && !typed.every((word, offset) => word.raw.normalize('NFC') === raw[offset]?.normalize('NFC')))
    return false;
  return !everyday.test(folded.join(' ')) || marker.test(words[at - 1]?.folded ?? '');
}
