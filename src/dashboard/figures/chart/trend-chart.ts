import { html } from 'hono/html';
import type { Trend } from '../../../core/measures/overview.ts';
import type { Markup } from '../../frame.ts';
import { countWords } from '../cell-words.ts';
import { labelled, ticksTo } from './scale.ts';

type Key = 'asked' | 'declined' | 'help';
const series: Array<{ key: Key; name: string }> = [
  { key: 'asked', name: 'Lượt hỏi' },
  { key: 'declined', name: 'Chưa trả lời được' },
  { key: 'help', name: 'Chỉ nơi giúp đỡ' },
];

/** Sizes in the units of the drawing: one drawing for wide screens and paper, one for phones, so that letters stay legible. */
type Size = { width: number; height: number; left: number; labels: number; look: string };
const wide: Size = { width: 960, height: 320, left: 52, labels: 16, look: 'wide' };
const small: Size = { width: 340, height: 240, left: 40, labels: 6, look: 'small' };
const [top, bottom, right] = [14, 34, 14];

/** The course of time as lines; the figures stand in the table below it. */
export function trendChart(trend: Trend, what: string): Markup {
  const { points } = trend;
  const sum = (key: Key) => points.reduce((all, one) => all + one[key], 0);
  const said = `Biểu đồ ${what}: ${series.map(({ key, name }) => `${name.toLowerCase()} ${countWords(sum(key))}`).join(', ')}. Số từng ${trend.by === 'day' ? 'ngày' : 'tháng'} ở bảng bên dưới.`;
  return html`<figure class="chart">
<figcaption><ul class="legend">${series.map(({ key, name }) => html`<li class="${key}"><svg viewBox="0 0 28 12" width="28" height="12" aria-hidden="true"><line class="line" x1="1" y1="6" x2="27" y2="6"/>${dot(key, 14, 6)}</svg>${name}</li>`)}</ul></figcaption>
${[wide, small].map((size) => drawing(trend, size, said))}
</figure>`;
}

function drawing({ points }: Trend, size: Size, said: string): Markup {
  const { width, height, left, labels, look } = size;
  const ticks = ticksTo(Math.max(0, ...points.map(({ asked }) => asked)));
  const most = ticks.at(-1) ?? 1;
  const floor = height - bottom;
  const x = (at: number) => round(left + ((width - left - right) * (at + 0.5)) / Math.max(1, points.length));
  const y = (n: number) => round(floor - ((floor - top) * n) / most);
  const named = labelled(points.length, labels);
  const way = (key: Key) => points.map((one, at) => `${at === 0 ? 'M' : 'L'}${x(at)} ${y(one[key])}`).join('');
  return html`<svg class="${look}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${said}">
${ticks.map((tick) => html`<line class="grid" x1="${left}" x2="${width - right}" y1="${y(tick)}" y2="${y(tick)}"/><text class="tick" x="${left - 8}" y="${y(tick) + 4}" text-anchor="end">${countWords(tick)}</text>`)}
${points.map(({ label }, at) => (named.has(at) ? html`<text class="tick" x="${x(at)}" y="${height - 10}" text-anchor="middle">${label}</text>` : ''))}
${points.length > 1 ? html`<path class="area" d="${way('asked')}L${x(points.length - 1)} ${floor}L${x(0)} ${floor}Z"/>` : ''}
${series.map(({ key }) => html`<g class="${key}"><path class="line" d="${way(key)}"/>${points.map((one, at) => (points.length <= 14 || one[key] > 0 ? dot(key, x(at), y(one[key])) : ''))}</g>`)}
</svg>`;
}

/** Each line has a shape of its own, so that nobody needs to tell colours. */
function dot(key: Key, x: number, y: number): Markup {
  switch (key) {
    case 'asked':
      return html`<circle class="dot" cx="${x}" cy="${y}" r="3.5"/>`;
    case 'declined':
      return html`<rect class="dot" x="${x - 3.5}" y="${y - 3.5}" width="7" height="7"/>`;
    case 'help':
      return html`<path class="dot" d="M${x} ${y - 5}L${x + 5} ${y + 4}L${x - 5} ${y + 4}Z"/>`;
  }
}

const round = (value: number) => Math.round(value * 10) / 10;
