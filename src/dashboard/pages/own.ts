import { Hono } from 'hono';
import { html } from 'hono/html';
import { leastChars, weakness } from '../../core/officers/password.ts';
import { roleName } from '../../core/officers/role.ts';
import { isOwnPassword, noteOf } from '../access/door.ts';
import { renewRecovery } from '../access/set-up.ts';
import { dropCookie } from '../cookie.ts';
import { done, fault, field, typed, waitWords } from '../form.ts';
import { page } from '../frame.ts';
import { base, type Ctx, type Env, type House } from '../house.ts';
import { only, visitOf } from '../only.ts';
import { recoverySheet } from './recovery.ts';

/** An officer's own account: password, recovery codes, signing out everywhere. */
export function ownPages(house: House): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/toi', only('own'), (c) => ownPage(c, house, null, c.req.query('xong') === 'mat-khau'));
  app.post('/toi/mat-khau', only('own'), async (c) => {
    const visit = visitOf(c);
    const { officer } = visit.credentials;
    const body = await c.req.parseBody();
    const next = typed(body, 'mat-khau');
    const weak = weakness(next, officer.name, house.places);
    if (weak !== null) return ownPage(c, house, weak);
    if (next !== typed(body, 'mat-khau-lai')) return ownPage(c, house, 'Hai lần gõ mật khẩu mới chưa giống nhau.');
    const wrong = await wrongPassword(house, c, typed(body, 'mat-khau-cu'));
    if (wrong !== null) return ownPage(c, house, wrong);
    const hash = await house.passwords.hash(next);
    await house.officers.changePassword(officer.id, hash, visit.mark, noteOf(house, officer.name, 'password-changed'));
    return c.redirect(`${base}/toi?xong=mat-khau`, 303);
  });
  app.post('/toi/ma-du-phong', only('own'), async (c) => {
    const wrong = await wrongPassword(house, c, typed(await c.req.parseBody(), 'mat-khau-ma'));
    if (wrong !== null) return ownPage(c, house, wrong);
    return recoverySheet(c, 'Mã dự phòng mới', await renewRecovery(house, visitOf(c)));
  });
  app.post('/toi/ra-het', only('own'), async (c) => {
    const { officer } = visitOf(c).credentials;
    await house.sessions.endAll(officer.id, noteOf(house, officer.name, 'signed-out-everywhere'));
    dropCookie(c);
    return c.redirect(`${base}/vao?vi=da-ra`, 303);
  });
  return app;
}

/** Why the password does not count as the visitor's own; `null` when it does. */
async function wrongPassword(house: House, c: Ctx, password: string): Promise<string | null> {
  const tried = await isOwnPassword(house, visitOf(c), password);
  switch (tried.kind) {
    case 'yes':
      return null;
    case 'refused':
      return 'Mật khẩu đang dùng chưa đúng.';
    case 'wait':
      return `Đã sai nhiều lần. Hãy thử lại sau ${waitWords(tried.ms)}.`;
  }
}

async function ownPage(c: Ctx, house: House, why: string | null, isChanged = false) {
  const { officer } = visitOf(c).credentials;
  const left = await house.officers.recoveryLeft(officer.id);
  return page(
    c,
    {
      title: 'Tài khoản của tôi',
      body: html`${fault(why)}${done(isChanged ? 'Đã đổi mật khẩu. Các máy khác đã bị đăng xuất.' : null)}
<p class="lead"><b>${officer.name}</b>, vai trò ${roleName(officer.role)}.</p>
<div class="columns">
<form method="post" action="${base}/toi/mat-khau" class="sheet">
<h2>Đổi mật khẩu</h2>
${field({ id: 'mat-khau-cu', label: 'Mật khẩu đang dùng', type: 'password', autocomplete: 'current-password' })}
${field({ id: 'mat-khau', label: 'Mật khẩu mới', type: 'password', autocomplete: 'new-password', hint: `Ít nhất ${leastChars} ký tự.` })}
${field({ id: 'mat-khau-lai', label: 'Gõ lại mật khẩu mới', type: 'password', autocomplete: 'new-password' })}
<button type="submit" class="main">Đổi mật khẩu</button>
</form>
<form method="post" action="${base}/toi/ma-du-phong" class="sheet">
<h2>Mã dự phòng</h2>
<p>${left === 0 ? 'Bạn không còn mã dự phòng nào.' : html`Bạn còn <b>${left}</b> mã.`} Tạo mã mới thì mã cũ hết dùng được.</p>
${field({ id: 'mat-khau-ma', label: 'Mật khẩu đang dùng', type: 'password', autocomplete: 'current-password' })}
<button type="submit">Tạo mã dự phòng mới</button>
</form>
<form method="post" action="${base}/toi/ra-het" class="sheet">
<h2>Đăng xuất mọi máy</h2>
<p>Dùng khi bạn để quên máy ở đâu đó, hoặc nghi có người vào tài khoản. Máy này cũng bị đăng xuất.</p>
<button type="submit">Đăng xuất khỏi mọi máy</button>
</form>
</div>
<p class="aside">Đổi điện thoại? Hãy nhờ người quản trị cấp lại mã lập tài khoản.</p>`,
    },
    why === null ? 200 : 400,
  );
}
