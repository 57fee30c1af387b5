import { wilson } from '../eval/wilson.ts';
import { type Cell, isShare, type Page, type Section, type Table } from './page.ts';
import { told } from './told.ts';

/** The page as one HTML file that asks nobody for anything, for light and dark screens and for print. */
export function toHtml(page: Page): string {
  const title = `Hoa Ban: how good, how fast, how safe (${page.date})`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p>Made by <code>npm run report</code> on ${escaped(page.date)}, ${escaped(page.machine)}.</p>
</header>
<main>
<section lang="vi" aria-labelledby="tom-tat" class="summary">
<h2 id="tom-tat">Tóm tắt</h2>
${list(page.summary)}
</section>
${page.sections.map(sectionOf).join('\n')}
<section aria-labelledby="limits">
<h2 id="limits">Known limits</h2>
${list(page.limits)}
</section>
</main>
</body>
</html>
`;
}

function sectionOf({ title, text, tables, commands }: Section): string {
  const id = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const how = commands.map((command) => `<code>${escaped(command)}</code>`).join(', ');
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${escaped(title)}</h2>
${text.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
${tables.map(tableOf).join('\n')}
${how === '' ? '' : `<p class="how">Alone: ${how}</p>`}
</section>`;
}

function tableOf({ caption, columns, rows }: Table): string {
  const head = columns.map((one) => (one === '' ? '<td></td>' : `<th scope="col">${escaped(one)}</th>`)).join('');
  const body = rows.map(([first = '', ...rest]) => {
    const cells = rest.map(
      (cell, at) => `<td data-of="${escaped(columns[at + 1] ?? '')}">${escaped(told(cell))}${barOf(cell)}</td>`,
    );
    return `<tr><th scope="row">${escaped(told(first))}</th>${cells.join('')}</tr>`;
  });
  return `<table>
<caption>${escaped(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>`;
}

/** A share as a bar, its interval as a line over the bar. The words beside it say the same. */
function barOf(cell: Cell): string {
  if (!isShare(cell) || cell.whole === 0) return '';
  const at = (value: number) => (value * 100).toFixed(1);
  const [low, high] = wilson(cell.part, cell.whole);
  return `<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="100" height="8"/><rect class="part" width="${at(cell.part / cell.whole)}" height="8"/><rect class="span" x="${at(low)}" y="3" width="${at(Math.max(0.4, high - low))}" height="2"/></svg>`;
}

function list(lines: string[]): string {
  return `<ul>\n${lines.map((line) => `<li>${escaped(line)}</li>`).join('\n')}\n</ul>`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const style = `
:root { --ink: #1c2430; --soft: #4d5a6b; --paper: #fbfaf7; --card: #fff; --line: #d9d6cd; --bar: #b5477a; --rest: #ece7e0; --span: #1c2430; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece9e2; --soft: #b4bac4; --paper: #16191e; --card: #1e2229; --line: #3a404a; --bar: #d77aa5; --rest: #2c323b; --span: #ece9e2; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
header, main { max-width: 62rem; margin: 0 auto; padding: 1.25rem 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.5rem 0; }
h2 { font-size: 1.2rem; margin: 0 0 0.5rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; padding: 1.1rem 1.2rem; margin: 0 0 1.1rem; }
.summary { border-left: 0.4rem solid var(--bar); }
p, li { max-width: 48rem; }
code { font-size: 0.9em; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: 0.9rem 0; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.35rem; }
th, td { text-align: left; padding: 0.4rem 0.6rem; border-top: 1px solid var(--line); vertical-align: top; font-size: 0.92rem; }
th[scope=row] { font-weight: 500; }
thead th { color: var(--soft); font-weight: 600; }
svg { display: block; width: 100%; height: 0.5rem; margin-top: 0.25rem; }
.all { fill: var(--rest); } .part { fill: var(--bar); } .span { fill: var(--span); }
.how { color: var(--soft); font-size: 0.9rem; }
@media (max-width: 45rem) {
  thead { position: absolute; left: 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr, th[scope=row], td { display: block; width: 100%; }
  tr { border-top: 1px solid var(--line); padding: 0.4rem 0; }
  th[scope=row] { font-weight: 600; }
  th[scope=row], td { border: 0; padding: 0.15rem 0; }
  td::before { content: attr(data-of) ": "; color: var(--soft); }
}
@media print { section { break-inside: avoid; } }
`;
