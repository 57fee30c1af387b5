import type { Table } from '../measures/table.ts';

/** One thing in a report, in its order. */
export type Part =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string }
  /** Words of the plan, whole. */
  | { kind: 'quote'; text: string }
  /** One of several short things. */
  | { kind: 'point'; text: string }
  /** What only the office knows and writes in itself. */
  | { kind: 'fill'; text: string }
  /** `bar`: the column of counts that is drawn as bars too. */
  | { kind: 'table'; table: Table; bar: number | null };

/** A yearly report before it is set as a document. Everything in it is safe to show. */
export type Report = {
  year: number;
  /** What the report is about, below the word BÁO CÁO. */
  subject: string;
  /** The figures are invented ones, to look around with. */
  isDemo: boolean;
  parts: Part[];
};

export const heading = (level: 1 | 2, text: string): Part => ({ kind: 'heading', level, text });
export const paragraph = (text: string): Part => ({ kind: 'paragraph', text });
export const quote = (text: string): Part => ({ kind: 'quote', text });
export const point = (text: string): Part => ({ kind: 'point', text });
export const fill = (text: string): Part => ({ kind: 'fill', text });
export const table = (one: Table, bar: number | null = null): Part => ({ kind: 'table', table: one, bar });
