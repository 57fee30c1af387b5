/** The code page of TCVN 5712:1993 VN3 ("ABC" fonts such as .VnTime): byte in hexadecimal, then the letter. */
const page =
  'a1Ă a2Â a3Ê a4Ô a5Ơ a6Ư a7Đ a8ă a9â aaê abô acơ adư aeđ b5à b6ả b7ã b8á b9ạ bbằ bcẳ bdẵ beắ c6ặ c7ầ c8ẩ c9ẫ caấ cbậ ' +
  'ccè ceẻ cfẽ d0é d1ẹ d2ề d3ể d4ễ d5ế d6ệ d7ì d8ỉ dcĩ ddí deị dfò e1ỏ e2õ e3ó e4ọ e5ồ e6ổ e7ỗ e8ố e9ộ eaờ ebở ecỡ edớ ' +
  'eeợ efù f1ủ f2ũ f3ú f4ụ f5ừ f6ử f7ữ f8ứ f9ự faỳ fbỷ fcỹ fdý feỵ';
const letters = new Map(
  page.split(' ').map((one) => [String.fromCharCode(Number.parseInt(one.slice(0, 2), 16)), one.slice(2)]),
);
/** Letters and the signs of the code page; some of its "letters" are signs in Unicode ("¸", the soft hyphen). */
const word = /[A-Za-z\u00a1-\u00ff]+/g;

/**
 * Text typed in a TCVN3 font and read as Latin-1, read again: "LuËt" → "Luật". Capitals with a tone have no code of
 * their own (the font drew them), so a word in capitals is made whole: "LUËT" → "LUẬT".
 */
export function readTcvn3(text: string): string {
  return text.replace(word, (typed) => {
    const read = [...typed].map((letter) => letters.get(letter) ?? letter).join('');
    const capitals = typed.replace(/[^A-Za-z]/g, '');
    return capitals.length > 0 && capitals === capitals.toUpperCase() && typed.length > 1
      ? read.toLocaleUpperCase('vi')
      : read;
  });
}
