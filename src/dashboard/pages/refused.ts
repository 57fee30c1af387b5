import type { Context } from 'hono';
import { html } from 'hono/html';
import { page } from '../frame.ts';
import { base, type Ctx } from '../house.ts';

type Status = 403 | 404 | 413 | 429 | 500 | 503;

const words: Record<Status, { title: string; why: string }> = {
  403: {
    title: 'Không vào được trang này',
    why: 'Tài khoản của bạn không có phần này, hoặc yêu cầu không đến từ trang cán bộ. Nếu bạn vừa mở trang từ lâu, hãy tải lại rồi làm lại.',
  },
  404: { title: 'Không có trang này', why: 'Địa chỉ có thể gõ sai, hoặc trang đã bỏ.' },
  413: { title: 'Nội dung gửi quá lớn', why: 'Hãy gửi ngắn hơn.' },
  429: {
    title: 'Chờ một phút',
    why: 'Có quá nhiều yêu cầu từ mạng này trong một phút. Hãy chờ một phút rồi thử lại.',
  },
  500: { title: 'Máy đang trục trặc', why: 'Việc vừa rồi có thể chưa làm xong. Hãy thử lại sau ít phút.' },
  503: { title: 'Máy đang bận', why: 'Có nhiều người đăng nhập cùng lúc. Hãy thử lại sau ít giây.' },
};

/** The page that says why a request was not carried out. */
export function refusal(c: Context, status: Status) {
  const { title, why } = words[status];
  return page(
    c as Ctx,
    { title, narrow: true, body: html`<p>${why}</p><p><a href="${base}">Về trang đầu</a></p>` },
    status,
  );
}
