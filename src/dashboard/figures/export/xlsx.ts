import { strToU8, zipSync } from 'fflate';
import type { Cell, Table } from '../../../core/measures/table.ts';
import { cellWords } from '../cell-words.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Styles by their place in `styles`: plain, a title, a head of a column, whole numbers, percent, small words. */
const style = { plain: 0, title: 1, column: 2, count: 3, share: 4, note: 5 };

const styles = `${head}<styleSheet xmlns="${main}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0"/></numFmts>
<fonts count="4"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><i/><sz val="10"/><name val="Calibri"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF4E2EC"/></patternFill></fill></fills>
<borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="6"><xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" fontId="2" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf xfId="0" numFmtId="9" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf xfId="0" fontId="3" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>
</styleSheet>`;

/** Any moment: the same tables give the same bytes. */
const written = new Date('2026-01-01T00:00:00Z');

/** Tables as one workbook, a sheet each. */
export function xlsxOf(tables: readonly Table[]): Uint8Array {
  const sheets = tables.map((table, at) => ({
    name: sheetName(table.title, at),
    path: `worksheets/sheet${at + 1}.xml`,
  }));
  const files: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>${sheets.map(({ path }) => `<Override PartName="/xl/${path}" ContentType="${kind}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaged}/relationships">${sheets.map(({ path }, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="${path}"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
  };
  tables.forEach((table, at) => {
    files[`xl/${sheets[at]?.path}`] = sheetOf(table);
  });
  const packed = Object.entries(files).map(([path, xml]) => [path, strToU8(xml)] as const);
  return zipSync(Object.fromEntries(packed), { mtime: written });
}

function sheetOf({ title, note, columns, rows }: Table): string {
  const lines: string[][] = [
    [wordsCell(title, style.title)],
    ...(note === null ? [] : [[wordsCell(note, style.note)]]),
    columns.map((column) => wordsCell(column.title, style.column)),
    ...rows.map((row) => row.map(cellOf)),
  ];
  const headRow = note === null ? 2 : 3;
  const widths = columns.map((column, at) => {
    const longest = Math.max(column.title.length, ...rows.map((row) => (row[at] ? cellWords(row[at]).length : 0)));
    return Math.min(60, Math.max(10, longest + 2));
  });
  const cols = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  // The note runs over all columns, in as many lines as it needs.
  const across = widths.reduce((sum, width) => sum + width, 0);
  const noteLines = Math.ceil((note?.length ?? 0) / across);
  const merged =
    note === null || columns.length < 2
      ? ''
      : `<mergeCells count="1"><mergeCell ref="A2:${letters(columns.length - 1)}2"/></mergeCells>`;
  const body = lines.map((cells, at) => {
    const tall = note !== null && at === 1 ? ` ht="${noteLines * 14 + 2}" customHeight="1"` : '';
    return `<row r="${at + 1}"${tall}>${cells.map((cell, column) => placed(cell, column, at)).join('')}</row>`;
  });
  return `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>${body.join('')}</sheetData>${merged}<pageSetup paperSize="9" orientation="${across > 90 ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

/** Cells are made without their place, which is put in here. */
const placed = (cell: string, column: number, row: number) => cell.replace('<c', `<c r="${letters(column)}${row + 1}"`);

function cellOf(cell: Cell): string {
  switch (cell.kind) {
    case 'count':
      return `<c s="${style.count}"><v>${cell.n}</v></c>`;
    case 'minutes':
      return `<c s="${style.count}"><v>${cell.minutes}</v></c>`;
    case 'share':
      return `<c s="${style.share}"><v>${Math.round(cell.of * 10_000) / 10_000}</v></c>`;
    case 'none':
      return `<c s="${style.plain}"/>`;
    case 'hidden':
    case 'text':
      return wordsCell(cellWords(cell), style.plain);
  }
}

/** Words stand in the sheet as words: a spreadsheet runs none of them. */
function wordsCell(words: string, look: number): string {
  return `<c s="${look}" t="inlineStr"><is><t xml:space="preserve">${escaped(words)}</t></is></c>`;
}

function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '');
}

/** A name that spreadsheets take: no signs they use themselves, at most 31 letters, none twice. */
function sheetName(title: string, at: number): string {
  const plain = title.replace(/[[\]:*?/\\]/g, ' ').trim();
  return `${at + 1}. ${plain}`.slice(0, 31).trim();
}

function letters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : `${letters(Math.floor(column / 26) - 1)}${rest}`;
}
