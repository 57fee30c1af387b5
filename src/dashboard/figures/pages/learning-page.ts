import { html } from 'hono/html';
import { pathTable, setTable } from '../../../core/measures/learning.ts';
import { bars } from '../chart/bars.ts';
import { type FigurePage, tableOf } from '../figure-page.ts';
import { tableView } from '../table-view.ts';

/** How many finished a lesson or a quiz, and what they knew before and after. */
export const learningPage: FigurePage = {
  path: '/hoc',
  title: 'Bài học và câu đố',
  tab: 'Học và đố',
  timed: true,
  tables: ({ now, names }) => [pathTable(now, names), setTable(now, names)],
  show: (_look, tables, exports) => html`<section aria-labelledby="h-hoc"><h2 id="h-hoc">Bài học</h2>
${bars(tableOf(tables, 'bai-hoc'), 1)}
${tableView(tableOf(tables, 'bai-hoc'), exports)}</section>
<section aria-labelledby="h-do"><h2 id="h-do">Câu đố</h2>
${bars(tableOf(tables, 'cau-do'), 1)}
${tableView(tableOf(tables, 'cau-do'), exports)}</section>
<p class="aside">Chỉ đếm lượt đã học hết, chơi hết. Tháng chưa hết thì chưa kể được: số này chỉ có khi tháng khép lại.</p>`,
};
