import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { may, roleName } from '../core/officers/role.ts';
import type { Visit } from './access/visit.ts';
import { base, type Ctx } from './house.ts';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

export type Framed = {
  title: string;
  body: Markup;
  /** Narrow pages ask for one thing only: signing in, setting up. */
  narrow?: boolean;
  /** How much waits here, for the title: it is read on a tab behind others. */
  waiting?: number;
  /** Style sheets of ours besides the common one. */
  styles?: string[];
  /** Modules of ours that the page runs. */
  scripts?: string[];
};

/** The whole page around `body`. Whoever is signed in sees the parts that their role may enter, and the way out. */
export function page(
  c: Ctx,
  { title, body, narrow = false, waiting = 0, styles = [], scripts = [] }: Framed,
  status: 200 | 400 | 403 | 404 | 409 | 413 | 429 | 500 | 503 = 200,
) {
  const nonce = c.get('secureHeadersNonce');
  const visit = c.get('visit') ?? null;
  const full = visit?.session.stage === 'full' ? visit : null;
  return c.html(
    html`${raw('<!doctype html>')}
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<meta name="robots" content="noindex">
<title>${waiting > 0 ? `(${waiting}) ` : ''}${title} – Trang cán bộ</title>
<link rel="icon" href="/flower.svg" type="image/svg+xml">
<link rel="stylesheet" href="${base}/officer.css" nonce="${nonce}">
${styles.map((name) => html`<link rel="stylesheet" href="${base}/${name}" nonce="${nonce}">`)}
${scripts.map((name) => html`<script type="module" src="${base}/${name}" nonce="${nonce}"></script>`)}
</head>
<body${narrow ? raw(' class="narrow"') : ''}>
<a class="skip" href="#main">Tới nội dung chính</a>
<header>
<a class="name" href="${base}"><img src="/flower.svg" alt="" width="34" height="34"> <span>Hoa Ban</span> <small>trang cán bộ</small></a>
${full === null ? '' : navigation(full, c.req.path)}
</header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
${body}
</main>
</body>
</html>`,
    status,
  );
}

/** Whether the path is the part of the pages that a link leads to. Only the figures have pages of their own within. */
const isWithin = (path: string, to: string) => path === to || (to === `${base}/so-lieu` && path.startsWith(`${to}/`));

function navigation({ credentials: { officer } }: Visit, path: string): Markup {
  const links = [
    { to: `${base}/so-lieu`, label: 'Số liệu', shown: may(officer.role, 'figures') },
    { to: `${base}/bao-cao-nam`, label: 'Báo cáo năm', shown: may(officer.role, 'yearly-report') },
    { to: `${base}/ca`, label: 'Bàn trực', shown: may(officer.role, 'case-queue') },
    { to: `${base}/khoa/toi`, label: 'Khoá của tôi', shown: may(officer.role, 'cases') },
    { to: `${base}/khoa`, label: 'Khoá bàn trực', shown: may(officer.role, 'case-keys') },
    { to: `${base}/noi-dung`, label: 'Nội dung', shown: may(officer.role, 'content') },
    { to: `${base}/cong-tac`, label: 'Công tắc', shown: may(officer.role, 'switch') },
    { to: `${base}/chien-dich`, label: 'Lịch gửi tin', shown: may(officer.role, 'campaigns') },
    { to: `${base}/tai-khoan`, label: 'Tài khoản cán bộ', shown: may(officer.role, 'accounts') },
    { to: `${base}/nhat-ky`, label: 'Nhật ký', shown: may(officer.role, 'audit') },
    { to: `${base}/toi`, label: 'Tài khoản của tôi', shown: true },
  ].filter((link) => link.shown);
  return html`<nav aria-label="Các trang">
<ul>${links.map(
    ({ to, label }) =>
      html`<li><a href="${to}"${isWithin(path, to) ? raw(' aria-current="page"') : ''}>${label}</a></li>`,
  )}</ul>
</nav>
<form method="post" action="${base}/ra" class="who">
<span><b>${officer.name}</b> <small>${roleName(officer.role)}</small></span>
<button type="submit">Đăng xuất</button>
</form>`;
}
