import { commonEdge, joinWrapped, type Printed } from './wrapping.ts';

/** Lines longer than this are not broken by hand. */
const mostWrapped = 130;

/** The paragraphs of plain text; lines broken at a common width are joined, blank lines always part. */
export function linesOfText(text: string): string[] {
  const lines = text.split(/\r\n?|\n/).map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim());
  const lengths = lines.map((line) => line.length);
  const edge = commonEdge(lengths.filter((length) => length > 0));
  const nearEdge = lengths.filter((length) => length > edge * 0.85 && length <= edge).length;
  if (edge > mostWrapped || nearEdge < 4) return lines.filter((line) => line !== '');
  const printed = lines.flatMap((line, at): Printed[] =>
    line === '' ? [] : [{ text: line, end: line.length, perLetter: 1, gap: lines[at - 1] === '' }],
  );
  return joinWrapped(printed, edge);
}

/** The paragraphs of a Markdown file without its marks: what a reader of the printed page would see. */
export function linesOfMarkdown(source: string): string[] {
  const text = source
    .replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .split(/\r\n?|\n/)
    .flatMap(plainLine)
    .join('\n');
  return linesOfText(text);
}

function plainLine(line: string): string[] {
  if (/^\s*(?:[-*_]\s*){3,}$|^\s*```|^\s*\|?[\s|:-]+\|[\s|:-]*$/.test(line)) return [''];
  const heading = /^\s{0,3}#{1,6}\s/.test(line);
  const plain = line
    .replace(/^\s*(?:>\s?)+/, '')
    .replace(/^\s{0,3}#{1,6}\s+/, '')
    .replace(/\s+#+\s*$/, '')
    .replace(/^\s*[-*+]\s+(?=(?:\*\*)?(?:\d{1,3}[a-zđ]?\\?[.)]|[a-zđ]\d?\\?\)|điều\s))/i, '')
    .replace(/^\s*\|(.*)\|\s*$/, (_, cells: string) =>
      cells
        .split('|')
        .map((cell) => cell.trim())
        .filter(Boolean)
        .join(' | '),
    )
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\[\^(\w+)\]/g, '[$1]')
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=[^\s*_])([^*_]*[^\s*_])\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, '$1');
  // A heading is a paragraph of its own whatever stands around it.
  return heading ? ['', plain, ''] : [plain];
}
