import { commonEdge, joinWrapped } from './wrapping.ts';

/** A line on a page: where it begins and ends, how high it stands (from the bottom), and the size of its letters. */
export type PdfRow = { text: string; x: number; y: number; end: number; size: number };

/** How many lines at the top and bottom of a page may be its running head or foot. */
const marginRows = 3;

/** The paragraphs of pages: running heads and feet, page numbers and signature stamps gone, broken lines joined. */
export function linesOfPages(pages: PdfRow[][]): string[] {
  const repeated = repeatedAtMargins(pages);
  const body = pages.map((rows) => {
    const margins = marginsOf(rows);
    return rows.filter(
      (row) =>
        !isStamp(row.text) && !(margins.has(row) && (isPageNumber(row.text) || repeated.has(withoutDigits(row.text)))),
    );
  });
  const rows = body.flat();
  const long = rows.filter((row) => row.text.length > 30);
  const edge = commonEdge(long.map((row) => row.end));
  const left = -commonEdge(long.map((row) => -row.x));
  return joinWrapped(
    body.flatMap((page) =>
      page.map((row, at) => {
        const above = page[at - 1];
        return {
          text: row.text,
          end: row.end,
          perLetter: (row.end - row.x) / Math.max(1, row.text.length),
          gap: above !== undefined && startsAnew(row, above, left),
        };
      }),
    ),
    edge,
  );
}

/** White space of more than a line, another column, or the indent of a paragraph after a sentence that ended. */
function startsAnew(row: PdfRow, above: PdfRow, left: number): boolean {
  const indented = row.x > left + row.size && /[.;:]$/.test(above.text);
  return indented || above.y - row.y > 3 * row.size || row.y > above.y + row.size;
}

/** The topmost and bottommost lines, by place: feet often stand last in the file, and heads too. */
function marginsOf(rows: PdfRow[]): Set<PdfRow> {
  const byHeight = [...rows].sort((a, b) => b.y - a.y);
  return new Set([...byHeight.slice(0, marginRows), ...byHeight.slice(-marginRows)]);
}

/** Lines at a margin that stand on most pages, whatever their numbers. */
function repeatedAtMargins(pages: PdfRow[][]): Set<string> {
  const counts = new Map<string, number>();
  for (const rows of pages)
    for (const text of new Set([...marginsOf(rows)].map((row) => withoutDigits(row.text))))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 2 && count > pages.length / 2).map(([text]) => text));
}

function withoutDigits(text: string): string {
  return text.replace(/\d+/g, '#');
}

function isPageNumber(text: string): boolean {
  return /^(?:trang\s*)?[-–]?\s*\d{1,4}\s*(?:[/|]\s*\d{1,4}\s*)?[-–]?$/i.test(text);
}

/** What signing software prints on a page. */
function isStamp(text: string): boolean {
  return /^(?:Ký bởi|Người ký|Thời gian ký|Ngày ký|Email|Cơ quan)\s*:/i.test(text);
}
