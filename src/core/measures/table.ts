/** What stands in one place of a table. Counts are already safe to show: nothing in a table needs hiding any more. */
export type Cell =
  | { kind: 'count'; n: number }
  /** Fewer than five, perhaps none: nobody is told which. */
  | { kind: 'hidden' }
  /** There is nothing to tell: a part of what is hidden, a change of what is not over. */
  | { kind: 'none' }
  /** A part of a whole, 0 to 1; differences may be negative. */
  | { kind: 'share'; of: number }
  | { kind: 'minutes'; minutes: number }
  /** Words from the knowledge or the program, never a person's; `to`: a page of the dashboard, below its root. */
  | { kind: 'text'; text: string; to?: string };

export type Column = { title: string; align: 'start' | 'end' };

/** Rows of cells under columns: what pages show, CSV and XLSX hold, and reports print. */
export type Table = {
  /** Stands in the name of the exported file: a–z, digits, hyphens. */
  id: string;
  title: string;
  /** How the figures are to be read, in a sentence; `null` when nothing need be said. */
  note: string | null;
  columns: Column[];
  rows: Cell[][];
};

export const text = (words: string, to?: string): Cell =>
  to === undefined ? { kind: 'text', text: words } : { kind: 'text', text: words, to };

/** A sum of released counts: nothing released is told like anything under five. */
export const count = (n: number): Cell => (n === 0 ? { kind: 'hidden' } : { kind: 'count', n });

/** The part of a whole; nothing where either is hidden. */
export const share = (part: number, whole: number): Cell =>
  part === 0 || whole === 0 ? { kind: 'none' } : { kind: 'share', of: part / whole };

export const start = (title: string): Column => ({ title, align: 'start' });
export const end = (title: string): Column => ({ title, align: 'end' });
