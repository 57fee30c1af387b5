import { markOf } from '../structure/marks.ts';

/** A printed line and where it ends, in any unit of length; `edge` on it is how far a line may reach. */
export type Printed = { text: string; end: number; perLetter: number; gap: boolean };

/** A list's dash, a ground, the list of recipients: lines of their own without being part of the text's numbering. */
const startsLine = /^(?:[-–+•*]\s|căn cứ\s|theo đề nghị\s|nơi nhận)/i;

/**
 * Joins lines that were broken because the next word no longer fitted. What looks like the start of an article, clause
 * or point always stays on a line of its own: whether it is one only its numbers tell.
 */
export function joinWrapped(lines: Printed[], edge: number): string[] {
  const joined: string[] = [];
  let before: Printed | null = null;
  for (const line of lines) {
    const firstWord = line.text.split(' ', 1)[0] ?? '';
    const wasFull = before !== null && before.end + (firstWord.length + 1) * before.perLetter > edge;
    if (before !== null && wasFull && !line.gap && !startsLine.test(line.text) && markOf(line.text) === null)
      joined.push(`${joined.pop() ?? ''} ${line.text}`);
    else joined.push(line.text);
    before = line;
  }
  return joined;
}

/** The edge that at least a twentieth of the lines reach, so that one line too long does not move it. */
export function commonEdge(ends: number[]): number {
  const sorted = [...ends].sort((a, b) => b - a);
  return sorted[Math.floor(sorted.length / 20)] ?? 0;
}
