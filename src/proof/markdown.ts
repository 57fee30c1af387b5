import type { Page, Section, Table } from './page.ts';
import { told } from './told.ts';

/** The page in Markdown. */
export function toMarkdown(page: Page): string {
  return `${[
    `# Proof: how good, how fast, how safe (${page.date})`,
    `Made by \`npm run report\` on ${page.date}, ${page.machine}. The same page with bars: [bang-chung.html](bang-chung.html).`,
    '## Tóm tắt',
    page.summary.map((line) => `- ${line}`).join('\n'),
    ...page.sections.flatMap(sectionLines),
    '## Known limits',
    page.limits.map((line) => `- ${line}`).join('\n'),
  ].join('\n\n')}\n`;
}

function sectionLines({ title, text, tables, commands }: Section): string[] {
  const how = commands.map((command) => `\`${command}\``).join(', ');
  return [`## ${title}`, ...text, ...tables.map(tableLines), ...(how === '' ? [] : [`Alone: ${how}`])];
}

function tableLines({ caption, columns, rows }: Table): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    `**${caption}**`,
    '',
    line(columns),
    line(columns.map((_, at) => (at === 0 ? '---' : '---:'))),
    ...rows.map((row) => line(row.map(told))),
  ].join('\n');
}
