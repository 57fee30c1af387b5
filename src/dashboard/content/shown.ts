import { html } from 'hono/html';
import type { Shown } from '../../core/content/desk.ts';
import type { Markup } from '../frame.ts';

/** Replies as a person sees them: bubbles, sources, buttons that lead nowhere here. */
export function shownAs(shown: Shown[]): Markup {
  return html`<div class="phone">${shown.map(
    ({ bubbles, sources, offers }) => html`<div class="told">${bubbles.map((one) => html`<p class="bubble">${one}</p>`)}
${sources.length === 0 ? '' : html`<p class="when">Căn cứ: ${sources.join('. ')}.</p>`}
${offers.length === 0 ? '' : html`<ul class="offers" aria-label="Các nút">${offers.map((one) => html`<li>${one}</li>`)}</ul>`}</div>`,
  )}</div>`;
}

/** What must be mended before something may be published. */
export function mendList(mends: string[]): Markup | '' {
  if (mends.length === 0) return '';
  return html`<div class="fault" role="alert"><p><b>Chưa công bố được. Phải sửa:</b></p>
<ul class="dots">${mends.map((one) => html`<li>${one}</li>`)}</ul></div>`;
}
