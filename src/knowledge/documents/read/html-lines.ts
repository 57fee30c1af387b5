import type { Cheerio, CheerioAPI } from 'cheerio';

/** A node of a parsed page: an element has `attribs`, a text has `nodeType` 3, the document 9. */
export type Node = ReturnType<ReturnType<CheerioAPI['root']>['contents']> extends Cheerio<infer Any> ? Any : never;
export type Element = Extract<Node, { attribs: object }>;

const unseen = new Set(
  'script style noscript template head nav aside footer button select svg iframe object title'.split(' '),
);
const blocks = new Set(
  (
    'address article blockquote body caption center dd details div dl dt fieldset figure figcaption h1 h2 h3 h4 h5 h6 ' +
    'header hr html li main ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);

/** The text of a page as a reader sees it: one line a paragraph, a table row as its cells with " | " between. */
export function linesOfHtml(root: Node[]): string[] {
  const lines: string[] = [];
  let line = '';
  /** The number of a list item, until the first words of the item come, which may stand in a paragraph of their own. */
  let number = '';
  const end = () => {
    if (line.trim() !== '') lines.push(`${number} ${line}`.trim());
    if (line.trim() !== '') number = '';
    line = '';
  };
  const visit = (node: Node, prefix: string): void => {
    if (node.nodeType === 3) line += node.data.replace(/[\s\u00a0]+/g, ' ');
    else if (node.nodeType === 9) for (const child of node.children) visit(child, '');
    else if ('attribs' in node && !unseen.has(node.name) && !isHidden(node)) visitElement(node, prefix);
  };
  const visitElement = (node: Element, prefix: string): void => {
    const breaks = blocks.has(node.name) || node.name === 'br';
    if (breaks) end();
    if (node.name === 'tr') {
      const cells = node.children.filter((child) => 'attribs' in child && /^t[dh]$/.test(child.name));
      lines.push(...rowLines(cells.map((cell) => linesOfHtml('children' in cell ? cell.children : []))));
      return;
    }
    if (prefix !== '') number = prefix;
    let item = Number(node.attribs.start ?? 1);
    for (const child of node.children) {
      const isItem = 'attribs' in child && child.name === 'li';
      visit(child, isItem ? bullet(node, item) : '');
      if (isItem) item++;
    }
    if (breaks) end();
  };
  for (const node of root) visit(node, '');
  end();
  return lines;
}

/** More lines than this in a cell, and the table lays out the page rather than holding figures. */
const mostCellLines = 6;

/** A row as one line; a cell that holds a text of its own, as where a whole page stands in a table, keeps its lines. */
function rowLines(cells: string[][]): string[] {
  const filled = cells.filter((cell) => cell.length > 0);
  if (filled.length < 2 || filled.some((cell) => cell.length > mostCellLines)) return filled.flat();
  return [filled.map((cell) => cell.join(' ')).join(' | ')];
}

function isHidden(element: Element): boolean {
  return 'hidden' in element.attribs || /display:\s*none/i.test(element.attribs.style ?? '');
}

/** What a list item begins with: the number or letter that the page shows. */
function bullet(list: Element, item: number): string {
  if (list.name !== 'ol') return '-';
  return list.attribs.type === 'a' ? `${String.fromCharCode(96 + item)})` : `${item}.`;
}
