/** Modules of a code, row by row; `true` is dark. `fixed` ones belong to the pattern and carry no data. */
export type Grid = { size: number; dark: boolean[][]; fixed: boolean[][] };

const second: Record<number, number[]> = {
  1: [],
  2: [6, 18],
  3: [6, 22],
  4: [6, 26],
  5: [6, 30],
  6: [6, 34],
  7: [6, 22, 38],
  8: [6, 24, 42],
  9: [6, 26, 46],
};

/** The pattern every code of this version has: corners, alignment, timing, and its version from 7 on. */
export function emptyGrid(version: number): Grid {
  const size = version * 4 + 17;
  const blank = () => Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const grid: Grid = { size, dark: blank(), fixed: blank() };
  for (let at = 0; at < size; at += 1) {
    set(grid, 6, at, at % 2 === 0);
    set(grid, at, 6, at % 2 === 0);
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    square(grid, row, column, 4, (far) => far !== 2 && far !== 4);
  const places = second[version] ?? [];
  for (const row of places)
    for (const column of places) {
      const inCorner = (row === 6 && (column === 6 || column === size - 7)) || (row === size - 7 && column === 6);
      if (!inCorner) square(grid, row, column, 2, (far) => far !== 1);
    }
  // Room for the format, which is drawn with the mask.
  for (const [row, column] of [...formatPlaces(size, 0), ...formatPlaces(size, 1)]) set(grid, row, column, false);
  set(grid, size - 8, 8, true);
  if (version >= 7) putVersion(grid, version);
  return grid;
}

export function set({ dark, fixed }: Grid, row: number, column: number, isDark: boolean): void {
  const line = dark[row];
  const marks = fixed[row];
  if (line === undefined || marks === undefined || column < 0 || column >= line.length) return;
  line[column] = isDark;
  marks[column] = true;
}

function square(grid: Grid, row: number, column: number, reach: number, isDark: (far: number) => boolean): void {
  for (let down = -reach; down <= reach; down += 1)
    for (let right = -reach; right <= reach; right += 1)
      set(grid, row + down, column + right, isDark(Math.max(Math.abs(down), Math.abs(right))));
}

/** Where the fifteen bits of the format stand, first bit first; there are two copies. */
export function formatPlaces(size: number, copy: 0 | 1): Array<[row: number, column: number]> {
  return Array.from({ length: 15 }, (_, bit): [number, number] => {
    if (copy === 0) {
      if (bit < 6) return [8, bit];
      if (bit === 6) return [8, 7];
      if (bit === 7) return [8, 8];
      if (bit === 8) return [7, 8];
      return [14 - bit, 8];
    }
    return bit < 7 ? [size - 1 - bit, 8] : [8, size - 15 + bit];
  });
}

function putVersion(grid: Grid, version: number): void {
  const bits = (version << 12) | remainder(version, 12, 0x1f25);
  for (let at = 0; at < 18; at += 1) {
    const isDark = ((bits >> at) & 1) === 1;
    set(grid, Math.floor(at / 3), grid.size - 11 + (at % 3), isDark);
    set(grid, grid.size - 11 + (at % 3), Math.floor(at / 3), isDark);
  }
}

/** What is left of `value` shifted by `bits`, divided by `divisor` without carries. */
export function remainder(value: number, bits: number, divisor: number): number {
  let rest = value << bits;
  const length = (one: number) => 32 - Math.clz32(one);
  while (length(rest) >= length(divisor)) rest ^= divisor << (length(rest) - length(divisor));
  return rest;
}
