import { writeZip } from '../../src/knowledge/documents/read/zip.ts';

/** Paragraphs as a Markdown file. */
export function markdown(lines: string[]): Buffer {
  return Buffer.from(`${lines.join('\n\n')}\n`, 'utf8');
}

/** Paragraphs as a web page with a menu and a script around them; lines with " | " become table rows. */
export function html(lines: string[], charset = '<meta charset="utf-8">'): string {
  const body = lines
    .map((line) =>
      line.includes(' | ')
        ? `<table><tr>${line
            .split(' | ')
            .map((cell) => `<td><p>${cell}</p></td>`)
            .join('')}</tr></table>`
        : `<p>${line}</p>`,
    )
    .join('\n');
  return `<html><head>${charset}<title>Trang thử</title><script>var x = "Điều 99. Mã";</script></head>
<body><nav><a href="/">Trang chủ</a></nav><form>${body}</form><footer>Bản quyền</footer></body></html>`;
}

const xml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const run = (text: string, font?: string) =>
  `<w:r>${font ? `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr>` : ''}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;

/** A paragraph of a Word file; `list` and `level` when Word counts it. */
export type Paragraph = { text: string; list?: number; level?: number; font?: string };

function paragraph({ text, list, level = 0, font }: Paragraph): string {
  const numbered =
    list === undefined ? '' : `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`;
  return `<w:p>${numbered}${run(text, font)}</w:p>`;
}

function row(line: string): string {
  const cells = line.split(' | ').map((cell) => `<w:tc><w:p>${run(cell)}</w:p></w:tc>`);
  return `<w:tbl><w:tr>${cells.join('')}</w:tr></w:tbl>`;
}

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** One list as legal texts have it: "Điều 1.", "1.", "a)" on its three levels. */
const numbering = `${head}<w:numbering ${space}>
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;

/** The parts of a Word file; paragraphs may be given as plain lines, those with " | " become table rows. */
export function docxParts(paragraphs: Array<string | Paragraph>): Map<string, Buffer> {
  const body = paragraphs
    .map((one) =>
      typeof one !== 'string' ? paragraph(one) : one.includes(' | ') ? row(one) : paragraph({ text: one }),
    )
    .join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document ${space}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/numbering.xml': numbering,
    'word/media/picture.png': 'not needed',
  };
  return new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text, 'utf8')]));
}

export function docx(paragraphs: Array<string | Paragraph>): Buffer {
  return writeZip(docxParts(paragraphs));
}
