import { html } from 'hono/html';
import { feedbackTable } from '../../../core/measures/learning.ts';
import { bars } from '../chart/bars.ts';
import { type FigurePage, tableOf } from '../figure-page.ts';
import { tableView } from '../table-view.ts';

/** What people tapped about answers and numbers. */
export const feedbackPage: FigurePage = {
  path: '/gop-y',
  title: 'Góp ý của người dân',
  tab: 'Góp ý',
  timed: true,
  tables: ({ now, names }) => [feedbackTable(now, names, 'answers'), feedbackTable(now, names, 'numbers')],
  show: (
    _look,
    tables,
    exports,
  ) => html`<section aria-labelledby="h-co-ich"><h2 id="h-co-ich">Câu trả lời có ích không</h2>
${bars({ ...tableOf(tables, 'gop-y'), title: 'câu được bấm “có ích”' }, 1)}
${tableView(tableOf(tables, 'gop-y'), exports, { tall: true })}</section>
<section aria-labelledby="h-goi"><h2 id="h-goi">Số điện thoại gọi được không</h2>
${tableView(tableOf(tables, 'goi-duoc'), exports)}</section>`,
};
