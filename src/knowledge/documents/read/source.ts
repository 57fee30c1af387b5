import { extname } from 'node:path';
import { repairMojibake } from '../../../core/vietnamese/mojibake.ts';
import { spellingOf } from '../../../core/vietnamese/spelling.ts';
import { stripControls, stripInvisible } from '../../../core/vietnamese/strip.ts';
import { readTcvn3 } from '../../../core/vietnamese/tcvn3.ts';
import { decodeText } from './decode.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { readPdf } from './pdf.ts';
import { refused } from './refused.ts';
import { linesOfMarkdown, linesOfText } from './text.ts';

/** A document as lines of text: one a paragraph, a table row on one line. */
export type Source = {
  lines: string[];
  /** Whether lines may have been broken in the middle of a sentence, as on a printed page. */
  printed: boolean;
  /** What the operator should know of how it was read. */
  remarks: string[];
};

export const mostBytes = 20 * 1024 * 1024;
const mostLetters = 6_000_000;

/** Reads a document by its ending and its first bytes. Throws `document-refused` with one line that says what to do. */
export async function readSource(name: string, bytes: Buffer): Promise<Source> {
  if (bytes.length === 0) throw refused('tệp rỗng. Kiểm tra lại tệp rồi nạp lại.');
  if (bytes.length > mostBytes)
    throw refused(`tệp lớn hơn ${mostBytes / 1024 / 1024} MB. Bỏ ảnh, tách phụ lục ra rồi nạp lại.`);
  const { lines, printed } = await byKind(extname(name).toLowerCase(), bytes);
  const text = lines.join('\n');
  if (text.length > mostLetters)
    throw refused('văn bản dài quá mức một văn bản luật. Tách ra từng văn bản rồi nạp lại.');
  if (text.trim() === '') throw refused('tệp không có chữ nào. Kiểm tra lại tệp rồi nạp lại.');
  const { read, remarks } = asUnicode(text);
  return {
    lines: lines
      .map(read)
      .map(plain)
      .filter((line) => line !== ''),
    printed,
    remarks,
  };
}

async function byKind(ending: string, bytes: Buffer): Promise<{ lines: string[]; printed: boolean }> {
  const starts = (mark: string) => bytes.subarray(0, mark.length).equals(Buffer.from(mark, 'latin1'));
  switch (ending) {
    case '.docx':
      if (starts('\xd0\xcf\x11\xe0')) throw lockedOrOld(bytes);
      if (!starts('PK'))
        throw refused('tệp mang đuôi .docx nhưng không phải tệp Word. Mở bằng Word, lưu lại thành .docx.');
      return { lines: await readDocx(bytes), printed: false };
    case '.pdf':
      if (!bytes.subarray(0, 1_024).includes('%PDF'))
        throw refused('tệp mang đuôi .pdf nhưng không phải tệp PDF. Tải lại tệp rồi nạp lại.');
      return { lines: await readPdf(bytes), printed: true };
    case '.html':
    case '.htm':
      return { lines: readHtml(bytes), printed: false };
    case '.md':
    case '.markdown':
      return { lines: linesOfMarkdown(decodeText(bytes, null)), printed: true };
    case '.txt':
      return { lines: linesOfText(decodeText(bytes, null)), printed: true };
    case '.doc':
      throw refused('tệp .doc đời cũ chưa đọc được. Mở bằng Word hoặc LibreOffice, lưu lại thành .docx rồi nạp lại.');
    default:
      throw refused(`chưa đọc được loại tệp "${ending || 'không có đuôi'}". Chỉ nhận .docx, .pdf, .html, .md, .txt.`);
  }
}

/** Word keeps a locked file, and a .doc that was only renamed, in the same kind of container. */
function lockedOrOld(bytes: Buffer) {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? refused('tệp .docx có mật khẩu. Mở bằng mật khẩu, bỏ mật khẩu, lưu lại rồi nạp lại.')
    : refused('tệp này là .doc đời cũ đổi tên. Mở bằng Word hoặc LibreOffice, lưu lại thành .docx rồi nạp lại.');
}

/** How to read the letters, by the code they were typed in. */
function asUnicode(text: string): { read: (line: string) => string; remarks: string[] } {
  const mended = repairMojibake(text.slice(0, 200_000)) !== text.slice(0, 200_000);
  const read = mended ? repairMojibake : (line: string) => line;
  switch (spellingOf(read(text))) {
    case 'tcvn3':
      return {
        read: (line) => readTcvn3(line),
        remarks: [
          'Văn bản gõ bằng phông cũ TCVN3 (ABC), đã chuyển sang Unicode. Đọc lại kỹ chữ hoa và dấu trước khi duyệt.',
        ],
      };
    case 'vni':
      throw refused(
        'văn bản gõ bằng phông cũ VNI. Mở bằng Word, chuyển mã sang Unicode (UniKey: VNI Windows → Unicode), lưu rồi nạp lại.',
      );
    case 'unreadable':
      throw refused(
        'không đọc ra chữ tiếng Việt trong tệp (phông lạ hoặc phông cũ). Chuyển sang Unicode, lưu lại rồi nạp lại.',
      );
    case 'unicode':
    case 'unmarked':
      return { read, remarks: mended ? ['Chữ trong tệp bị lưu sai mã, đã đọc lại. Đọc kỹ trước khi duyệt.'] : [] };
  }
}

/** One form for letters that look alike: composed, "Đ" where "Ð" was typed, plain blanks. */
function plain(line: string): string {
  return stripControls(stripInvisible(line).normalize('NFC').replaceAll('Ð', 'Đ'));
}
