import { html } from 'hono/html';
import {
  channelTable,
  headlines,
  headlineTable,
  kindTable,
  trendOf,
  trendTable,
} from '../../../core/measures/overview.ts';
import type { Table } from '../../../core/measures/table.ts';
import { topicTable } from '../../../core/measures/topics.ts';
import type { Markup } from '../../frame.ts';
import { base } from '../../house.ts';
import { cellWords } from '../cell-words.ts';
import { bars } from '../chart/bars.ts';
import { trendChart } from '../chart/trend-chart.ts';
import { type FigurePage, tableOf } from '../figure-page.ts';
import { askedWords } from '../filter.ts';
import { headlineView } from '../headline-view.ts';
import { viewOf } from '../look.ts';
import { tableView } from '../table-view.ts';

/** What an officer should know in ten seconds: how many, about what, what could not be answered, who was helped. */
export const overviewPage: FigurePage = {
  path: '',
  title: 'Số liệu',
  tab: 'Tổng quan',
  timed: true,
  tables: ({ now, before, names, today }) => [
    headlineTable(headlines(now, before)),
    trendTable(trendOf(now, today)),
    topicTable(now, names),
    channelTable(now),
    kindTable(now),
  ],
  show(look, tables, exports) {
    const { now, before, today } = look;
    const lines = headlines(now, before);
    const topics = tableOf(tables, 'chu-de');
    const trend = trendOf(now, today);
    return html`<p class="sum">${summary(lines, topics)}</p>
${headlineView(lines)}
<section aria-labelledby="h-thoi-gian"><h2 id="h-thoi-gian">${trend.by === 'day' ? 'Từng ngày' : 'Từng tháng'}</h2>
${trendChart(trend, `lượt hỏi, ${askedWords(look)}`)}
${tableView(tableOf(tables, 'theo-thoi-gian'), exports, { tall: true })}</section>
<section aria-labelledby="h-chu-de"><h2 id="h-chu-de">Hỏi nhiều nhất về</h2>
${bars({ ...topics, rows: named(topics).slice(0, 6) }, 2)}
${tableView({ ...topics, rows: named(topics).slice(0, 6) }, exports)}
<p><a href="${base}/so-lieu/chu-de${viewOf(look)}">Xem mọi chủ đề và văn bản</a></p></section>
<div class="columns">
<section aria-labelledby="h-kenh"><h2 id="h-kenh">Theo kênh</h2>
${bars(tableOf(tables, 'theo-kenh'), 1)}
${tableView(tableOf(tables, 'theo-kenh'), exports)}</section>
<section aria-labelledby="h-ket-qua"><h2 id="h-ket-qua">Kết quả từng lượt</h2>
${bars(tableOf(tables, 'ket-qua'), 1)}
${tableView(tableOf(tables, 'ket-qua'), exports)}</section>
</div>
<section aria-labelledby="h-chinh"><h2 id="h-chinh">So với kỳ trước</h2>
${tableView(tableOf(tables, 'tong-quan'), exports)}</section>`;
  },
};

/** Rows that tell of one topic: what was pooled has no document beside it. */
const named = ({ rows }: Table) => rows.filter((row) => row[1]?.kind === 'text' && row[1].text !== '');

function summary(lines: ReturnType<typeof headlines>, topics: Table): Markup {
  const of = (id: (typeof lines)[number]['id']) => lines.find((one) => one.id === id)?.now ?? { kind: 'none' as const };
  const said = (id: (typeof lines)[number]['id']) => cellWords(of(id));
  const about = named(topics)
    .slice(0, 3)
    .map((row) => (row[0] ? cellWords(row[0]) : ''));
  const most = about.length === 0 ? '' : html` Hỏi nhiều nhất: ${about.join('; ')}.`;
  return html`${said('asked')} lượt hỏi, ${said('declined')} lượt chưa trả lời được.${most} ${said('help')} lượt được chỉ nơi giúp đỡ, ${said('replied')} người đã gặp người thật của Trung tâm.`;
}
