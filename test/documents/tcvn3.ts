import { readTcvn3 } from '../../src/core/vietnamese/tcvn3.ts';

/** What each letter is typed as in a TCVN3 font: the reading of every byte, turned round. */
const codes = new Map(
  Array.from({ length: 0x5f }, (_, at) => String.fromCharCode(0xa1 + at)).map(
    (code) => [readTcvn3(code), code] as const,
  ),
);

/** Text as a TCVN3 font has it; a capital with a tone, which has no code, stays small. */
export function tcvn3Of(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => codes.get(letter) ?? codes.get(letter.toLowerCase()) ?? letter)
    .join('');
}
