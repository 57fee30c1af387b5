import { Hono } from 'hono';
import { html } from 'hono/html';
import { localDay } from '../../core/local-day.ts';
import { dueDay, dueId, dueWords, takerId } from '../../core/report/due.ts';
import type { FiguresDoor } from '../figures/door.ts';
import { type Markup, page } from '../frame.ts';
import { base, type Env, type House } from '../house.ts';
import { only } from '../only.ts';
import { refusal } from '../pages/refused.ts';
import { makeReport, reportYears } from './make.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The yearly report: until when it is due, what is in it, and the document itself. */
export function reportRoutes({ now }: Pick<House, 'now'>, door: FiguresDoor): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/bao-cao-nam', only('yearly-report'), async (c) =>
    page(c, {
      title: 'Báo cáo năm',
      styles: ['figures.css'],
      body: html`${(await door.store.isDemo()) ? html`<p class="fault demo" role="note"><b>Số liệu giả để xem thử.</b> Tệp tải về cũng ghi như vậy ở đầu trang.</p>` : ''}
${dueView(door, now())}
${formView(now())}
${contentsView}`,
    }),
  );
  app.get('/bao-cao-nam/docx', only('yearly-report'), async (c) => {
    const year = reportYears(now()).find((one) => String(one) === c.req.query('nam'));
    const report = year === undefined ? null : await makeReport(door, year, now());
    if (report === null) return refusal(c, 404);
    // What makes documents is large: loaded once somebody wants one.
    const { reportDocument } = await import('./document.ts');
    const body = await reportDocument(report);
    return c.body(Uint8Array.from(body).buffer, 200, {
      'Content-Type': wordType,
      'Content-Disposition': `attachment; filename="hoa-ban-bao-cao-${report.year}.docx"`,
    });
  });
  return app;
}

function dueView({ published }: FiguresDoor, now: Date): Markup {
  const today = localDay(now);
  const { knowledge } = published();
  const due = dueDay(knowledge, Number(today.slice(0, 4)));
  const plan = knowledge.passages.get(dueId);
  const taker = knowledge.passages.get(takerId);
  return html`${due === null ? '' : html`<p><b>${dueWords(due, today)}</b></p>`}
${plan === undefined ? '' : html`<p>Kế hoạch (${plan.locator}): “${plan.text}”</p>`}
${taker === undefined ? '' : html`<p class="aside">${taker.say}</p>`}`;
}

function formView(now: Date): Markup {
  return html`<form method="get" action="${base}/bao-cao-nam/docx">
<p class="field short"><label for="nam">Báo cáo của năm</label>
<select id="nam" name="nam">${reportYears(now).map((year) => html`<option value="${year}">${year}</option>`)}</select></p>
<button type="submit" class="main">Tải báo cáo (Word)</button>
</form>`;
}

const contentsView: Markup = html`<section aria-labelledby="h-trong"><h2 id="h-trong">Trong báo cáo có gì</h2>
<ul>
<li>Mục tiêu 3 chỉ tiêu 2 và 4, Mục tiêu 6 chỉ tiêu 1, 2, 3: kế hoạch nêu gì, số của kênh hỏi đáp trong năm, cách đếm, và số ấy không nói lên điều gì.</li>
<li>Người dân hỏi gì, điều gì chưa trả lời được, kho kiến thức được cập nhật ra sao.</li>
<li>Chỗ để cơ quan tự điền: tên cơ quan, số văn bản, nơi nhận, người ký, số liệu của cơ quan, đánh giá và kiến nghị.</li>
</ul>
<p class="aside">Chỉ tính các tháng đã hết. Số dưới 5 được che như ở trang số liệu. Đọc lại và điền đủ rồi hãy ký.</p></section>`;
