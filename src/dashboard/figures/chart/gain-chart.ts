import { html } from 'hono/html';
import type { Learning } from '../../../core/measures/learning.ts';
import { type Names, pooled } from '../../../core/measures/words.ts';
import type { Markup } from '../../frame.ts';
import { shareWords } from '../cell-words.ts';

/** What those who finished a lesson knew before it and after it, one bar under the other. */
export function gainChart(paths: readonly Learning[], names: Names): Markup | '' {
  const known = paths.flatMap((one) => (one.before === null ? [] : [{ ...one, before: one.before }]));
  if (known.length === 0) return '';
  return html`<figure class="bars gain" role="img" aria-label="Biểu đồ phần trả lời đúng trước và sau khi học; số ở bảng bên dưới">
${known.map(
  ({ topic, before, right }) => html`<p class="what">${topic === null ? pooled : names.topic(topic)}</p>
${bar('Trước khi học', before, 'before')}${bar('Sau khi học', right, 'after')}`,
)}
</figure>`;
}

function bar(name: string, part: number, look: string): Markup {
  return html`<div class="bar ${look}"><span>${name}</span><svg width="100%" height="18" aria-hidden="true"><rect class="track" width="100%" height="18" rx="9"/><rect class="fill" width="${Math.round(part * 1_000) / 10}%" height="18" rx="9"/></svg><b class="n">${shareWords(part)}</b></div>`;
}
