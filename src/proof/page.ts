/** A share of what was tried; told with its 95 % interval. */
export type Share = { part: number; whole: number };
export type Cell = string | number | Share;

export type Table = { caption: string; columns: string[]; rows: Cell[][] };

/** A part of the page: what it shows, how it was measured, the figures. */
export type Section = { title: string; text: string[]; tables: Table[]; commands: string[] };

/** The page of proof, before it is set in Markdown or HTML. `summary` is in Vietnamese. */
export type Page = { date: string; machine: string; summary: string[]; sections: Section[]; limits: string[] };

export function isShare(cell: Cell): cell is Share {
  return typeof cell === 'object';
}
