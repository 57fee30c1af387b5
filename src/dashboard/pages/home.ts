import { Hono } from 'hono';
import { html } from 'hono/html';
import { headlines } from '../../core/measures/overview.ts';
import { may, type Role, roleName } from '../../core/officers/role.ts';
import type { FiguresDoor } from '../figures/door.ts';
import { askedWords } from '../figures/filter.ts';
import { headlineView } from '../figures/headline-view.ts';
import { lookAt } from '../figures/look.ts';
import { type Markup, page } from '../frame.ts';
import { base, type Ctx, type Env, type House } from '../house.ts';
import { only, visitOf } from '../only.ts';

/** The first page after signing in: what this role can do here. */
export function homePage({ now }: Pick<House, 'now'>, figures: FiguresDoor): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/', only('own'), async (c) => {
    const { officer } = visitOf(c).credentials;
    const seesFigures = may(officer.role, 'figures');
    return page(c, {
      title: 'Trang cán bộ',
      styles: seesFigures ? ['figures.css'] : [],
      body: html`${seesFigures ? await figuresNow(c, figures, now()) : ''}<p class="lead">Bạn vào với vai trò <b>${roleName(officer.role)}</b>.</p>
<ul class="cards">${cards(officer.role).map(
        ({ to, title, what }) => html`<li><a href="${base}${to}"><b>${title}</b><span>${what}</span></a></li>`,
      )}</ul>
<p class="aside">Ngồi yên 20 phút thì máy tự đăng xuất. Rời bàn thì hãy đăng xuất.</p>`,
    });
  });
  return app;
}

/** What there is to know at once: this month so far. */
async function figuresNow(c: Ctx, door: FiguresDoor, now: Date): Promise<Markup> {
  const look = await lookAt(c, door, now);
  return html`<section aria-labelledby="h-so-lieu"><h2 id="h-so-lieu">${askedWords(look)}, đến lúc này</h2>
${headlineView(headlines(look.now, look.before))}
<p><a class="button main" href="${base}/so-lieu">Xem số liệu</a></p></section>`;
}

function cards(role: Role): Array<{ to: string; title: string; what: string }> {
  return [
    ...(may(role, 'case-queue')
      ? [{ to: '/ca', title: 'Bàn trực', what: 'Các ca đang chờ và đồng hồ hẹn trả lời.' }]
      : []),
    ...(may(role, 'cases')
      ? [{ to: '/khoa/toi', title: 'Khoá của tôi', what: 'Đổi mật khẩu bàn trực, trao khoá cho đồng nghiệp.' }]
      : []),
    ...(may(role, 'case-keys')
      ? [{ to: '/khoa', title: 'Khoá bàn trực', what: 'Tạo, thay, huỷ khoá; ai đang giữ khoá.' }]
      : []),
    ...(may(role, 'content')
      ? [{ to: '/noi-dung', title: 'Nội dung', what: 'Thẻ trả lời, nơi giúp đỡ, câu đố, lời của máy; hỏi thử.' }]
      : []),
    ...(may(role, 'switch')
      ? [{ to: '/cong-tac', title: 'Công tắc', what: 'Tắt câu trả lời khi máy nói sai; thẻ giúp đỡ vẫn chạy.' }]
      : []),
    ...(may(role, 'campaigns')
      ? [
          {
            to: '/chien-dich',
            title: 'Lịch gửi tin',
            what: 'Tin gửi tới người đã bật nhận: soạn, duyệt, dừng, kết quả.',
          },
        ]
      : []),
    ...(may(role, 'accounts')
      ? [{ to: '/tai-khoan', title: 'Tài khoản cán bộ', what: 'Thêm người, đổi vai trò, khoá, cấp lại mã.' }]
      : []),
    ...(may(role, 'audit')
      ? [{ to: '/nhat-ky', title: 'Nhật ký', what: 'Ai đã làm gì, lúc nào. Không ai sửa được.' }]
      : []),
    { to: '/toi', title: 'Tài khoản của tôi', what: 'Đổi mật khẩu, mã dự phòng, đăng xuất mọi máy.' },
  ];
}
