import { html } from 'hono/html';
import type { ContentDesk, ItemLine, Overview } from '../../core/content/desk.ts';
import { reasonWords } from '../../core/content/switch.ts';
import { kindName } from '../../core/content/title.ts';
import { type Markup, page } from '../frame.ts';
import { base, type Ctx } from '../house.ts';
import { localTime } from '../local-time.ts';
import { contentHome, kindAddress } from './address.ts';
import { lineList } from './list-page.ts';

/** What waits on the content desk, and the way to everything that can be changed. */
export async function contentHomePage(c: Ctx, desk: ContentDesk) {
  const now = await desk.overview();
  return page(c, {
    title: 'Nội dung',
    body: html`${switchBanner(now)}
${waiting('Phải xử lý ngay: không dùng được nữa', now.broken)}
${waiting('Tệp đã đổi dưới bản công bố: chọn một bản', now.conflicts)}
${waiting('Chờ người thứ hai duyệt', now.offered)}
${waiting('Đang soạn', now.writing)}
${waiting('Số cần kiểm tra lại', now.toCall, kindAddress('service'))}
<ul class="cards">${now.kinds.map(
      ({ kind, count, over }) =>
        html`<li><a href="${kindAddress(kind)}"><b>${kindName(kind).many}</b><span>${count} mục${over > 0 ? `, ${over} mục công bố ở đây` : ''}${kind === 'reply' && now.unapproved > 0 ? `, ${now.unapproved} lời chưa duyệt` : ''}</span></a></li>`,
    )}
<li><a href="${contentHome}/thu"><b>Hỏi thử</b><span>Gõ một câu, xem máy trả lời gì và vì sao.</span></a></li></ul>
<p class="aside">Sửa ở đây thì người khác duyệt rồi mới tới người dân, không phải khởi động lại. Người quản trị máy chép về tệp bằng lệnh <code>npm run content -- export</code>.</p>`,
  });
}

/** How many of one sort are listed before the rest is left to its own page. */
const mostListed = 5;

function waiting(title: string, lines: ItemLine[], rest?: string): Markup | '' {
  if (lines.length === 0) return '';
  const shown = rest === undefined ? lines : lines.slice(0, mostListed);
  const more = shown.length < lines.length ? html`<p><a href="${rest}?cho=co">Xem cả ${lines.length} mục</a></p>` : '';
  return html`<section><h2>${title} (${lines.length})</h2>${lineList(shown)}${more}</section>`;
}

/** Everybody at the content desk should know that people get no answers now. */
export function switchBanner({ answers }: Pick<Overview, 'answers'>): Markup | '' {
  if (!answers.off) return '';
  return html`<p class="fault" role="status"><b>Câu trả lời đang tắt</b> từ ${localTime(answers.since)}: ${reasonWords(answers.reason).toLowerCase()}. Người dân chỉ nhận lời xin lỗi và các số gọi được. Người quản trị bật lại ở <a href="${base}/cong-tac">Công tắc</a>.</p>`;
}
