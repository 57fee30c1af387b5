import { html } from 'hono/html';
import { monthsOf } from '../../../core/measures/month.ts';
import { nearestTable, unansweredTable } from '../../../core/measures/topics.ts';
import { kindAddress } from '../../content/address.ts';
import { bars } from '../chart/bars.ts';
import { type FigurePage, tableOf } from '../figure-page.ts';
import { tableView } from '../table-view.ts';

/** What people asked and the knowledge does not hold, so that somebody can write it. */
export const unansweredPage: FigurePage = {
  path: '/chua-tra-loi',
  title: 'Câu hỏi chưa trả lời được',
  tab: 'Chưa trả lời',
  timed: true,
  async tables({ range, channel, now, names, door, at }) {
    const terms = await door.store.unanswered(monthsOf(range), channel, at);
    return [unansweredTable(terms, names), nearestTable(now, names)];
  },
  show: ({ mayWrite }, tables, exports) => html`<section aria-labelledby="h-tu"><h2 id="h-tu">Hỏi về những từ này</h2>
${tableView(tableOf(tables, 'chua-tra-loi'), exports, { tall: true })}
${mayWrite ? html`<p><a class="button main" href="${kindAddress('card')}/moi">Viết thẻ trả lời</a></p>` : ''}</section>
<section aria-labelledby="h-gan"><h2 id="h-gan">Gần câu nào nhất</h2>
${bars(tableOf(tables, 'gan-nhat'), 1)}
${tableView(tableOf(tables, 'gan-nhat'), exports, { tall: true })}</section>`,
};
