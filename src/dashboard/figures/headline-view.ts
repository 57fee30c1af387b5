import { html } from 'hono/html';
import type { Headline } from '../../core/measures/overview.ts';
import type { Markup } from '../frame.ts';
import { cellWords, changeWords } from './cell-words.ts';

/** The main figures, large, each beside the one of the time before. */
export function headlineView(lines: readonly Headline[]): Markup {
  return html`<dl class="figures">${lines.map(
    ({ id, title, now, before, change }) => html`<div class="${id}">
<dt>${title}</dt>
<dd><b class="${now.kind === 'hidden' || now.kind === 'none' ? 'untold' : 'value'}">${cellWords(now)}</b>
<small>${before.kind === 'none' ? '' : html`kỳ trước ${cellWords(before)}`}${change === null ? '' : html` <span class="change">${arrow(change)} ${changeWords(change)}</span>`}</small></dd>
</div>`,
  )}</dl>`;
}

/** The direction in a sign; the words beside it say the same. */
function arrow(change: number): Markup {
  const sign = Math.round(change * 100) === 0 ? '→' : change > 0 ? '↑' : '↓';
  return html`<span aria-hidden="true">${sign}</span>`;
}
