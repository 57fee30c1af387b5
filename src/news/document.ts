import '../dashboard/report/no-browser-storage.ts';
import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { noteOf, type Pack } from './pack.ts';

/** The pack as a Word document, set as offices set theirs: Times New Roman, 14 points. */
export function documentPack({ title, lead, items }: Pack): Promise<Buffer> {
  const plain = (text: string) => new Paragraph({ text, alignment: AlignmentType.JUSTIFIED });
  const italic = (text: string) => new Paragraph({ children: [new TextRun({ text, italics: true })] });
  const children = [
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    ...lead.map(italic),
    ...items.flatMap((item, at) => [
      new Paragraph({ text: `${at + 1}. ${item.title}`, heading: HeadingLevel.HEADING_1 }),
      italic(`(${noteOf(item)})`),
      ...item.paragraphs.map(plain),
      italic(`Căn cứ: ${item.sources}`),
    ]),
  ];
  const font = 'Times New Roman';
  const spacing = { before: 120, after: 120, line: 300 };
  const heading = (size: number) => ({
    run: { font, size, bold: true, color: '000000' },
    paragraph: { spacing: { before: 240, after: 120 } },
  });
  return Packer.toBuffer(
    new Document({
      creator: 'Hoa Ban',
      title,
      styles: {
        default: {
          document: { run: { font, size: 28, language: { value: 'vi-VN' } }, paragraph: { spacing } },
          title: heading(32),
          heading1: heading(28),
        },
      },
      sections: [{ children }],
    }),
  );
}
