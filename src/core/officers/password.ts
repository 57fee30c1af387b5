import { fold } from '../vietnamese/fold.ts';

/** Shortest password that is taken. Length is what makes one hard to guess; no signs are demanded. */
export const leastChars = 12;
export const mostChars = 200;

/**
 * Why a password is too easy, as the officer reads it; `null` when it may be used. `places`: what the places here are
 * called, which everybody would try first.
 */
export function weakness(password: string, name: string, places: readonly string[] = []): string | null {
  const said = password.normalize('NFKC');
  const chars = [...said];
  if (chars.length < leastChars)
    return `Mật khẩu cần ít nhất ${leastChars} ký tự. Nên dùng bốn, năm từ không liên quan nhau.`;
  if (chars.length > mostChars) return `Mật khẩu dài nhất ${mostChars} ký tự.`;
  if (new Set(chars).size < 6) return 'Mật khẩu lặp lại quá ít ký tự. Chọn mật khẩu khác.';
  const plain = said.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (plain.includes(name.replace(/[.-]/g, ''))) return 'Mật khẩu không được chứa tên đăng nhập.';
  if (leftOver([...common, ...places.flatMap(spellings)]).test(plain))
    return 'Mật khẩu này nhiều người dùng, dễ đoán. Chọn mật khẩu khác.';
  return null;
}

/** Words of passwords that everybody tries first. */
const common = [
  ...['matkhau', 'mậtkhẩu', 'password', 'passw0rd', 'qwertyuiop', 'hoaban', 'admin', 'quantri', 'canbo', 'cánbộ'],
  ...['abc', 'qwerty', 'iloveyou', 'anhyeuem', 'emyeuanh'],
];

/** A place as it may be typed into a password. */
function spellings(place: string): string[] {
  const plain = place.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return plain === '' ? [] : [plain, fold(plain)];
}

/** Nothing but easy words and digits. */
function leftOver(words: string[]): RegExp {
  return new RegExp(`^(?:${[...new Set(words)].join('|')})*[\\d]*$`, 'u');
}
