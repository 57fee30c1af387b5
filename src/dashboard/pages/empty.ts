import { html } from 'hono/html';
import { page } from '../frame.ts';
import type { Ctx } from '../house.ts';

/** What is shown before the first account exists: how the operator makes it. */
export function emptyPage(c: Ctx) {
  return page(c, {
    title: 'Chưa có tài khoản cán bộ nào',
    narrow: true,
    body: html`<p>Trang này dành cho cán bộ. Người dân hỏi đáp ở <a href="/">trang hỏi đáp</a>, không cần tài khoản.</p>
<p>Người vận hành máy chủ tạo tài khoản quản trị đầu tiên như sau:</p>
<ol>
<li>Dừng Hoa Ban (Ctrl+C), nếu đang dùng kho dữ liệu đi kèm.</li>
<li>Chạy lệnh <code>npm run officer -- add ten-dang-nhap --role admin</code></li>
<li>Ghi lại mã lập tài khoản mà lệnh in ra. Mã chỉ hiện một lần.</li>
<li>Chạy lại Hoa Ban, mở lại trang này và chọn <b>Lập tài khoản</b>.</li>
</ol>
<p>Không có mật khẩu đặt sẵn. Ai chưa có mã thì không vào được.</p>`,
  });
}
