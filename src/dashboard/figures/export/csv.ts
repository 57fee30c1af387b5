import type { Cell, Table } from '../../../core/measures/table.ts';
import { cellWords } from '../cell-words.ts';

/** The mark by which spreadsheets see that a file is UTF-8. */
const bom = '\uFEFF';

/** A table as CSV that spreadsheets open as it is meant: with a mark of its encoding, and no cell that they would run. */
export function csvOf({ title, note, columns, rows }: Table): string {
  const lines = [
    [field(safe(title))],
    ...(note === null ? [] : [[field(safe(note))]]),
    columns.map((column) => field(safe(column.title))),
    ...rows.map((row) => row.map((cell) => field(plainOf(cell)))),
  ];
  return `${bom}${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

function plainOf(cell: Cell): string {
  switch (cell.kind) {
    case 'count':
      return String(cell.n);
    case 'minutes':
      return String(cell.minutes);
    case 'share':
      return `${Math.round(cell.of * 100)}%`;
    case 'none':
      return '';
    case 'hidden':
      return cellWords(cell);
    case 'text':
      return safe(cell.text);
  }
}

/** Words that a spreadsheet would take for a formula get a quote before them. */
export function safe(words: string): string {
  return /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
}

function field(words: string): string {
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
