import { html, raw } from 'hono/html';
import { addToMonth, type Month, monthOf, monthWords, type Range, rangeWords } from '../../core/measures/month.ts';
import { channelNames } from '../../core/measures/words.ts';
import type { Markup } from '../frame.ts';
import { type Asked, channels, mostMonths, viewOf } from './look.ts';

/** The choice of months and channel: ready ranges as links, any other by form. Works without scripts. */
export function filterView({ range, channel, today }: Asked): Markup {
  const current = monthOf(today);
  const months = Array.from({ length: mostMonths }, (_, at) => addToMonth(current, -at));
  const month = (id: string, label: string, chosen: Month) => html`<p class="field"><label for="${id}">${label}</label>
<select id="${id}" name="${id}">${months.map((one) => html`<option value="${one}"${one === chosen ? raw(' selected') : ''}>${monthWords(one)}</option>`)}</select></p>`;
  return html`<section class="filter" aria-label="Chọn kỳ và kênh">
<ul class="ready">${ready(current).map(
    ({ label, to }) =>
      html`<li><a href="${viewOf({ range: to, channel })}"${to.from === range.from && to.to === range.to ? raw(' aria-current="true"') : ''}>${label}</a></li>`,
  )}</ul>
<form method="get">
${month('tu', 'Từ tháng', range.from)}
${month('den', 'Đến tháng', range.to)}
<p class="field"><label for="kenh">Kênh</label>
<select id="kenh" name="kenh"><option value="">Mọi kênh</option>${channels.map((one) => html`<option value="${one}"${one === channel ? raw(' selected') : ''}>${channelNames[one]}</option>`)}</select></p>
<button type="submit">Xem</button>
</form>
</section>`;
}

function ready(current: Month): Array<{ label: string; to: Range }> {
  const before = addToMonth(current, -1);
  const quarter = addToMonth(current, -((Number(current.slice(5)) - 1) % 3));
  return [
    { label: 'Tháng này', to: { from: current, to: current } },
    { label: 'Tháng trước', to: { from: before, to: before } },
    { label: 'Quý này', to: { from: quarter, to: current } },
    { label: '12 tháng qua', to: { from: addToMonth(current, -12), to: before } },
    { label: `Năm ${current.slice(0, 4)}`, to: { from: `${current.slice(0, 4)}-01`, to: current } },
  ];
}

/** The time and channel in words, for the head of a page: "Tháng 10/2026, mọi kênh". */
export function askedWords({ range, channel }: Pick<Asked, 'range' | 'channel'>): string {
  const time = rangeWords(range);
  return `${time.charAt(0).toUpperCase()}${time.slice(1)}, ${channel === null ? 'mọi kênh' : channelNames[channel]}`;
}
