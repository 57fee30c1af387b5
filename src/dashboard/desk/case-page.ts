import { html } from 'hono/html';
import { actionName, caseAction } from '../../core/officers/audit.ts';
import { outcomeNames, reasonNames, spokenCode } from '../../core/officers/case-words.ts';
import type { Officer } from '../../core/officers/officer.ts';
import { caseOutcomes, openReasons } from '../../core/referral/case.ts';
import type { CaseEvent, QueuedCase } from '../../core/referral/case-desk.ts';
import { fault } from '../form.ts';
import { type Markup, page } from '../frame.ts';
import { base, type Ctx, type House } from '../house.ts';
import { localTime } from '../local-time.ts';
import { visitOf } from '../only.ts';
import { caseClock, caseFacts } from './clock.ts';
import type { DeskDoor } from './door.ts';

/** One case. Only its holder sees the way to open it; its words are opened by the page in the browser. */
export async function casePage(c: Ctx, house: House, desk: DeskDoor, one: QueuedCase, why: string | null = null) {
  const now = house.now();
  const { officer } = visitOf(c).credentials;
  const [events, officers] = await Promise.all([desk.cases.events(one.id), house.officers.list()]);
  const isMine = one.holder === officer.id;
  return page(
    c,
    {
      title: `Ca ${spokenCode(one.id)}`,
      waiting: one.unread,
      scripts: ['desk.js'],
      body: html`<p><a href="${base}/ca" data-stay>Về hàng chờ</a></p>
${fault(why)}
<p id="news" class="unseen" role="status"></p>
<p id="line" class="fault" role="alert" hidden></p>
<section id="case-head" class="case-head" data-live data-hands="${isMine ? 'mine' : (one.holder ?? '')}" data-waiting="${one.unread}" data-news="Người nhắn vừa viết thêm." aria-label="Ca này">${caseFacts(one, now)} ${caseClock(one, now)}</section>
${isMine ? holding(one, officers, officer, desk) : notMine(one, officers)}
<section id="deeds" data-live aria-label="Việc đã làm"><h2>Việc đã làm</h2><ul class="events">${events.map((event) => eventLine(event, officers))}</ul></section>`,
    },
    why === null ? 200 : 409,
  );
}

function notMine({ id, holder }: QueuedCase, officers: Officer[]): Markup {
  return holder === null
    ? html`<form method="post" action="${base}/ca/${id}/nhan" data-stay><button type="submit" class="main">Nhận ca</button></form>`
    : html`<p class="note">Ca này do <b>${officers.find((one) => one.id === holder)?.name ?? 'người khác'}</b> giữ. Chỉ người giữ mở được.</p>`;
}

function holding({ id, when }: QueuedCase, officers: Officer[], self: Officer, desk: DeskDoor): Markup {
  const colleagues = officers.filter(
    ({ id: other, role, state }) => other !== self.id && role === 'case-worker' && state === 'active',
  );
  return html`<form id="open" data-id="${id}" class="sheet">
<h2>Mở ca</h2>
<p id="open-fault" class="fault" role="alert" hidden></p>
<p class="field"><label for="reason">Vì sao bạn mở?</label><select id="reason" name="reason">${openReasons.map((reason) => html`<option value="${reason}">${reasonNames[reason]}</option>`)}</select><small>Lần mở này và lý do được ghi vào nhật ký.</small></p>
<p class="field"><label for="passphrase">Mật khẩu bàn trực của bạn</label><input id="passphrase" name="passphrase" type="password" required maxlength="300" autocomplete="off" spellcheck="false"><small>Lời nhắn được mở ngay trong trình duyệt này. Máy chủ không biết mật khẩu, không đọc được lời nhắn.</small></p>
<p><button type="submit" class="main">Mở và đọc</button></p>
<p id="open-wait" role="status" hidden></p>
<noscript><p class="fault">Cần bật JavaScript để mở ca: lời nhắn chỉ mở được trong trình duyệt của bạn.</p></noscript>
</form>
<section id="opened" hidden>
<div class="between"><h2 id="letters-title" tabindex="-1">Thư của ca</h2><button type="button" id="lock">Khoá lại</button></div>
<ol id="letters" class="letters"></ol>
<form id="reply" class="sheet" data-when="${when}" data-phones="${desk.phonesShown().join(' ')}">
<h2>Trả lời</h2>
<p>Thư chờ tới khi người nhắn quay lại với mã biên nhận và từ bí mật. Không ai bị báo tin. Đừng ghi tên, nơi ở, hay điều chỉ người trong cuộc biết.</p>
<p class="field"><label for="template">Bắt đầu bằng lời soạn sẵn</label><select id="template"><option value="">Chọn…</option>${desk.templates.map(({ title, text }) => html`<option value="x" data-text="${text}">${title}</option>`)}</select></p>
<p class="field"><label for="words">Lời của bạn</label><textarea id="words" name="words" rows="7" maxlength="4000"></textarea></p>
<div id="warned" class="fault" role="alert" tabindex="-1" hidden><p><b>Xem lại trước khi gửi:</b></p><ul id="warnings"></ul><p class="tick"><input type="checkbox" id="sure" name="sure"><label for="sure">Mình đã xem lại và vẫn gửi</label></p></div>
<p><button type="submit" class="main">Niêm phong và gửi</button></p>
<p id="sent" role="status" hidden></p>
</form>
</section>
<div class="columns">
<form method="post" action="${base}/ca/${id}/giao" class="sheet" data-stay>
<h2>Giao ca</h2>
<p class="field"><label for="to">Giao cho</label><select id="to" name="to"><option value="">Trả về hàng chờ</option>${colleagues.map((one) => html`<option value="${one.id}">${one.name}</option>`)}</select></p>
<button type="submit">Giao ca</button>
</form>
<form method="post" action="${base}/ca/${id}/dong" class="sheet" data-stay>
<h2>Khép ca</h2>
<p class="field"><label for="outcome">Kết quả</label><select id="outcome" name="outcome">${caseOutcomes.map((outcome) => html`<option value="${outcome}">${outcomeNames[outcome]}</option>`)}</select><small>Ca đã khép không mở lại được, và bị huỷ sau số ngày đã định.</small></p>
<button type="submit" class="danger">Khép ca</button>
</form>
</div>`;
}

function eventLine({ what, officer, reason, at }: CaseEvent, officers: Officer[]): Markup {
  const who = officer === null ? '' : (officers.find(({ id }) => id === officer)?.name ?? 'tài khoản đã bỏ');
  const why = reason === null ? '' : ({ ...reasonNames, ...outcomeNames }[reason] ?? '');
  return html`<li>${localTime(at)} · ${actionName(caseAction(what))}${who === '' ? '' : html` · <b>${who}</b>`}${why === '' ? '' : ` · ${why}`}</li>`;
}
