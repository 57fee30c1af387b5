import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { Officer } from '../../core/officers/officer.ts';
import type { Changed } from '../../core/officers/ports.ts';
import { type Role, roleName, roles } from '../../core/officers/role.ts';
import { addOfficer, changeRole, lockOfficer, resetOfficer } from '../access/accounts.ts';
import { done, fault, field, typed } from '../form.ts';
import { type Markup, page } from '../frame.ts';
import { base, type Ctx, type Env, type House } from '../house.ts';
import { localTime } from '../local-time.ts';
import { only, visitOf } from '../only.ts';

const here = `${base}/tai-khoan`;

/** The administrator's page of accounts. */
export function accountPages(house: House): Hono<Env> {
  const app = new Hono<Env>();
  app.use('/tai-khoan/*', only('accounts'));
  app.get('/tai-khoan', (c) => listPage(c, house, null, doneWords(c.req.query('xong'))));
  app.post('/tai-khoan', async (c) => {
    const body = await c.req.parseBody();
    const role = readRole(typed(body, 'vai-tro'));
    if (role === null) return listPage(c, house, 'Hãy chọn một vai trò.');
    const added = await addOfficer(house, typed(body, 'ten-moi'), role, actorOf(c));
    switch (added.kind) {
      case 'bad-name':
        return listPage(c, house, 'Tên đăng nhập cần 3 đến 32 ký tự: chữ không dấu, số, dấu chấm, gạch nối.');
      case 'name-taken':
        return listPage(c, house, 'Tên đăng nhập này đã có người dùng.');
      case 'added':
        return codePage(c, added.name, added.code);
    }
  });
  app.post('/tai-khoan/vai-tro', async (c) => {
    const body = await c.req.parseBody();
    const role = readRole(typed(body, 'vai-tro'));
    if (role === null) return listPage(c, house, 'Hãy chọn một vai trò.');
    return said(c, house, await changeRole(house, typed(body, 'ten'), role, actorOf(c)), 'vai-tro');
  });
  app.post('/tai-khoan/khoa', async (c) =>
    said(c, house, await lockOfficer(house, typed(await c.req.parseBody(), 'ten'), true, actorOf(c)), 'khoa'),
  );
  app.post('/tai-khoan/mo', async (c) =>
    said(c, house, await lockOfficer(house, typed(await c.req.parseBody(), 'ten'), false, actorOf(c)), 'mo'),
  );
  app.post('/tai-khoan/cap-lai', async (c) => {
    const reset = await resetOfficer(house, typed(await c.req.parseBody(), 'ten'), actorOf(c));
    return reset.kind === 'absent' ? listPage(c, house, absent) : codePage(c, reset.name, reset.code);
  });
  return app;
}

const absent = 'Không có tài khoản này.';
const actorOf = (c: Ctx) => visitOf(c).credentials.officer.name;
const readRole = (text: string): Role | null => roles.find((role) => role === text) ?? null;

function said(c: Ctx, house: House, changed: Changed, what: string) {
  switch (changed) {
    case 'changed':
      return c.redirect(`${here}?xong=${what}`, 303);
    case 'absent':
      return listPage(c, house, absent);
    case 'last-admin':
      return listPage(c, house, 'Đây là người quản trị duy nhất. Hãy có thêm một người quản trị trước.');
  }
}

function doneWords(what: string | undefined): string | null {
  switch (what) {
    case 'vai-tro':
      return 'Đã đổi vai trò. Người đó cần đăng nhập lại.';
    case 'khoa':
      return 'Đã khoá tài khoản. Người đó đã bị đăng xuất khỏi mọi máy.';
    case 'mo':
      return 'Đã mở khoá tài khoản.';
    default:
      return null;
  }
}

function codePage(c: Ctx, name: string, code: string) {
  return page(c, {
    title: 'Mã lập tài khoản',
    narrow: true,
    body: html`<p>Đưa tên và mã này tận tay cho người dùng. Mã dùng được một lần, trong 3 ngày.</p>
<dl class="sheet"><dt>Tên đăng nhập</dt><dd><code>${name}</code></dd><dt>Mã lập tài khoản</dt><dd><code class="key">${code}</code></dd></dl>
<p>Người dùng mở trang cán bộ, chọn <b>Lập tài khoản</b>, rồi gõ tên và mã.</p>
<p class="note">Trang này chỉ hiện một lần. Đừng gửi mã qua nhóm chat.</p>
<p><a class="button main" href="${here}">Xong</a></p>`,
  });
}

async function listPage(c: Ctx, house: House, why: string | null, what: string | null = null) {
  const officers = await house.officers.list();
  return page(
    c,
    {
      title: 'Tài khoản cán bộ',
      body: html`${fault(why)}${done(what)}
<ul class="people">${officers.map((one) => person(one, one.name === actorOf(c)))}</ul>
<form method="post" action="${here}" class="sheet">
<h2>Thêm tài khoản</h2>
<div class="row">
${field({ id: 'ten-moi', label: 'Tên đăng nhập', autocomplete: 'off', hint: 'Chữ không dấu, số, dấu chấm, gạch nối.' })}
<p class="field"><label for="vai-tro-moi">Vai trò</label>${roleSelect('vai-tro-moi', 'case-worker')}</p>
</div>
<p class="aside">Người xem số liệu và người làm ca luôn là hai tài khoản khác nhau.</p>
<button type="submit" class="main">Thêm và tạo mã</button>
</form>`,
    },
    why === null ? 200 : 400,
  );
}

function person({ name, role, state, signedInAt }: Officer, isSelf: boolean): Markup {
  const states = { active: 'Đang dùng', waiting: 'Chờ lập tài khoản', locked: 'Đã khoá' };
  const hidden = html`<input type="hidden" name="ten" value="${name}">`;
  return html`<li class="${state}">
<div class="who"><b>${name}</b>${isSelf ? html` <small>(bạn)</small>` : ''}<span>${roleName(role)}</span><span class="state">${states[state]}</span>
<small>${signedInAt === null ? 'Chưa đăng nhập lần nào' : html`Đăng nhập gần nhất ${localTime(signedInAt)}`}</small></div>
<details>
<summary>Thay đổi<span class="unseen"> tài khoản ${name}</span></summary>
<div>
<form method="post" action="${here}/vai-tro">${hidden}<label for="vai-tro-${name}">Vai trò</label>${roleSelect(`vai-tro-${name}`, role)}<button type="submit">Đổi vai trò</button></form>
<form method="post" action="${here}/cap-lai">${hidden}<p>Quên mật khẩu hoặc mất điện thoại: mật khẩu và mã cũ hết dùng được ngay.</p><button type="submit">Cấp lại mã lập tài khoản</button></form>
${
  state === 'locked'
    ? html`<form method="post" action="${here}/mo">${hidden}<button type="submit">Mở khoá</button></form>`
    : html`<form method="post" action="${here}/khoa">${hidden}<p>Nghỉ việc, chuyển việc, hoặc nghi lộ mật khẩu.</p><button type="submit" class="danger">Khoá tài khoản</button></form>`
}
</div>
</details>
</li>`;
}

function roleSelect(id: string, chosen: Role): Markup {
  return html`<select id="${id}" name="vai-tro">${roles.map(
    (role) => html`<option value="${role}"${role === chosen ? raw(' selected') : ''}>${roleName(role)}</option>`,
  )}</select>`;
}
