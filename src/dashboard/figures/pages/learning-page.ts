import { html } from 'hono/html';
import { learningOf, pathTable, setTable } from '../../../core/measures/learning.ts';
import { base } from '../../house.ts';
import { bars } from '../chart/bars.ts';
import { gainChart } from '../chart/gain-chart.ts';
import { type FigurePage, tableOf } from '../figure-page.ts';
import { tableView } from '../table-view.ts';

/** How many finished a lesson or a quiz, and what they knew before and after. */
export const learningPage: FigurePage = {
  path: '/hoc',
  title: 'Bài học và câu đố',
  tab: 'Học và đố',
  timed: true,
  tables: ({ now, names }) => [pathTable(now, names), setTable(now, names)],
  show: ({ now, names }, tables, exports) => html`<section aria-labelledby="h-hoc"><h2 id="h-hoc">Bài học</h2>
${gainChart(learningOf(now, 'path'), names)}
${tableView(tableOf(tables, 'bai-hoc'), exports)}</section>
<section aria-labelledby="h-do"><h2 id="h-do">Câu đố</h2>
${bars(tableOf(tables, 'cau-do'), 1)}
${tableView(tableOf(tables, 'cau-do'), exports)}</section>
<p><a href="${base}/chien-dich">Xem lịch gửi tin của các đợt truyền thông</a></p>
<p class="aside">Chỉ đếm lượt đã học hết, chơi hết. Tháng chưa hết thì chưa kể được: số này chỉ có khi tháng khép lại.</p>`,
};
