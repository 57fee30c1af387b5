import { html } from 'hono/html';
import type { Officer } from '../../core/officers/officer.ts';
import type { DeskKey } from '../../core/referral/desk-keys.ts';
import { fault } from '../form.ts';
import { type Markup, page } from '../frame.ts';
import { base, type Ctx, type House } from '../house.ts';
import { localTime } from '../local-time.ts';
import { visitOf } from '../only.ts';
import type { DeskDoor } from './door.ts';

const kindNames = { desk: 'Khoá bàn trực', recovery: 'Khoá dự phòng' };
const stateNames = { active: 'Đang dùng', retired: 'Đã thay, vẫn mở thư cũ', revoked: 'Đã huỷ' };

type KeyDoor = Pick<DeskDoor, 'keys' | 'reseal'>;

/** Keys of the desk as the administrator sees them: public halves, holders, and what can be done. */
export async function keysPage(c: Ctx, house: House, { keys, reseal }: KeyDoor, why: string | null = null) {
  const [all, officers, stale] = await Promise.all([keys.list(), house.officers.list(), reseal.stale()]);
  const workers = officers.filter(({ role, state }) => role === 'case-worker' && state === 'active');
  const active = (kind: DeskKey['kind']) => all.some((key) => key.kind === kind && key.state === 'active');
  return page(
    c,
    {
      title: 'Khoá bàn trực',
      scripts: ['desk-keys.js'],
      body: html`${fault(why)}
<p>Lời nhắn được niêm phong bằng khoá này ngay khi người nhắn đồng ý. Chỉ người được trao khoá mở được, trong trình duyệt của họ. Máy chủ và người quản trị không mở được.</p>
${active('desk') ? '' : html`<p class="note">Chưa có khoá bàn trực: máy chưa nhận được lời nhắn nào.</p>`}
${active('desk') && !active('recovery') ? html`<p class="note">Chưa có khoá dự phòng: nếu mọi người quên mật khẩu, các ca sẽ mất.</p>` : ''}
${stale.length === 0 ? '' : html`<p class="note"><b>${stale.length} ca đang mở còn niêm phong bằng bộ khoá trước.</b> Cán bộ hỗ trợ niêm phong lại ở trang Khoá của tôi. Chưa xong thì đừng huỷ khoá cũ: ca sẽ không ai đọc được.</p>`}
<ul class="people">${all.map((key) => keyRow(key, officers))}</ul>
<div class="columns">
<form id="new-key" class="sheet">
<h2>${active('desk') ? 'Thay khoá bàn trực' : 'Tạo khoá bàn trực'}</h2>
<p>Khoá được tạo trong trình duyệt này và trao cho một cán bộ hỗ trợ. Tốt nhất để chính người ấy gõ mật khẩu; nếu không, người ấy phải đổi ngay trong lần vào đầu. Khoá cũ vẫn mở được thư cũ.</p>
${workers.length === 0 ? html`<p class="note">Cần có ít nhất một cán bộ hỗ trợ đang dùng tài khoản.</p>` : html`<p class="field"><label for="officer">Trao cho</label>${workerSelect('officer', workers)}</p>${passphraseFields('new')}<button type="submit" class="main">Tạo khoá</button>`}
<p id="new-key-said" role="status" hidden></p>
</form>
<form id="new-recovery" class="sheet">
<h2>Tạo khoá dự phòng</h2>
<p>Một mã chỉ hiện một lần, để chép ra giấy và khoá trong tủ. Có mã này thì mở được các ca khi mọi mật khẩu đã mất.</p>
<button type="submit">Tạo khoá dự phòng</button>
<p id="new-recovery-said" role="status" hidden></p>
</form>
<div id="recovery-shown" class="sheet" tabindex="-1" hidden>
<h2>Mã dự phòng</h2>
<p><code id="recovery-code" class="key"></code></p>
<p class="note">Chép ra giấy ngay. Mã này không hiện lại.</p>
<p><a class="button main" href="${base}/khoa">Tôi đã chép xong</a></p>
</div>
</div>`,
    },
    why === null ? 200 : 400,
  );
}

function keyRow({ id, kind, state, createdAt, officers: holders }: DeskKey, officers: Officer[]): Markup {
  const names = holders.map((holder) => officers.find((one) => one.id === holder));
  return html`<li class="${state}">
<div class="who"><b>${kindNames[kind]}</b> <code>${id.match(/.{4}/g)?.join(' ')}</code> <span class="state">${stateNames[state]}</span> <small>Tạo ${localTime(createdAt)}</small>${names.length === 0 ? '' : html` <span>Người giữ: ${names.map((one) => one?.name ?? 'tài khoản đã bỏ').join(', ')}</span>`}</div>
${
  state === 'revoked'
    ? ''
    : html`<details><summary>Thay đổi<span class="unseen"> khoá ${id}</span></summary><div>
${names.map((one) => (one === undefined ? '' : html`<form method="post" action="${base}/khoa/thu"><input type="hidden" name="officer" value="${one.id}"><p>${one.name} nghỉ hoặc thôi làm ca: người ấy hết mở được thư bằng mọi khoá.</p><button type="submit">Thu khoá của ${one.name}</button></form>`))}
<form method="post" action="${base}/khoa/huy"><input type="hidden" name="key" value="${id}"><p>Khoá bị lộ hoặc bị lấy: không ai mở được gì bằng khoá này nữa, cả thư cũ. Hãy tạo khoá mới trước.</p><button type="submit" class="danger">Huỷ khoá</button></form>
</div></details>`
}
</li>`;
}

/** A case worker's own key: a new passphrase, handing on, and the way back with a recovery code. */
export async function ownKeyPage(c: Ctx, house: House, { keys, reseal }: KeyDoor) {
  const { officer } = visitOf(c).credentials;
  const [held, officers, stale] = await Promise.all([
    keys.wrappedFor(officer.id),
    house.officers.list(),
    reseal.stale(),
  ]);
  const due = stale.filter(({ holder }) => holder === null || holder === officer.id).length;
  const others = officers.filter(
    ({ id, role, state }) => id !== officer.id && role === 'case-worker' && state === 'active',
  );
  return page(c, {
    title: 'Khoá của tôi',
    scripts: ['desk-keys.js'],
    body: html`<p>${held.length === 0 ? 'Bạn chưa có khoá bàn trực. Hãy nhờ đồng nghiệp đang có khoá trao cho bạn.' : html`Bạn đang giữ <b>${held.length}</b> khoá. Mật khẩu bàn trực khác mật khẩu đăng nhập, và không ai cấp lại được.`}</p>
<div class="columns">
${held.length === 0 || due === 0 ? '' : resealForm(due)}
${
  held.length === 0
    ? ''
    : html`<form id="rewrap" class="sheet" data-self="${officer.id}"><h2>Đổi mật khẩu bàn trực</h2>${oldField('rewrap')}${passphraseFields('rewrap')}<button type="submit" class="main">Đổi mật khẩu</button><p id="rewrap-said" role="status" hidden></p></form>
${others.length === 0 ? '' : html`<form id="wrap-for" class="sheet"><h2>Trao khoá cho đồng nghiệp</h2><p>Đặt cho đồng nghiệp một mật khẩu đầu, nói tận tai. Người ấy đổi ngay khi vào.</p><p class="field"><label for="for">Trao cho</label>${workerSelect('for', others)}</p>${oldField('for')}${passphraseFields('for')}<button type="submit">Trao khoá</button><p id="wrap-for-said" role="status" hidden></p></form>`}`
}
<form id="recover" class="sheet" data-self="${officer.id}"><h2>Dùng mã dự phòng trên giấy</h2><p>Chỉ khi mọi người đã quên mật khẩu bàn trực.</p><p class="field"><label for="code">Mã dự phòng</label><input id="code" name="code" type="text" required maxlength="100" autocomplete="off" autocapitalize="characters" spellcheck="false"></p>${passphraseFields('recover')}<button type="submit">Lấy lại khoá</button><p id="recover-said" role="status" hidden></p></form>
</div>`,
  });
}

/** Shown only while there is something to do. */
function resealForm(due: number): Markup {
  return html`<form id="reseal" class="sheet"><h2>Niêm phong lại các ca đang mở</h2>
<p>Khoá bàn trực đã đổi. <b>${due} ca</b> đang mở còn niêm phong bằng bộ khoá trước. Trình duyệt này mở từng thư, niêm phong lại bằng khoá mới rồi gửi về; không hiện chữ nào. Dừng giữa chừng cũng không sao: bấm lại để làm tiếp. Mỗi ca được ghi vào nhật ký.</p>
<p class="field"><label for="reseal-passphrase">Mật khẩu bàn trực của bạn</label><input id="reseal-passphrase" name="passphrase" type="password" required maxlength="300" autocomplete="off" spellcheck="false" aria-describedby="reseal-hint"><small id="reseal-hint">Nếu khoá cũ và khoá mới có mật khẩu khác nhau: gõ mật khẩu của khoá cũ.</small></p>
<progress aria-label="Số ca đã niêm phong lại" value="0" max="1" hidden></progress>
<button type="submit" class="main">Niêm phong lại</button>
<p id="reseal-said" role="status" hidden></p></form>`;
}

function workerSelect(id: string, workers: Officer[]): Markup {
  return html`<select id="${id}" name="officer">${workers.map((one) => html`<option value="${one.id}">${one.name}</option>`)}</select>`;
}

function oldField(of: string): Markup {
  return html`<p class="field"><label for="${of}-old">Mật khẩu bàn trực đang dùng của bạn</label><input id="${of}-old" name="old" type="password" required maxlength="300" autocomplete="off"></p>`;
}

function passphraseFields(of: string): Markup {
  return html`<p class="field"><label for="${of}-first">Mật khẩu bàn trực mới</label><input id="${of}-first" name="first" type="password" required maxlength="300" autocomplete="off" aria-describedby="${of}-hint"><small id="${of}-hint">Ít nhất 16 ký tự, ví dụ năm từ không liên quan nhau.</small></p>
<p class="field"><label for="${of}-again">Gõ lại</label><input id="${of}-again" name="again" type="password" required maxlength="300" autocomplete="off"></p>`;
}
