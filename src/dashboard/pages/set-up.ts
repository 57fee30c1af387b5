import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { leastChars } from '../../core/officers/password.ts';
import { openSetUp, type Try } from '../access/door.ts';
import { finishSetUp, totpKeyOf } from '../access/set-up.ts';
import { keyInGroups, totpUri } from '../access/totp.ts';
import type { Visit } from '../access/visit.ts';
import { giveCookie } from '../cookie.ts';
import { fault, field, typed, waitWords } from '../form.ts';
import { page } from '../frame.ts';
import { base, type Ctx, type Env, type House } from '../house.ts';
import { qrSvg } from '../qr/svg.ts';
import { recoverySheet } from './recovery.ts';

/** Setting up an account with the one-time code: password, code app, recovery codes. */
export function setUpPages(house: House): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/lap', (c) => codeForm(c, null));
  app.post('/lap', async (c) => {
    const body = await c.req.parseBody();
    const tried = await openSetUp(house, typed(body, 'ten'), typed(body, 'ma-lap'));
    if (tried.kind !== 'session') return codeForm(c, tried);
    await giveCookie(c, house, tried.id);
    return c.redirect(`${base}/lap/buoc-2`, 303);
  });
  app.get('/lap/buoc-2', async (c) => {
    const visit = c.get('visit');
    return visit?.session.stage === 'set-up' ? keyForm(c, house, visit, null) : c.redirect(`${base}/lap`, 303);
  });
  app.post('/lap/buoc-2', async (c) => {
    const visit = c.get('visit');
    if (visit?.session.stage !== 'set-up') return c.redirect(`${base}/lap`, 303);
    const body = await c.req.parseBody();
    const came = await finishSetUp(house, visit, {
      password: typed(body, 'mat-khau'),
      again: typed(body, 'mat-khau-lai'),
      code: typed(body, 'ma'),
    });
    switch (came.kind) {
      case 'not-yet':
        return keyForm(c, house, visit, came.why);
      case 'over':
        return c.redirect(`${base}/lap`, 303);
      case 'done':
        await giveCookie(c, house, came.id);
        return recoverySheet(c, 'Tài khoản đã lập xong', came.recovery);
    }
  });
  return app;
}

function codeForm(c: Ctx, tried: Exclude<Try, { kind: 'session' }> | null) {
  const why =
    tried === null
      ? null
      : tried.kind === 'wait'
        ? `Đã sai nhiều lần. Hãy thử lại sau ${waitWords(tried.ms)}.`
        : 'Tên hoặc mã chưa đúng, hoặc mã đã hết hạn. Mã dùng được 3 ngày kể từ lúc tạo.';
  return page(
    c,
    {
      title: 'Lập tài khoản',
      narrow: true,
      body: html`${fault(why)}
<p>Người quản trị đưa cho bạn tên đăng nhập và mã lập tài khoản. Hãy chuẩn bị một ứng dụng tạo mã 6 số trên điện thoại.</p>
<form method="post" action="${base}/lap" class="sheet">
${field({ id: 'ten', label: 'Tên đăng nhập', autocomplete: 'username', focus: true })}
${field({ id: 'ma-lap', label: 'Mã lập tài khoản', autocomplete: 'off', hint: '20 chữ và số. Gõ có gạch nối hay không đều được.' })}
<button type="submit" class="main">Tiếp tục</button>
</form>
<p class="aside"><a href="${base}/vao">Tôi đã có tài khoản</a></p>`,
    },
    tried === null ? 200 : tried.kind === 'wait' ? 429 : 403,
  );
}

async function keyForm(c: Ctx, house: House, visit: Visit, why: string | null) {
  const key = await totpKeyOf(house, visit);
  const { name } = visit.credentials.officer;
  const uri = totpUri(key, name);
  return page(
    c,
    {
      title: 'Lập tài khoản, bước 2',
      narrow: true,
      body: html`${fault(why)}
<form method="post" action="${base}/lap/buoc-2" class="sheet">
<input type="text" name="ten" value="${name}" autocomplete="username" readonly hidden>
<fieldset>
<legend>1. Chọn mật khẩu</legend>
${field({ id: 'mat-khau', label: 'Mật khẩu mới', type: 'password', autocomplete: 'new-password', hint: `Ít nhất ${leastChars} ký tự. Bốn, năm từ không liên quan nhau thì dễ nhớ và khó đoán.` })}
${field({ id: 'mat-khau-lai', label: 'Gõ lại mật khẩu', type: 'password', autocomplete: 'new-password' })}
</fieldset>
<fieldset>
<legend>2. Thêm vào ứng dụng tạo mã</legend>
<div class="scan">
${raw(qrSvg(uri, 'Mã QR để thêm tài khoản này vào ứng dụng tạo mã'))}
<div>
<p>Mở ứng dụng tạo mã trên điện thoại, chọn thêm tài khoản, rồi quét hình này.</p>
<p>Không quét được? Gõ khoá: <code class="key">${keyInGroups(key)}</code></p>
<p><a href="${uri}">Mở ứng dụng tạo mã trên máy này</a></p>
</div>
</div>
${field({ id: 'ma', label: 'Mã 6 số mà ứng dụng đang hiện', autocomplete: 'one-time-code', numeric: true })}
</fieldset>
<button type="submit" class="main">Lập tài khoản</button>
</form>`,
    },
    why === null ? 200 : 400,
  );
}
