import { html } from 'hono/html';
import { page } from '../frame.ts';
import { base, type Ctx } from '../house.ts';

/** Shows new recovery codes, this once. */
export function recoverySheet(c: Ctx, title: string, codes: string[]) {
  return page(c, {
    title,
    narrow: true,
    body: html`<p>Hãy chép <b>${codes.length} mã dự phòng</b> này ra giấy và cất ở nơi an toàn. Khi mất điện thoại, mỗi mã thay cho mã 6 số một lần. Các mã cũ không còn dùng được.</p>
<ol class="codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>
<p class="note">Trang này chỉ hiện một lần.</p>
<p><a class="button main" href="${base}">Tôi đã chép xong</a></p>`,
  });
}
