import './no-browser-storage.ts';
import {
  AlignmentType,
  Document,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import type { Part, Report } from '../../core/report/report.ts';
import { barTable } from './bar-table.ts';
import { letterhead, signature } from './letterhead.ts';
import { font, indent, margin, sheet, size } from './measure.ts';

/** The report as a Word document in the form of decree 30/2020/NĐ-CP: A4, Times New Roman, page numbers from the second. */
export function reportDocument(report: Report): Promise<Buffer> {
  const style = (letters: number, space: number) => ({
    run: { font, size: letters, bold: true, color: '000000' },
    paragraph: { spacing: { before: space, after: 120 } },
  });
  return Packer.toBuffer(
    new Document({
      creator: 'Hoa Ban',
      title: `Báo cáo: ${report.subject}`,
      styles: {
        default: {
          document: {
            run: { font, size: size.text, language: { value: 'vi-VN' } },
            paragraph: { spacing: { before: 0, after: 120, line: 276 } },
          },
          heading1: style(size.text, 240),
          heading2: style(size.text, 200),
        },
      },
      sections: [
        {
          properties: { titlePage: true, page: { size: sheet, margin } },
          headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
          children: [
            ...(report.isDemo ? [demoLine()] : []),
            letterhead(report.year),
            ...title(report.subject),
            ...report.parts.flatMap(blocksOf),
            written(`Trên đây là báo cáo về kênh hỏi đáp Hoa Ban năm ${report.year}./.`, true),
            new Paragraph({ keepNext: true }),
            signature(),
          ],
        },
      ],
    }),
  );
}

const pageNumber = () =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: size.small })],
      }),
    ],
  });

function demoLine(): Paragraph {
  const text = 'SỐ LIỆU GIẢ ĐỂ XEM THỬ – KHÔNG GỬI ĐI';
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold: true })] });
}

function title(subject: string): Paragraph[] {
  const bold = (text: string, before: number, after: number) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before, after },
      children: [new TextRun({ text, bold: true, size: size.text })],
    });
  const to = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 200, after: 240 },
    children: [new TextRun({ text: 'Kính gửi: [cơ quan nhận báo cáo]' })],
  });
  return [bold('BÁO CÁO', 360, 60), bold(subject, 0, 120), to];
}

function blocksOf(part: Part): Array<Paragraph | Table> {
  switch (part.kind) {
    case 'heading':
      return [
        new Paragraph({
          text: part.text,
          heading: part.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
        }),
      ];
    case 'paragraph':
      return [written(part.text)];
    case 'quote':
      return [
        new Paragraph({
          alignment: AlignmentType.JUSTIFIED,
          indent: { left: indent, right: indent / 2 },
          children: [new TextRun({ text: `“${part.text}”`, italics: true })],
        }),
      ];
    case 'point':
      return [written(`- ${part.text}`)];
    case 'fill':
      return [
        new Paragraph({
          indent: { firstLine: indent },
          children: [
            new TextRun({ text: `- ${part.text}:` }),
            new TextRun({ text: '[……………………………………………………………]', break: 1 }),
          ],
        }),
      ];
    case 'table':
      return [
        new Paragraph({
          spacing: { before: 160, after: 80 },
          keepNext: true,
          children: [new TextRun({ text: part.table.title, bold: true, size: size.small })],
        }),
        barTable(part.table, part.bar),
        noteBelow(part.table.note),
      ];
  }
}

/** What is to be known of a table; without that only a little room, which the next table needs to stay one of its own. */
const noteBelow = (note: string | null) =>
  new Paragraph({
    spacing: note === null ? { before: 0, after: 40, line: 160 } : { before: 60, after: 160 },
    children: [new TextRun({ text: note ?? '', italics: true, size: note === null ? 8 : size.note })],
  });

const written = (text: string, isLast = false) =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: indent },
    // What announces something stays with it, and the end stays with who signs.
    keepNext: isLast || text.endsWith(':'),
    children: [new TextRun({ text })],
  });
