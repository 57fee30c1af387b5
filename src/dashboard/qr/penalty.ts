/** How hard a drawn code is to read, by the four rules of ISO/IEC 18004; lower is easier. */
export function penalty(dark: boolean[][]): number {
  const lines = [...dark, ...(dark[0] ?? []).map((_, column) => dark.map((row) => row[column] ?? false))];
  return lines.reduce((sum, line) => sum + runs(line) + falseCorners(line), 0) + blocks(dark) + balance(dark);
}

function runs(line: boolean[]): number {
  let cost = 0;
  let length = 0;
  for (const [at, one] of line.entries()) {
    length = at > 0 && one === line[at - 1] ? length + 1 : 1;
    if (length === 5) cost += 3;
    if (length > 5) cost += 1;
  }
  return cost;
}

/** Places that look like the corner pattern. */
function falseCorners(line: boolean[]): number {
  const text = line.map((one) => (one ? '1' : '0')).join('');
  const found = [...text.matchAll(/(?=10111010000|00001011101)/g)];
  return found.length * 40;
}

function blocks(dark: boolean[][]): number {
  let cost = 0;
  for (const [row, line] of dark.entries())
    for (const [column, one] of line.entries()) {
      const below = dark[row + 1];
      if (
        below &&
        column + 1 < line.length &&
        [line[column + 1], below[column], below[column + 1]].every((it) => it === one)
      )
        cost += 3;
    }
  return cost;
}

function balance(dark: boolean[][]): number {
  const all = dark.flat();
  const share = (all.filter(Boolean).length * 100) / all.length;
  return Math.floor(Math.abs(share - 50) / 5) * 10;
}
