import { html } from 'hono/html';
import { spokenCode } from '../../core/officers/case-words.ts';
import type { Officer } from '../../core/officers/officer.ts';
import { may } from '../../core/officers/role.ts';
import type { QueuedCase } from '../../core/referral/case-desk.ts';
import { done, fault } from '../form.ts';
import { type Markup, page } from '../frame.ts';
import { base, type Ctx, type House } from '../house.ts';
import { visitOf } from '../only.ts';
import { caseClock, caseFacts } from './clock.ts';
import type { DeskDoor } from './door.ts';

type Said = { why?: string; what?: string | null };

/** The queue: codes and clocks, nothing that a person said. */
export async function queuePage(c: Ctx, house: House, desk: DeskDoor, { why, what }: Said = {}) {
  const now = house.now();
  const { officer } = visitOf(c).credentials;
  const [cases, officers] = await Promise.all([desk.cases.queue(), house.officers.list()]);
  const names = new Map(officers.map(({ id, name }) => [id, name]));
  const mine = cases.filter(({ holder }) => holder === officer.id);
  const free = cases.filter(({ holder }) => holder === null);
  const held = cases.filter(({ holder }) => holder !== null && holder !== officer.id);
  const waiting = free.length + mine.reduce((sum, { unread }) => sum + unread, 0);
  const list = (title: string, some: QueuedCase[]) =>
    some.length === 0
      ? ''
      : html`<h2>${title} <small>(${some.length})</small></h2><ul class="cases">${some.map((one) => row(one, names, officer, now))}</ul>`;
  return page(
    c,
    {
      title: 'Bàn trực',
      waiting,
      scripts: may(officer.role, 'cases') ? ['desk.js'] : ['live.js'],
      body: html`${fault(why ?? null)}${done(what ?? null)}
<p id="news" class="unseen" role="status"></p>
<p id="line" class="fault" role="alert" hidden></p>
<section id="queue" data-live data-waiting="${waiting}" data-news="Có ca hoặc thư mới đang chờ." aria-label="Các ca đang mở">
${cases.length === 0 ? html`<p class="note">Không có ca nào đang chờ.</p>` : ''}
${list('Tôi đang giữ', mine)}${list('Chờ người nhận', free)}${list('Đồng nghiệp đang giữ', held)}
</section>
<p class="aside">Trang tự cập nhật. Ở đây không có lời của người nhắn: chỉ người giữ ca mở được, và mỗi lần mở đều được ghi lại.</p>`,
    },
    why === undefined ? 200 : 409,
  );
}

function row(one: QueuedCase, names: Map<string, string>, officer: Officer, now: Date): Markup {
  const { id, holder } = one;
  const worksHere = may(officer.role, 'cases');
  const action =
    holder === officer.id
      ? html`<a class="button main" id="to-${id}" href="${base}/ca/${id}" data-stay>Mở ca<span class="unseen"> ${id}</span></a>`
      : holder === null
        ? worksHere
          ? html`<form method="post" action="${base}/ca/${id}/nhan" data-stay><button type="submit" id="claim-${id}" class="main">Nhận ca<span class="unseen"> ${id}</span></button></form>`
          : ''
        : may(officer.role, 'case-keys')
          ? html`<form method="post" action="${base}/ca/${id}/thu-hoi" data-stay><button type="submit" id="back-${id}">Đưa về hàng chờ<span class="unseen"> ca ${id}</span></button></form>`
          : '';
  return html`<li>
<div><code>${spokenCode(id)}</code> ${caseFacts(one, now)} ${caseClock(one, now)}${holder === null || holder === officer.id ? '' : html` <span>Người giữ: <b>${names.get(holder) ?? 'tài khoản đã bỏ'}</b></span>`}</div>
${action}
</li>`;
}
