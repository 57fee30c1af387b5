import { createHash } from 'node:crypto';
import type { Article, LegalText, Point } from './structure/legal-text.ts';

/** A stretch of a document's file: one article with all under it, or the headings of chapters between two of them. */
export type Stretch = { kind: 'article'; name: string; text: string } | { kind: 'headings'; text: string };

/** A legal text in the form of `knowledge/laws`: each article, clause and point under its own heading. */
export function writeStretches({ articles }: Pick<LegalText, 'articles'>): Stretch[] {
  let under: string[] = [];
  return articles.flatMap((article): Stretch[] => {
    const changed = article.under.findIndex((heading, at) => heading !== under[at]);
    const fresh = changed === -1 ? [] : article.under.slice(changed);
    under = article.under;
    const headings: Stretch[] =
      fresh.length === 0 ? [] : [{ kind: 'headings', text: fresh.map((heading) => `# ${heading}`).join('\n') }];
    return [...headings, { kind: 'article', name: `Điều ${article.number}`, text: writeArticle(article) }];
  });
}

function writeArticle({ number, title, lead, clauses, points, notes }: Article): string {
  const blocks = [
    block(`## Điều ${number}${title === '' ? '' : `. ${title}`}`, lead, notes),
    ...points.map((point) => writePoint('### Điểm', point)),
    ...clauses.flatMap((clause) => [
      block(`### Khoản ${clause.number}`, clause.lead, clause.notes),
      ...clause.points.map((point) => writePoint(`### Khoản ${clause.number} điểm`, point)),
    ]),
  ];
  return blocks.join('\n\n');
}

function writePoint(heading: string, { letter, lines, notes }: Point): string {
  return block(`${heading} ${letter}`, lines, notes);
}

function block(heading: string, lines: string[], notes: string[]): string {
  return [heading, ...notes.map((note) => `- Nguồn: ${note}`), ...lines.map(kept)].join('\n');
}

/** A line of law that would be read as a heading or a note of ours keeps a backslash before it. */
function kept(line: string): string {
  return /^(?:#|-{3}|\\|-\s+(?:Hỏi|Trả lời|Hiệu lực|Kiểm chứng|Nguồn))/.test(line) ? `\\${line}` : line;
}

/** The stretches of a document's file below its front part, as an editor left them. */
export function readStretches(body: string): Stretch[] {
  return body
    .split(/\n(?=#{1,2}\s)/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => {
      const name = /^##\s+(Điều\s+\d+[a-zđ]?|Phần:\s*.*)/.exec(text)?.[1];
      return name === undefined
        ? { kind: 'headings', text }
        : { kind: 'article', name: name.replace(/\s+/g, ' '), text };
    });
}

/** What tells whether an article is word for word the one read before. */
export function markOfArticle(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
