import { html } from 'hono/html';
import type { Cell, Table } from '../../../core/measures/table.ts';
import { pooled } from '../../../core/measures/words.ts';
import type { Markup } from '../../frame.ts';
import { cellWords } from '../cell-words.ts';

/** The most bars that are looked at in one glance; the table has them all. */
const mostBars = 12;

/** Rows of a table as bars: the words of its first column, the counts of `column`. Nothing where no count is told. */
export function bars({ title, rows }: Table, column: number): Markup | '' {
  const told = rows.flatMap((row) => {
    const [name, value] = [row[0], row[column]];
    return name && value?.kind === 'count' ? [{ name, value }] : [];
  });
  const most = Math.max(...told.map(({ value }) => value.n));
  if (told.length === 0) return '';
  const shown = told.slice(0, mostBars);
  const more = told.length - shown.length;
  return html`<figure class="bars" role="img" aria-label="Biểu đồ ${title.toLowerCase()}; số ở bảng bên dưới">
${shown.map(({ name, value }) => bar(cellWords(name), value, value.n / most))}
${more === 0 ? '' : html`<p class="more">và ${more} dòng nữa ở bảng</p>`}
</figure>`;
}

function bar(name: string, value: Cell, part: number): Markup {
  return html`<div class="${name === pooled ? 'bar rest' : 'bar'}"><span class="what">${name}</span><svg width="100%" height="14" aria-hidden="true"><rect class="track" width="100%" height="14" rx="7"/><rect class="fill" width="${Math.max(1.5, Math.round(part * 1_000) / 10)}%" height="14" rx="7"/></svg><b class="n">${cellWords(value)}</b></div>`;
}
