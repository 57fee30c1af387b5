import type { Table } from '../../core/measures/table.ts';
import type { Markup } from '../frame.ts';
import type { Look } from './look.ts';
import type { Exports } from './table-view.ts';

/** One page of figures: its tables, which can all be fetched as files, and how they are shown. */
export type FigurePage = {
  /** Below `/so-lieu`; empty for the first. */
  path: string;
  title: string;
  /** Its name among the pages of figures. */
  tab: string;
  /** Whether it tells of a time and a channel that can be chosen. */
  timed: boolean;
  tables: (look: Look) => Table[] | Promise<Table[]>;
  show: (look: Look, tables: readonly Table[], exports: Exports) => Markup | Promise<Markup>;
};

/** The table of that name; a page shows only what it listed. */
export function tableOf(tables: readonly Table[], id: string): Table {
  const found = tables.find((one) => one.id === id);
  if (!found) throw new Error(`no table ${id} on this page`);
  return found;
}
