import { html } from 'hono/html';
import { modelTable } from '../../../core/measures/model-week.ts';
import { kindTable } from '../../../core/measures/overview.ts';
import type { Health } from '../../../core/measures/ports.ts';
import { end, start, type Table, text } from '../../../core/measures/table.ts';
import { waitWords } from '../../form.ts';
import { countWords } from '../cell-words.ts';
import { type FigurePage, tableOf } from '../figure-page.ts';
import { tableView } from '../table-view.ts';

/** How the machine does. */
export const machinePage: FigurePage = {
  path: '/may',
  title: 'Máy chạy ra sao',
  tab: 'Máy',
  timed: true,
  async tables({ door, at, now, today }) {
    const [health, week] = await Promise.all([door.store.health(at), door.model(today)]);
    return [healthTable(health), { ...kindTable(now), id: 'ket-qua' }, ...(week === null ? [] : [modelTable(week)])];
  },
  show: (_look, tables, exports) => html`<section aria-labelledby="h-may"><h2 id="h-may">24 giờ qua</h2>
${tableView(tableOf(tables, 'may'), exports)}</section>
<section aria-labelledby="h-loi"><h2 id="h-loi">Kết quả từng lượt trong kỳ</h2>
${tableView(tableOf(tables, 'ket-qua'), exports)}</section>
${
  tables.some((one) => one.id === 'mo-hinh')
    ? html`<section aria-labelledby="h-mo-hinh"><h2 id="h-mo-hinh">Mô hình ngôn ngữ, 7 ngày đã xong</h2>
${tableView(tableOf(tables, 'mo-hinh'), exports, { tall: true })}</section>`
    : ''
}`,
};

const milliseconds = (ms: number | null) => (ms === null ? 'Chưa đủ 5 lượt' : `${countWords(ms)} mili giây`);

function healthTable({ medianMs, p95Ms, waiting, oldestSeconds }: Health): Table {
  return {
    id: 'may',
    title: 'Máy chạy ra sao',
    note: null,
    columns: [start('Mục'), end('Bây giờ')],
    rows: [
      [text('Thời gian nghĩ một câu, ở giữa'), text(milliseconds(medianMs))],
      [text('Thời gian nghĩ của 95 trong 100 câu'), text(`${p95Ms === null ? '' : 'dưới '}${milliseconds(p95Ms)}`)],
      [text('Tin đang chờ xử lý hoặc chờ gửi'), text(waiting === 0 ? 'Không có' : countWords(waiting))],
      [text('Tin chờ lâu nhất'), text(oldestSeconds === null ? '–' : waitWords(oldestSeconds * 1_000))],
    ],
  };
}
