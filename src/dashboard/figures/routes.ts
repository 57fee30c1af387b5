import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { isRunning } from '../../core/measures/reading.ts';
import { type Markup, page } from '../frame.ts';
import { base, type Ctx, type Env, type House } from '../house.ts';
import { only } from '../only.ts';
import { refusal } from '../pages/refused.ts';
import type { FiguresDoor } from './door.ts';
import { csvOf } from './export/csv.ts';
import { xlsxOf } from './export/xlsx.ts';
import type { FigurePage } from './figure-page.ts';
import { askedWords, filterView } from './filter.ts';
import { type Look, lookAt, viewOf } from './look.ts';
import { contentPage } from './pages/content-page.ts';
import { feedbackPage } from './pages/feedback-page.ts';
import { helpPage } from './pages/help-page.ts';
import { learningPage } from './pages/learning-page.ts';
import { machinePage } from './pages/machine-page.ts';
import { overviewPage } from './pages/overview-page.ts';
import { topicsPage } from './pages/topics-page.ts';
import { unansweredPage } from './pages/unanswered-page.ts';
import { howToRead } from './table-view.ts';

export const figurePages: readonly FigurePage[] = [
  overviewPage,
  topicsPage,
  unansweredPage,
  helpPage,
  feedbackPage,
  learningPage,
  contentPage,
  machinePage,
];

const root = '/so-lieu';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The pages of figures, and every table of them as a file. */
export function figureRoutes({ now }: Pick<House, 'now'>, door: FiguresDoor): Hono<Env> {
  const app = new Hono<Env>();
  for (const one of figurePages) {
    const path = `${root}${one.path}`;
    app.get(path, only('figures'), async (c) => figurePage(c, one, await lookAt(c, door, now())));
    app.get(`${path}/csv`, only('figures'), async (c) => {
      const look = await lookAt(c, door, now());
      const table = (await one.tables(look)).find(({ id }) => id === c.req.query('bang'));
      if (table === undefined) return refusal(c, 404);
      const title = one.timed ? `${table.title} – ${askedWords(look)}` : table.title;
      return file(c, csvOf({ ...table, title }), 'text/csv; charset=utf-8', `${fileName(one, look, table.id)}.csv`);
    });
    app.get(`${path}/xlsx`, only('figures'), async (c) => {
      const look = await lookAt(c, door, now());
      const tables = await one.tables(look);
      return file(c, xlsxOf(tables), spreadsheet, `${fileName(one, look, one.path.slice(1) || 'tong-quan')}.xlsx`);
    });
  }
  return app;
}

async function figurePage(c: Ctx, one: FigurePage, look: Look) {
  const tables = await one.tables(look);
  const at = `${base}${root}${one.path}`;
  const csv = (id: string) => `${at}/csv${viewOf(look, { bang: id })}`;
  const isDemo = await look.door.store.isDemo();
  return page(c, {
    title: one.title,
    styles: ['figures.css'],
    body: html`${tabs(one, look)}
${isDemo ? demoLine : ''}
${one.timed ? filterView(look) : ''}
${one.timed ? html`<p class="period">${askedWords(look)}${isRunning(look.now) ? html` <small>(kỳ này chưa hết: tháng đang chạy chỉ đếm theo nhịp 5 lượt và chưa chia chủ đề)</small>` : ''}</p>` : ''}
${await one.show(look, tables, { csv, running: one.timed && look.now.months.every(({ running }) => running) })}
${one.timed ? howToRead : ''}
<p class="downloads"><a class="button" href="${at}/xlsx${viewOf(look)}" download>Tải mọi bảng của trang này (Excel)</a></p>`,
  });
}

const demoLine: Markup = html`<p class="fault demo" role="note"><b>Số liệu giả để xem thử.</b> Mọi con số ở đây do máy bịa ra, không phải của người dân nào. Xoá thư mục của bản xem thử là hết.</p>`;

function tabs(here: FigurePage, look: Look): Markup {
  return html`<nav class="tabs" aria-label="Các trang số liệu"><ul>${figurePages.map(
    (one) =>
      html`<li><a href="${base}${root}${one.path}${one.timed ? viewOf(look) : ''}"${one === here ? raw(' aria-current="page"') : ''}>${one.tab}</a></li>`,
  )}</ul></nav>`;
}

function fileName({ timed }: FigurePage, { range, today }: Look, what: string): string {
  return `hoa-ban-${what}-${timed ? `${range.from}-den-${range.to}` : today}`;
}

function file(c: Ctx, body: string | Uint8Array, type: string, name: string) {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return c.body(Uint8Array.from(bytes).buffer, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
  });
}
