// The package's own types name their files without endings, which Node's module rules do not resolve. This is what we
// use of it; add here what more is used.
declare module 'docx' {
  type Spacing = { before?: number; after?: number; line?: number };
  type RunStyle = { font?: string; size?: number; bold?: boolean; color?: string; language?: { value: string } };
  type Style = { run?: RunStyle; paragraph?: { spacing?: Spacing } };

  export const AlignmentType: { readonly JUSTIFIED: 'both' };
  export const HeadingLevel: { readonly TITLE: 'Title'; readonly HEADING_1: 'Heading1' };

  export class TextRun {
    constructor(options: { text: string; italics?: boolean });
  }
  export class Paragraph {
    constructor(options: { text?: string; children?: TextRun[]; heading?: 'Title' | 'Heading1'; alignment?: 'both' });
  }
  export class Document {
    constructor(options: {
      creator: string;
      title: string;
      styles: { default: { document: Style; title: Style; heading1: Style } };
      sections: Array<{ children: Paragraph[] }>;
    });
  }
  export const Packer: { toBuffer(document: Document): Promise<Buffer> };
}
