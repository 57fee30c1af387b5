import { type CheerioAPI, load } from 'cheerio';
import mammoth from 'mammoth';
import { readTcvn3 } from '../../../core/vietnamese/tcvn3.ts';
import { writeNumbers } from './docx-numbers.ts';
import { linesOfHtml } from './html-lines.ts';
import { refused } from './refused.ts';
import { readZip, writeZip } from './zip.ts';

/** All that the text of a Word file needs; pictures, macros and the list patterns (written out before) stay behind. */
const needed =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(_rels\/document\.xml\.rels|(document|styles|footnotes|endnotes)\.xml))$/;
const main = 'word/document.xml';

/** The paragraphs of a Word file, numbers counted by Word included. Refuses what is no .docx or unpacks beyond reason. */
export async function readDocx(bytes: Buffer): Promise<string[]> {
  const parts = unpack(bytes);
  const text = (name: string) => parts.get(name)?.toString('utf8') ?? '';
  if (text(main) === '') throw refused('tệp .docx không có phần nội dung. Mở bằng Word, lưu lại rồi nạp lại.');
  try {
    const document = load(text(main), { xml: true });
    readOldFonts(document);
    writeNumbers(document, text('word/numbering.xml'), text('word/styles.xml'));
    parts.delete('word/numbering.xml');
    parts.set(main, Buffer.from(document.xml(), 'utf8'));
    const { value } = await mammoth.convertToHtml(
      { buffer: writeZip(parts) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false },
    );
    return linesOfHtml(load(value, {}, false).root().toArray());
  } catch {
    throw refused('tệp .docx bị hỏng, không đọc được. Mở bằng Word, lưu lại thành .docx rồi nạp lại.');
  }
}

function unpack(bytes: Buffer): Map<string, Buffer> {
  try {
    const parts = readZip(bytes, (name) => needed.test(name) || name === 'word/numbering.xml');
    // Office never writes a document type; one is there only to make entities grow.
    for (const part of parts.values()) if (part.includes('<!DOCTYPE')) throw new RangeError('document type');
    return parts;
  } catch (error) {
    if (error instanceof RangeError)
      throw refused('tệp .docx bung ra quá lớn, có thể là tệp phá hoại. Xin lại tệp từ nơi ban hành.');
    throw refused('tệp .docx bị hỏng, không mở được. Mở bằng Word, lưu lại thành .docx rồi nạp lại.');
  }
}

/** Runs that name a TCVN3 font are read as such; its "H" fonts show small letters as capitals. */
function readOldFonts($: CheerioAPI): void {
  $('w\\:r').each((_, run) => {
    const font = $(run).children('w\\:rPr').children('w\\:rFonts').attr('w:ascii') ?? '';
    if (!/^\.Vn/i.test(font)) return;
    $(run)
      .children('w\\:t')
      .each((_, piece) => {
        const text = readTcvn3($(piece).text());
        $(piece).text(/H$/.test(font) ? text.toLocaleUpperCase('vi') : text);
      });
  });
}
