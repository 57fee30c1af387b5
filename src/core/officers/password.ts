/** Shortest password that is taken. Length is what makes one hard to guess; no signs are demanded. */
export const leastChars = 12;
export const mostChars = 200;

/** Why a password is too easy, as the officer reads it; `null` when it may be used. */
export function weakness(password: string, name: string): string | null {
  const said = password.normalize('NFKC');
  const chars = [...said];
  if (chars.length < leastChars)
    return `Mật khẩu cần ít nhất ${leastChars} ký tự. Nên dùng bốn, năm từ không liên quan nhau.`;
  if (chars.length > mostChars) return `Mật khẩu dài nhất ${mostChars} ký tự.`;
  if (new Set(chars).size < 6) return 'Mật khẩu lặp lại quá ít ký tự. Chọn mật khẩu khác.';
  const plain = said.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (plain.includes(name.replace(/[.-]/g, ''))) return 'Mật khẩu không được chứa tên đăng nhập.';
  if (easy.test(plain)) return 'Mật khẩu này nhiều người dùng, dễ đoán. Chọn mật khẩu khác.';
  return null;
}

/** What is left of passwords that everybody tries first. */
const easy = new RegExp(
  `^(?:${['matkhau', 'mậtkhẩu', 'password', 'passw0rd', 'qwertyuiop', 'hoaban', 'laocai', 'làocai', 'admin', 'quantri', 'canbo', 'cánbộ', 'abc', 'qwerty', 'iloveyou', 'anhyeuem', 'emyeuanh'].join('|')})*[\\d]*$`,
  'u',
);
