import { html } from 'hono/html';
import { alarmsTable, awaitingTable, documentsTable, servicesTable } from '../../../core/measures/content-state.ts';
import { type FigurePage, tableOf } from '../figure-page.ts';
import { tableView } from '../table-view.ts';

/** How fresh the knowledge and the directory are, and which texts wait for approval. */
export const contentPage: FigurePage = {
  path: '/kho',
  title: 'Kho kiến thức và danh bạ',
  tab: 'Kho kiến thức',
  timed: false,
  tables({ door, today }) {
    const state = door.content();
    return [alarmsTable(state), awaitingTable(state), servicesTable(state, today), documentsTable(state, today)];
  },
  show({ door }, tables, exports) {
    const { alarms, awaiting, lapsed, directory } = door.content();
    const texts = awaiting.reduce((sum, one) => sum + one.texts, 0);
    return html`${directory.centre.contact === null ? html`<p class="fault" role="status"><b>Trung tâm Công tác xã hội chưa có số liên hệ được xác nhận.</b> Bot chưa chỉ thẳng được tới Trung tâm. Xác nhận số rồi ghi vào danh bạ.</p>` : ''}
<section aria-labelledby="h-viec"><h2 id="h-viec">Việc cần làm với danh bạ <small>(${alarms.length})</small></h2>
${alarms.length === 0 ? html`<p class="done">Không có việc nào.</p>` : tableView(tableOf(tables, 'viec-can-lam'), exports)}</section>
<section aria-labelledby="h-duyet"><h2 id="h-duyet">Lời đang chờ duyệt <small>(${texts})</small></h2>
${texts === 0 ? html`<p class="done">Mọi lời đã được duyệt.</p>` : tableView(tableOf(tables, 'cho-duyet'), exports, { tall: true })}</section>
<section aria-labelledby="h-het"><h2 id="h-het">Đang tạm ẩn vì luật đã hết hiệu lực <small>(${lapsed.length})</small></h2>
${lapsed.length === 0 ? html`<p class="done">Không có.</p>` : html`<ul class="plain">${lapsed.map((line) => html`<li>${line}</li>`)}</ul>`}</section>
<section aria-labelledby="h-so"><h2 id="h-so">Số điện thoại giúp đỡ</h2>
${tableView(tableOf(tables, 'danh-ba'), exports)}</section>
<section aria-labelledby="h-luat"><h2 id="h-luat">Văn bản</h2>
${tableView(tableOf(tables, 'van-ban-trong-kho'), exports, { tall: true })}</section>`;
  },
};
