import { extractTextItems, getDocumentProxy, type StructuredTextItem } from 'unpdf';
import { linesOfPages, type PdfRow } from './pdf-lines.ts';
import { refused } from './refused.ts';

const mostPages = 1_500;
/** A page with fewer letters than this holds no text but perhaps a stamp or a page number. */
const fewLetters = 25;

/** The paragraphs of a PDF file. Refuses a scanned, locked or broken one. */
export async function readPdf(bytes: Buffer): Promise<string[]> {
  const pages = (await itemsOf(bytes)).map(rowsOf);
  const letters = pages.map((rows) => rows.reduce((sum, row) => sum + (row.text.match(/\p{L}/gu)?.length ?? 0), 0));
  const written = letters.filter((count) => count >= fewLetters).length;
  if (written === 0)
    throw refused(
      'tệp .pdf là bản quét (ảnh), không có chữ để đọc. Xin bản .docx hoặc .pdf có chữ, hoặc nhận dạng chữ (OCR) rồi nạp lại.',
    );
  const last = letters.findLastIndex((count) => count >= fewLetters);
  const blank = letters.findIndex((count, at) => count < fewLetters && at < last);
  if (blank !== -1)
    throw refused(
      `trang ${blank + 1} của tệp .pdf là ảnh quét, không đọc được chữ. Xin bản .pdf có chữ ở mọi trang rồi nạp lại.`,
    );
  return linesOfPages(pages);
}

async function itemsOf(bytes: Buffer): Promise<StructuredTextItem[][]> {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    if (pdf.numPages > mostPages) throw new RangeError('pages');
    return (await extractTextItems(pdf)).items;
  } catch (error) {
    if (error instanceof RangeError)
      throw refused(`tệp .pdf dài hơn ${mostPages} trang. Tách ra từng văn bản rồi nạp lại.`);
    if ((error as Error).name === 'PasswordException')
      throw refused('tệp .pdf có mật khẩu. Mở bằng mật khẩu, in hoặc lưu ra tệp mới không có mật khẩu rồi nạp lại.');
    throw refused('tệp .pdf bị hỏng, không đọc được. Tải lại tệp rồi nạp lại.');
  }
}

/** Items in the order of the file, put together while they stay on one line. */
function rowsOf(items: StructuredTextItem[]): PdfRow[] {
  const rows: PdfRow[] = [];
  let row: PdfRow | null = null;
  let ended = false;
  for (const { str, x, y, width, fontSize, hasEOL } of items) {
    const sameLine: boolean = row !== null && !ended && Math.abs(row.y - y) < Math.max(row.size, fontSize) * 0.6;
    if (str !== '') {
      if (row === null || !sameLine) {
        row = { text: str, x, y, end: x + width, size: fontSize };
        rows.push(row);
      } else {
        const apart = x - row.end > fontSize * 0.2 && !/\s$/.test(row.text) && !/^\s/.test(str);
        row.text += apart ? ` ${str}` : str;
        row.end = Math.max(row.end, x + width);
      }
      ended = false;
    }
    ended ||= hasEOL;
  }
  return rows.map((one) => ({ ...one, text: one.text.replace(/\s+/g, ' ').trim() })).filter((one) => one.text !== '');
}
