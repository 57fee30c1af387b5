import type { Heard } from './hear.ts';

/** Words of a stretch where no sentence ends, and how many of one the next repeats. */
const longest = 24;
const overlap = 8;

/**
 * The sentences of a message, long ones in overlapping stretches; none when it is a single short one. Whether it was
 * typed with diacritics, and its faces, are told of the message as a whole.
 */
export function stretchesOf({ words, ends, marks, faces }: Heard): Heard[] {
  const starts = [0, ...[...ends].map((end) => end + 1), words.length];
  const stretches = starts.slice(1).flatMap((to, at) => cut(starts[at] ?? 0, to));
  if (stretches.length < 2) return [];
  return stretches.map(([from, to]) => ({ words: words.slice(from, to), marks, ends: new Set(), faces }));
}

function cut(from: number, to: number): Array<[from: number, to: number]> {
  const parts: Array<[number, number]> = [];
  for (let at = from; at < to; at += longest - overlap) {
    parts.push([at, Math.min(to, at + longest)]);
    if (at + longest >= to) break;
  }
  return parts;
}
