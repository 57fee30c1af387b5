import { correction } from './field.ts';

/** A size of code at level M: bytes of correction in each block, and the data bytes of each block. */
type Size = { version: number; perBlock: number; blocks: number[] };

const sizes: Size[] = [
  { version: 1, perBlock: 10, blocks: [16] },
  { version: 2, perBlock: 16, blocks: [28] },
  { version: 3, perBlock: 26, blocks: [44] },
  { version: 4, perBlock: 18, blocks: [32, 32] },
  { version: 5, perBlock: 24, blocks: [43, 43] },
  { version: 6, perBlock: 16, blocks: [27, 27, 27, 27] },
  { version: 7, perBlock: 18, blocks: [31, 31, 31, 31] },
  { version: 8, perBlock: 22, blocks: [38, 38, 39, 39] },
  { version: 9, perBlock: 22, blocks: [36, 36, 36, 37, 37] },
];

/** The bytes of a code that holds `text`, interleaved as they are drawn. Throws for more than 180 bytes. */
export function codeBytes(text: string): { version: number; bytes: number[] } {
  const given = [...Buffer.from(text, 'utf8')];
  // Four bits say "bytes follow", eight bits how many; both shift the data by half a byte.
  const size = sizes.find(({ blocks }) => given.length + 2 <= total(blocks));
  if (size === undefined) throw new Error('too long for this code');
  const data = padded(given, total(size.blocks));
  const blocks: number[][] = [];
  for (let at = 0; blocks.length < size.blocks.length; at += blocks.at(-1)?.length ?? 0)
    blocks.push(data.slice(at, at + (size.blocks[blocks.length] ?? 0)));
  const mending = blocks.map((block) => correction(block, size.perBlock));
  return { version: size.version, bytes: [...interleaved(blocks), ...interleaved(mending)] };
}

const total = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0);

function padded(given: number[], length: number): number[] {
  const nibbles = [4, given.length >> 4, given.length & 15, ...given.flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const bytes = Array.from(
    { length: nibbles.length / 2 },
    (_, at) => ((nibbles[at * 2] ?? 0) << 4) | (nibbles[at * 2 + 1] ?? 0),
  );
  return [...bytes, ...Array.from({ length: length - bytes.length }, (_, at) => (at % 2 === 0 ? 0xec : 0x11))];
}

/** The first of each block, then the second of each, … */
function interleaved(blocks: number[][]): number[] {
  const longest = Math.max(...blocks.map((block) => block.length));
  return Array.from({ length: longest }, (_, at) => blocks.flatMap((block) => block[at] ?? [])).flat();
}
