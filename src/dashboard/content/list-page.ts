import { html, raw } from 'hono/html';
import type { ContentDesk, ItemLine } from '../../core/content/desk.ts';
import type { ContentKind } from '../../core/content/item.ts';
import { kindName } from '../../core/content/title.ts';
import { fold } from '../../core/vietnamese/fold.ts';
import { type Markup, page } from '../frame.ts';
import type { Ctx } from '../house.ts';
import { contentHome, itemAddress, kindAddress } from './address.ts';
import { mayWrite } from './rights.ts';
import { tellsWords } from './words.ts';

/** How many are listed at once. */
const perPage = 60;

/** All things of a kind, or those that hold what is looked for, or those that wait for something. */
export async function listPage(c: Ctx, desk: ContentDesk, kind: ContentKind) {
  const wanted = (c.req.query('tim') ?? '').slice(0, 80);
  const onlyWaiting = c.req.query('cho') === 'co';
  const from = Math.max(0, Number.parseInt(c.req.query('tu') ?? '0', 10) || 0);
  const words = fold(wanted).split(/\s+/).filter(Boolean);
  const all = await desk.lines(kind);
  const found = all
    .filter(({ title, id }) => words.every((word) => fold(`${title} ${id}`).includes(word)))
    .filter(({ waits, draft, tells }) => !onlyWaiting || waits !== null || draft !== null || tells === 'conflict');
  const shown = found.slice(from, from + perPage);
  const further = (start: number) =>
    `${kindAddress(kind)}?${new URLSearchParams({ ...(wanted === '' ? {} : { tim: wanted }), ...(onlyWaiting ? { cho: 'co' } : {}), tu: String(start) })}`;
  return page(c, {
    title: kindName(kind).many,
    body: html`<p><a href="${contentHome}">Nội dung</a></p>
<form method="get" action="${kindAddress(kind)}" class="find" role="search">
<p class="field"><label for="tim">Tìm theo chữ</label><input id="tim" name="tim" type="search" maxlength="80" value="${wanted}" autocomplete="off"></p>
<label class="tick"><input type="checkbox" name="cho" value="co"${onlyWaiting ? raw(' checked') : ''}> Chỉ mục đang chờ</label>
<button type="submit">Tìm</button>
${mayWrite(c) && desk.files(kind).length > 0 ? html`<a class="button main" href="${kindAddress(kind)}/moi">Thêm ${kindName(kind).one}</a>` : ''}
</form>
<p class="aside" role="status">${found.length} / ${all.length} mục.</p>
${lineList(shown)}
${from > 0 || found.length > from + perPage ? html`<p class="between">${from > 0 ? html`<a href="${further(Math.max(0, from - perPage))}">Trang trước</a>` : html`<span></span>`}${found.length > from + perPage ? html`<a href="${further(from + perPage)}">Trang sau</a>` : ''}</p>` : ''}`,
  });
}

export function lineList(lines: ItemLine[]): Markup {
  return html`<ul class="items">${lines.map((line) => {
    const tells = tellsWords(line.tells);
    const drafts = { draft: 'có bản nháp', offered: 'chờ duyệt' };
    return html`<li><a href="${itemAddress(line)}">${line.title}</a> <span>${[
      line.draft === null ? null : drafts[line.draft],
      tells,
      line.waits,
    ].map((one) => (one === null ? '' : html`<span class="state">${one}</span> `))}</span></li>`;
  })}</ul>`;
}
