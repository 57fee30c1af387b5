import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { codeBytes } from '../../src/dashboard/qr/bytes.ts';
import { qrCode } from '../../src/dashboard/qr/code.ts';
import { correction } from '../../src/dashboard/qr/field.ts';
import { qrSvg } from '../../src/dashboard/qr/svg.ts';

const rows = (text: string) => qrCode(text).map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));

// Each of these was read back by an independent reader (jsQR 1.4.0) when it was made.
const golden: Array<[length: number, size: number, sum: string]> = [
  [1, 21, '95b7e6021e3e6954'],
  [14, 21, '4d25368df4bb073c'],
  [26, 25, '529b53fa1934a284'],
  [42, 29, 'fd8e2dd51c4f7bc7'],
  [62, 33, 'e0eec6586ad3d659'],
  [84, 37, '1723a39285f18696'],
  [90, 41, 'f12a3e44a9b23b93'],
  [106, 41, 'b95a49215c5cc563'],
  [122, 45, '5e1aee6f60d3202c'],
  [152, 49, '541e5b12a806beb4'],
  [180, 53, '32866f1b6b99c8e1'],
];

test.each(golden)('%i characters make a code of %i modules, the very one that was read', (length, size, sum) => {
  const code = rows('otpauth://totp/Hoa%20Ban:lan.ca?secret='.repeat(5).slice(0, length));
  expect(code.length).toBe(size);
  expect(createHash('sha256').update(code.join()).digest('hex').slice(0, 16)).toBe(sum);
});

test('the correction of a known block is the one of the standard', () => {
  // "01234567" in version 1-M: ISO/IEC 18004, Annex I.
  const data = [0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11];
  expect(correction(data, 10)).toEqual([0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55]);
});

test('what does not fit is refused, and a label cannot break out', () => {
  expect(() => codeBytes('x'.repeat(181))).toThrow();
  expect(qrSvg('a', '"><script>')).toContain('aria-label="&#34;&#62;&#60;script&#62;"');
});
