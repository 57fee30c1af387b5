// The package's own types name their files without endings, which Node's module rules do not resolve. This is what we
// use of it; add here what more is used.
declare module 'docx' {
  type Spacing = { before?: number; after?: number; line?: number };
  type RunStyle = { font?: string; size?: number; bold?: boolean; color?: string; language?: { value: string } };
  type Style = { run?: RunStyle; paragraph?: { spacing?: Spacing } };
  type Align = 'both' | 'center' | 'left' | 'right';
  type Border = { style: 'single' | 'none'; size?: number; color?: string };
  type Sides = { top?: Border; bottom?: Border; left?: Border; right?: Border };
  type Width = { size: number; type: 'dxa' };

  export const AlignmentType: {
    readonly JUSTIFIED: 'both';
    readonly CENTER: 'center';
    readonly LEFT: 'left';
    readonly RIGHT: 'right';
  };
  export const HeadingLevel: {
    readonly TITLE: 'Title';
    readonly HEADING_1: 'Heading1';
    readonly HEADING_2: 'Heading2';
  };
  export const BorderStyle: { readonly SINGLE: 'single'; readonly NONE: 'none' };
  export const ShadingType: { readonly CLEAR: 'clear' };
  export const WidthType: { readonly DXA: 'dxa' };
  export const TableLayoutType: { readonly FIXED: 'fixed' };
  export const VerticalAlign: { readonly CENTER: 'center'; readonly TOP: 'top' };
  export const PageNumber: { readonly CURRENT: 'CURRENT' };

  export class TextRun {
    constructor(options: {
      text?: string;
      children?: 'CURRENT'[];
      bold?: boolean;
      italics?: boolean;
      size?: number;
      break?: number;
    });
  }
  export class Paragraph {
    constructor(options: {
      text?: string;
      children?: TextRun[];
      heading?: 'Title' | 'Heading1' | 'Heading2';
      alignment?: Align;
      spacing?: Spacing;
      indent?: { firstLine?: number; left?: number; right?: number; hanging?: number };
      border?: Sides;
      keepNext?: boolean;
      keepLines?: boolean;
    });
  }
  export class TableCell {
    constructor(options: {
      children: Paragraph[];
      width?: Width;
      columnSpan?: number;
      shading?: { type: 'clear'; color: 'auto'; fill: string };
      borders?: Sides;
      margins?: { top?: number; bottom?: number; left?: number; right?: number };
      verticalAlign?: 'center' | 'top';
    });
  }
  export class TableRow {
    constructor(options: { children: TableCell[]; tableHeader?: boolean; cantSplit?: boolean });
  }
  export class Table {
    constructor(options: {
      rows: TableRow[];
      width: Width;
      columnWidths: number[];
      layout: 'fixed';
      borders?: Sides & { insideHorizontal?: Border; insideVertical?: Border };
    });
  }
  export class Header {
    constructor(options: { children: Paragraph[] });
  }
  export class Document {
    constructor(options: {
      creator: string;
      title: string;
      styles: { default: { document: Style; title?: Style; heading1?: Style; heading2?: Style } };
      sections: Array<{
        properties?: {
          titlePage?: boolean;
          page?: {
            size?: { width: number; height: number };
            margin?: { top: number; bottom: number; left: number; right: number; header: number };
          };
        };
        headers?: { default?: Header; first?: Header };
        children: Array<Paragraph | Table>;
      }>;
    });
  }
  export const Packer: { toBuffer(document: Document): Promise<Buffer> };
}
