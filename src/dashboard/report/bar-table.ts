import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Cell, Table as Figures } from '../../core/measures/table.ts';
import { pooled } from '../../core/measures/words.ts';
import { cellWords } from '../figures/cell-words.ts';
import { size, textWidth } from './measure.ts';

/** A bar is drawn in so many steps. */
const steps = 24;
const stepWidth = 75;
/** Tables of at most so many rows stay on one page. */
const wholeRows = 12;
const dark = '3B5B7A';
const pale = 'E7EDF3';

const line = { style: BorderStyle.SINGLE, size: 4, color: '8C8C8C' } as const;
const none = { style: BorderStyle.NONE } as const;

/**
 * A table as Word has it. Where a column of counts is drawn, each row has a bar of shaded cells before its figures, which
 * prints in black and white and can be edited like any table.
 */
export function barTable({ columns, rows, note }: Figures, counts: number | null): Table {
  // One bar alone compares nothing.
  const bar = rows.length > 1 ? counts : null;
  const widths = widthsOf(columns, bar !== null);
  const grid = widths.flatMap((width, at) => (at === 1 && bar !== null ? [...bars(), width] : [width]));
  const top = Math.max(1, ...rows.map((row) => drawnOf(row, bar)));
  const head = columns.map(({ title, align }, at) =>
    textCell(title, {
      width: widths[at] ?? 0,
      align: align === 'end' ? 'center' : 'left',
      bold: true,
      fill: pale,
      keep: true,
    }),
  );
  const body = rows.map((row, place) => {
    const isLast = place === rows.length - 1;
    const keep = isLast ? note !== null : rows.length <= wholeRows || place < 2;
    const cells = row.map((cell, at) =>
      textCell(cellWords(cell), {
        width: widths[at] ?? 0,
        align: columns[at]?.align === 'end' ? 'right' : 'left',
        keep,
      }),
    );
    const drawn = bar === null ? [] : barCells(Math.ceil((drawnOf(row, bar) / top) * steps));
    return new TableRow({ cantSplit: true, children: [...cells.slice(0, 1), ...drawn, ...cells.slice(1)] });
  });
  const empty =
    bar === null ? [] : [textCell('', { width: steps * stepWidth, span: steps, align: 'left', fill: pale })];
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: grid,
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: [...head.slice(0, 1), ...empty, ...head.slice(1)] }),
      ...body,
    ],
  });
}

const bars = () => Array.from({ length: steps }, () => stepWidth);

/** The count that is drawn. What was pooled is no kind of its own, and would dwarf those that are. */
function drawnOf(row: readonly Cell[], bar: number | null): number {
  const [first, cell] = [row[0], row[bar ?? 0]];
  return cell?.kind === 'count' && !(first?.kind === 'text' && first.text === pooled) ? cell.n : 0;
}

/** Columns of figures are as wide as they need to be; those of words share what is left. */
function widthsOf(columns: Figures['columns'], isDrawn: boolean): number[] {
  const narrow = columns.length > 5 ? 1_000 : columns.length > 3 ? 1_230 : 1_400;
  const figures = columns.filter(({ align }) => align === 'end').length;
  const left = textWidth - figures * narrow - (isDrawn ? steps * stepWidth : 0);
  const words = Math.floor(left / (columns.length - figures));
  return columns.map(({ align }) => (align === 'end' ? narrow : words));
}

function barCells(long: number): TableCell[] {
  const part = (span: number, fill: string | null) =>
    new TableCell({
      columnSpan: span,
      width: { size: span * stepWidth, type: WidthType.DXA },
      margins: { left: 0, right: 0 },
      borders: { left: none, right: none },
      verticalAlign: VerticalAlign.CENTER,
      ...(fill === null ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
      children: [new Paragraph({ spacing: { before: 0, after: 0 }, children: [new TextRun({ text: '', size: 16 })] })],
    });
  return [...(long > 0 ? [part(long, dark)] : []), ...(long < steps ? [part(steps - long, null)] : [])];
}

type Look = {
  width: number;
  align: 'left' | 'right' | 'center';
  span?: number;
  bold?: boolean;
  fill?: string;
  keep?: boolean;
};

function textCell(text: string, { width, align, span, bold = false, fill, keep = false }: Look): TableCell {
  const sides = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER };
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 80, right: 80, top: 30, bottom: 30 },
    verticalAlign: VerticalAlign.CENTER,
    ...(span === undefined ? {} : { columnSpan: span }),
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    children: [
      new Paragraph({
        alignment: sides[align],
        keepNext: keep,
        spacing: { before: 0, after: 0, line: 250 },
        children: [new TextRun({ text, bold, size: size.note })],
      }),
    ],
  });
}
