import { html } from 'hono/html';
import { documentTable, topicTable } from '../../../core/measures/topics.ts';
import { bars } from '../chart/bars.ts';
import { type FigurePage, tableOf } from '../figure-page.ts';
import { tableView } from '../table-view.ts';

/** What people asked about, and by which legal acts they were answered. */
export const topicsPage: FigurePage = {
  path: '/chu-de',
  title: 'Người dân hỏi về điều gì',
  tab: 'Chủ đề',
  timed: true,
  tables: ({ now, names }) => [topicTable(now, names), documentTable(now, names)],
  show: (_look, tables, exports) => html`<section aria-labelledby="h-chu-de"><h2 id="h-chu-de">Chủ đề</h2>
${bars(tableOf(tables, 'chu-de'), 2)}
${tableView(tableOf(tables, 'chu-de'), exports, { tall: true })}</section>
<section aria-labelledby="h-van-ban"><h2 id="h-van-ban">Văn bản</h2>
${bars(tableOf(tables, 'van-ban'), 1)}
${tableView(tableOf(tables, 'van-ban'), exports, { tall: true })}</section>`,
};
