import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { size, textWidth } from './measure.ts';

// What stands above and below an official report. Who sends it, its number and day, and who signs is left open.

const none = { style: BorderStyle.NONE } as const;
const noBorders = { top: none, bottom: none, left: none, right: none };
const tight = { before: 0, after: 0, line: 260 };

type Line = { text: string; bold?: boolean; italics?: boolean; size?: number; space?: number; underlined?: number };

function line({ text, bold = false, italics = false, size: letters = size.small, space = 0 }: Line, left = false) {
  return new Paragraph({
    alignment: left ? AlignmentType.LEFT : AlignmentType.CENTER,
    spacing: { ...tight, before: space },
    children: [new TextRun({ text, bold, italics, size: letters })],
  });
}

/** A short rule in the middle, as stands below the office and the motto. `side`: what it leaves free on each side. */
function rule(side: number) {
  return new Paragraph({
    spacing: { before: 40, after: 0, line: 60 },
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000' } },
    children: [new TextRun({ text: '', size: 8 })],
  });
}

function twoSides(left: Paragraph[], right: Paragraph[], leftPart: number): Table {
  const widths = [Math.round(textWidth * leftPart), textWidth - Math.round(textWidth * leftPart)];
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [left, right].map(
          (children, at) =>
            new TableCell({
              children,
              width: { size: widths[at] ?? 0, type: WidthType.DXA },
              borders: noBorders,
              margins: { left: 40, right: 40 },
            }),
        ),
      }),
    ],
  });
}

export function letterhead(year: number): Table {
  return twoSides(
    [
      line({ text: '[TÊN CƠ QUAN CẤP TRÊN]' }),
      line({ text: '[TÊN CƠ QUAN BÁO CÁO]', bold: true }),
      rule(1_050),
      line({ text: 'Số: ……/BC-……', space: 80 }),
    ],
    [
      line({ text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true, size: 24 }),
      line({ text: 'Độc lập - Tự do - Hạnh phúc', bold: true, size: 28 }),
      rule(1_300),
      line({ text: `……………, ngày …… tháng …… năm ${year}`, italics: true, space: 80 }),
    ],
    0.4,
  );
}

export function signature(): Table {
  return twoSides(
    [
      line({ text: 'Nơi nhận:', bold: true, italics: true, size: 24 }, true),
      ...['- Như trên;', '- ……………………;', '- ……………………;', '- Lưu: VT, ……'].map((text) => line({ text, size: 22 }, true)),
    ],
    [
      line({ text: '[QUYỀN HẠN, CHỨC VỤ]', bold: true }),
      line({ text: '[Chữ ký, dấu]', italics: true, space: 500 }),
      line({ text: '[Họ và tên]', bold: true, space: 700 }),
    ],
    0.45,
  );
}
