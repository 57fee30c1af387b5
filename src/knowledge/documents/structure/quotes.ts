/** How far a quotation may run before its opening mark is taken for a slip. */
const longest = 800;

/**
 * Which lines stand inside a quotation that began on an earlier line. A decree that amends another gives the new words
 * so: their articles and clauses are not its own. A mark that is never closed opens nothing.
 */
export function quotedLines(lines: string[]): boolean[] {
  const quoted = lines.map(() => false);
  for (let at = 0; at < lines.length; at++) {
    const end = closesAt(lines, at);
    if (end === null) continue;
    for (let inside = at + 1; inside <= end; inside++) quoted[inside] = true;
    at = end;
  }
  return quoted;
}

/** The line on which the quotation opened and left open on line `at` is closed, or `null`. */
function closesAt(lines: string[], at: number): number | null {
  const first = lines[at] ?? '';
  const curly = balance(first);
  const straight = curly <= 0 && odd(first);
  if (curly <= 0 && !straight) return null;
  let open = curly;
  for (let next = at + 1; next < lines.length && next <= at + longest; next++) {
    const line = lines[next] ?? '';
    open += balance(line);
    if (straight ? odd(line) : open <= 0) return next;
  }
  return null;
}

function balance(line: string): number {
  return count(line, /[“«]/g) - count(line, /[”»]/g);
}

function odd(line: string): boolean {
  return count(line, /"/g) % 2 === 1;
}

function count(line: string, mark: RegExp): number {
  return line.match(mark)?.length ?? 0;
}
