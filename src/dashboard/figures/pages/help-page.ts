import { html } from 'hono/html';
import { caseOutcomeTable, caseTable, helpLevelTable, helpTypeTable } from '../../../core/measures/help.ts';
import { outcomeNames } from '../../../core/officers/case-words.ts';
import { bars } from '../chart/bars.ts';
import { type FigurePage, tableOf } from '../figure-page.ts';
import { tableView } from '../table-view.ts';

/** How many were shown the way to help, for what, and how many reached a human. */
export const helpPage: FigurePage = {
  path: '/giup-do',
  title: 'Chỉ nơi giúp đỡ và nhờ người thật',
  tab: 'Giúp đỡ',
  timed: true,
  tables: ({ now }) => [helpTypeTable(now), helpLevelTable(now), caseTable(now), caseOutcomeTable(now, outcomeNames)],
  show: ({ channel }, tables, exports) => html`<section aria-labelledby="h-loai"><h2 id="h-loai">Loại chuyện</h2>
${bars(tableOf(tables, 'giup-do-theo-loai'), 1)}
${tableView(tableOf(tables, 'giup-do-theo-loai'), exports)}</section>
<div class="columns">
<section aria-labelledby="h-muc"><h2 id="h-muc">Mức</h2>
${bars(tableOf(tables, 'giup-do-theo-muc'), 1)}
${tableView(tableOf(tables, 'giup-do-theo-muc'), exports)}</section>
<section aria-labelledby="h-ca"><h2 id="h-ca">Bàn trực của Trung tâm</h2>
${channel === null ? '' : html`<p class="aside">Ca không ghi người nhắn đến từ kênh nào, nên phần này là của mọi kênh.</p>`}
${bars(tableOf(tables, 'ban-truc'), 1)}
${tableView(tableOf(tables, 'ban-truc'), exports)}
${tableView(tableOf(tables, 'ca-da-khep'), exports)}</section>
</div>`,
};
