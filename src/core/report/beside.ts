import type { Reading } from '../measures/reading.ts';
import { type Cell, type Column, count, end, start, type Table, text } from '../measures/table.ts';
import type { Year } from './year.ts';

/** A figure that is told of both years. */
export type Line = { title: string; of: (reading: Reading) => Cell };

/** Figures in rows, this year beside the year before where that is known. */
export function linesTable(
  { year, now, before }: Year,
  { id, title, note }: Pick<Table, 'id' | 'title' | 'note'>,
  lines: readonly Line[],
): Table {
  return {
    id,
    title,
    note,
    columns: [start('Số liệu'), end(`Năm ${year}`), ...(before === null ? [] : [end(`Cùng kỳ ${year - 1}`)])],
    rows: lines.map(({ title: name, of }) => [text(name), of(now), ...(before === null ? [] : [of(before)])]),
  };
}

/**
 * The table of this year with, in a last column, the count that the same row has in the year before. Rows are the same
 * when they begin with the same words. `at`: the column of counts.
 */
export function besideBefore({ year, now, before }: Year, tableOf: (reading: Reading) => Table, at = 1): Table {
  const own = tableOf(now);
  if (before === null) return own;
  const old = new Map(tableOf(before).rows.map((row) => [wordsOf(row), row[at]]));
  const column: Column = end(`${own.columns[at]?.title ?? ''} cùng kỳ ${year - 1}`);
  return {
    ...own,
    columns: [...own.columns, column],
    rows: own.rows.map((row) => [...row, old.get(wordsOf(row)) ?? count(0)]),
  };
}

const wordsOf = ([first]: readonly Cell[]) => (first?.kind === 'text' ? first.text : '');

/** The first rows of a long table, which says that there are more. */
export function firstRows(table: Table, most: number): Table {
  if (table.rows.length <= most) return table;
  const more = `Chỉ kể ${most} dòng đầu; bảng đủ ở trang số liệu.`;
  return {
    ...table,
    note: table.note === null ? more : `${table.note} ${more}`,
    rows: table.rows.slice(0, most),
  };
}

/** The table without one of its columns. */
export function withoutColumn(table: Table, gone: number): Table {
  const keep = <T>(some: readonly T[]) => some.filter((_one, at) => at !== gone);
  return { ...table, columns: keep(table.columns), rows: table.rows.map(keep) };
}
