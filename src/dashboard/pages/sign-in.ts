import { Hono } from 'hono';
import { html } from 'hono/html';
import { noteOf, secondStep, signIn, type Try } from '../access/door.ts';
import { dropCookie, giveCookie } from '../cookie.ts';
import { fault, field, typed, waitWords } from '../form.ts';
import { page } from '../frame.ts';
import { base, type Ctx, type Env, type House } from '../house.ts';

/** Signing in, in two steps, and out. */
export function signInPages(house: House): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/vao', (c) => (isIn(c) ? c.redirect(base, 303) : firstForm(c, null, goneWords(c.req.query('vi')))));
  app.post('/vao', async (c) => {
    const body = await c.req.parseBody();
    const tried = await signIn(house, typed(body, 'ten'), typed(body, 'mat-khau'));
    if (tried.kind !== 'session') return firstForm(c, tried, null);
    await giveCookie(c, house, tried.id);
    return c.redirect(`${base}/ma`, 303);
  });
  app.get('/ma', (c) => {
    if (isIn(c)) return c.redirect(base, 303);
    // After the first step there must be a cookie: without it the browser did not keep it.
    return c.get('visit')?.session.stage === 'password'
      ? secondForm(c, null)
      : c.redirect(`${base}/vao?vi=cookie`, 303);
  });
  app.post('/ma', async (c) => {
    const visit = c.get('visit');
    if (visit?.session.stage !== 'password') return c.redirect(`${base}/vao?vi=het-gio`, 303);
    const tried = await secondStep(house, visit, typed(await c.req.parseBody(), 'ma'));
    if (tried.kind !== 'session') return secondForm(c, tried);
    await giveCookie(c, house, tried.id);
    return c.redirect(base, 303);
  });
  app.post('/ra', async (c) => {
    const visit = c.get('visit');
    if (visit) await house.sessions.end(visit.mark, noteOf(house, visit.credentials.officer.name, 'signed-out'));
    dropCookie(c);
    return c.redirect(`${base}/vao?vi=da-ra`, 303);
  });
  return app;
}

const isIn = (c: Ctx) => c.get('visit')?.session.stage === 'full';

type Failed = Exclude<Try, { kind: 'session' }>;

function failedWords(tried: Failed | null, wrong: string): string | null {
  switch (tried?.kind) {
    case undefined:
      return null;
    case 'refused':
      return wrong;
    case 'wait':
      return `Đã sai nhiều lần. Hãy thử lại sau ${waitWords(tried.ms)}. Nếu bạn quên, hãy báo người quản trị cấp lại mã lập tài khoản.`;
  }
}

function goneWords(why: string | undefined): string | null {
  switch (why) {
    case 'het-gio':
      return 'Phiên làm việc đã hết giờ. Hãy đăng nhập lại.';
    case 'cookie':
      return 'Trình duyệt chưa giữ được phiên đăng nhập. Trang cán bộ cần địa chỉ https, hoặc mở ngay trên máy chủ này.';
    case 'da-ra':
      return 'Bạn đã đăng xuất.';
    default:
      return null;
  }
}

function firstForm(c: Ctx, tried: Failed | null, gone: string | null) {
  const why = failedWords(tried, 'Tên đăng nhập hoặc mật khẩu chưa đúng.');
  return page(
    c,
    {
      title: 'Đăng nhập',
      narrow: true,
      body: html`${fault(why)}${gone === null ? '' : html`<p class="note" role="status">${gone}</p>`}
<form method="post" action="${base}/vao" class="sheet">
${field({ id: 'ten', label: 'Tên đăng nhập', autocomplete: 'username', focus: true })}
${field({ id: 'mat-khau', label: 'Mật khẩu', type: 'password', autocomplete: 'current-password' })}
<button type="submit" class="main">Tiếp tục</button>
</form>
<p class="aside">Lần đầu vào, và đã có mã lập tài khoản? <a href="${base}/lap">Lập tài khoản</a></p>`,
    },
    tried === null ? 200 : tried.kind === 'wait' ? 429 : 403,
  );
}

function secondForm(c: Ctx, tried: Failed | null) {
  const why = failedWords(tried, 'Mã chưa đúng, hoặc đã dùng rồi. Chờ ứng dụng hiện mã mới rồi gõ lại.');
  return page(
    c,
    {
      title: 'Bước 2: mã xác nhận',
      narrow: true,
      body: html`${fault(why)}
<form method="post" action="${base}/ma" class="sheet">
${field({
  id: 'ma',
  label: 'Mã 6 số trong ứng dụng tạo mã',
  autocomplete: 'one-time-code',
  numeric: false,
  focus: true,
  hint: 'Mất điện thoại? Gõ một mã dự phòng vào đây. Mỗi mã dự phòng dùng được một lần.',
})}
<button type="submit" class="main">Đăng nhập</button>
</form>
<form method="post" action="${base}/ra" class="aside"><button type="submit" class="quiet">Dùng tài khoản khác</button></form>`,
    },
    tried === null ? 200 : tried.kind === 'wait' ? 429 : 403,
  );
}
