import { html, raw } from 'hono/html';
import type { Cell, Table } from '../../core/measures/table.ts';
import type { Markup } from '../frame.ts';
import { base } from '../house.ts';
import { cellWords, hiddenWords } from './cell-words.ts';

/** Where a table can be fetched as a file. `running`: all of the time asked for is a month that is not over. */
export type Exports = { csv: (id: string) => string; running: boolean };

/** A table as people read it, with a link to the same as a file. An empty one says so in words. */
export function tableView(table: Table, { csv, running }: Exports, { tall = false }: { tall?: boolean } = {}): Markup {
  const { id, title, note, columns, rows } = table;
  if (rows.length === 0)
    return html`<p class="none">${running ? 'Phần này có khi tháng khép lại. Chọn tháng trước để xem.' : 'Chưa có mục nào đủ 5 lượt.'}</p>`;
  return html`<div class="table">
<div class="scroll${tall && rows.length > 12 ? ' tall' : ''}" tabindex="0" role="region" aria-labelledby="bang-${id}">
<table>
<caption id="bang-${id}" class="unseen">${title}</caption>
<thead><tr>${columns.map(({ title: head, align }) => html`<th scope="col"${align === 'end' ? raw(' class="number"') : ''}>${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, at) => cellView(cell, at === 0, columns[at]?.align === 'end'))}</tr>`)}</tbody>
</table>
</div>
<p class="under">${note === null ? '' : html`<span>${note}</span>`}<a class="file" href="${csv(id)}" download>Tải bảng này (CSV)<span class="unseen">: ${title}</span></a></p>
</div>`;
}

function cellView(cell: Cell, isHead: boolean, isNumber: boolean): Markup {
  const look = [isNumber ? 'number' : 'wordy', ...(cell.kind === 'hidden' || cell.kind === 'none' ? ['untold'] : [])];
  const shape = look.length === 0 ? '' : raw(` class="${look.join(' ')}"`);
  const words =
    cell.kind === 'text' && cell.to !== undefined
      ? html`<a href="${base}${cell.to}">${cell.text}</a>`
      : cellWords(cell);
  return isHead ? html`<th scope="row"${shape}>${words}</th>` : html`<td${shape}>${words}</td>`;
}

/** What a reader should know of every table once. */
export const howToRead: Markup = html`<p class="aside">Số dưới 5 được ghi là “${hiddenWords}” và không có trong tổng nào, để không ai đoán ra chuyện của một người. Vì vậy tổng có thể nhỏ hơn thực tế một chút.</p>`;
