import { codeBytes } from './bytes.ts';
import { emptyGrid, formatPlaces, type Grid, remainder, set } from './grid.ts';
import { penalty } from './penalty.ts';

const masks: Array<(row: number, column: number) => boolean> = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** The QR code of `text` (level M): rows of modules, `true` is dark. For up to 180 bytes. */
export function qrCode(text: string): boolean[][] {
  const { version, bytes } = codeBytes(text);
  const drawn = masks.map((_, mask) => draw(version, bytes, mask).dark);
  const costs = drawn.map(penalty);
  return drawn[costs.indexOf(Math.min(...costs))] ?? [];
}

function draw(version: number, bytes: number[], mask: number): Grid {
  const grid = emptyGrid(version);
  const isMasked = masks[mask] ?? (() => false);
  for (const [at, [row, column]] of dataPlaces(grid).entries()) {
    const bit = ((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
    const line = grid.dark[row];
    if (line) line[column] = (bit === 1) !== isMasked(row, column);
  }
  // Level M is 00, so the five bits are the mask alone.
  const format = ((mask << 10) | remainder(mask, 10, 0x537)) ^ 0x5412;
  for (const copy of [0, 1] as const)
    for (const [bit, [row, column]] of formatPlaces(grid.size, copy).entries())
      set(grid, row, column, ((format >> (14 - bit)) & 1) === 1);
  return grid;
}

/** Where data bits go: two columns at a time from the right, up and down in turn, around the pattern. */
function dataPlaces({ size, fixed }: Grid): Array<[row: number, column: number]> {
  const places: Array<[number, number]> = [];
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    // The column of the vertical timing pattern holds no data.
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const row = upwards ? size - 1 - step : step;
      for (const column of [right, right - 1]) if (!fixed[row]?.[column]) places.push([row, column]);
    }
    upwards = !upwards;
  }
  return places;
}
