import { html, raw } from 'hono/html';
import type { Campaign } from '../../core/broadcast/campaign.ts';
import type { AddedDay } from '../../core/broadcast/ports.ts';
import { toldCount, toldOf } from '../../core/broadcast/result.ts';
import { addDays } from '../../core/calendar.ts';
import { localDay } from '../../core/local-day.ts';
import { least } from '../../core/measures/release.ts';
import { may } from '../../core/officers/role.ts';
import { done, fault } from '../form.ts';
import { type Markup, page } from '../frame.ts';
import type { Ctx, House } from '../house.ts';
import { visitOf } from '../only.ts';
import type { CampaignDoor } from './door.ts';
import { previews } from './message.ts';
import { here } from './message-page.ts';
import { planForms } from './plan-forms.ts';
import { audienceNames, dayWords, stateNames, yearlyWords } from './words.ts';

const daysBack = 60;
const daysAhead = 400;

export type Said = { why?: string | null; what?: string | null };

/** The calendar of what is sent: what waits for a second person, what comes, what went out, and the days of the year. */
export async function calendarPage(c: Ctx, house: House, door: CampaignDoor, { why = null, what = null }: Said = {}) {
  const { officer } = visitOf(c).credentials;
  const today = localDay(house.now());
  const [all, days, counts] = await Promise.all([
    door.campaigns.list(addDays(today, -daysBack), addDays(today, daysAhead)),
    door.campaigns.days(),
    door.campaigns.subscribers(),
  ]);
  const writes = may(officer.role, 'content-write');
  const waiting = all.filter(({ state }) => state === 'planned');
  const coming = all.filter(({ state }) => state === 'approved' || state === 'sending');
  const past = all.filter(({ state }) => state === 'done' || state === 'stopped' || state === 'withheld').reverse();
  return page(
    c,
    {
      title: 'Lịch gửi tin',
      body: html`${fault(why)}${done(what)}
<p class="lead">Tin tự gửi tới người đã bật nhận: mỗi ngày <b>${toldCount(counts.daily)}</b> người, chỉ ngày đặc biệt <b>${toldCount(counts.days)}</b> người. Mỗi ngày nhiều nhất một tin. Tin nào cũng do một người soạn, người khác duyệt.</p>
${approvals(waiting, officer, door)}
<h2>Sắp gửi</h2>
${coming.length === 0 ? html`<p class="note">Chưa có tin nào đã duyệt.</p>` : html`<ul class="cases">${coming.map((one) => line(one))}</ul>`}
${writes ? planForms(door, days, today) : ''}
<h2>Đã qua</h2>
${past.length === 0 ? html`<p class="note">Chưa gửi tin nào trong ${daysBack} ngày qua.</p>` : html`<ul class="cases">${past.map((one) => line(one))}</ul>`}
${yearDays(door, days, writes)}`,
    },
    why === null ? 200 : 400,
  );
}

function approvals(waiting: Campaign[], { name, role }: Officer, door: CampaignDoor): Markup | '' {
  if (waiting.length === 0) return '';
  const theirs = waiting.filter(({ madeBy }) => madeBy !== name);
  const mine = waiting.filter(({ madeBy }) => madeBy === name);
  const mayApprove = may(role, 'content') && theirs.length > 0;
  return html`<h2>Chờ duyệt <small>(${waiting.length})</small></h2>
${mine.length === 0 ? '' : html`<p class="aside">Bạn soạn những tin này, cần một người khác duyệt:</p><ul class="cases">${mine.map((one) => line(one))}</ul>`}
${theirs.length > 0 && !mayApprove ? html`<ul class="cases">${theirs.map((one) => line(one))}</ul>` : ''}
${
  mayApprove
    ? html`<form method="post" action="${here}/duyet" class="approve">
<p class="aside">Xem từng tin như người nhận thấy. Bỏ dấu chọn ở tin chưa ưng.</p>
${theirs.map(
  (one) => html`<fieldset class="sheet"><legend>${dayWords(one.day)}</legend>
<p class="check"><input type="checkbox" id="tin-${one.id}" name="tin" value="${one.id}" checked><label for="tin-${one.id}">Duyệt tin này</label></p>
<p>${audienceNames[one.audience]}. Người soạn: <b>${one.madeBy}</b>. <a href="${here}/${one.id}">Mở riêng<span class="unseen"> tin ${dayWords(one.day)}</span></a></p>
<input type="hidden" name="loi-${one.id}" value="${one.words}">
${previews(one, door)}</fieldset>`,
)}
<button type="submit" class="main">Duyệt các tin đã chọn</button>
</form>`
    : ''
}`;
}

type Officer = { name: string; role: Parameters<typeof may>[0] };

function line(one: Campaign): Markup {
  const { total } = toldOf(one);
  const told = one.state === 'done' ? (total === 0 ? `dưới ${least} người` : `${total} người`) : '';
  return html`<li><div><b>${dayWords(one.day)}</b> <span class="tag ${one.state}">${stateNames[one.state]}</span>${one.dayName === null ? '' : html` <span>${one.dayName}</span>`}
<span>${one.words}</span>${told === '' ? '' : html` <span>${told}</span>`}</div>
<a class="button" href="${here}/${one.id}">Xem<span class="unseen"> tin ${dayWords(one.day)}</span></a></li>`;
}

function yearDays(door: CampaignDoor, added: AddedDay[], writes: boolean): Markup {
  return html`<h2>Ngày trong năm</h2>
<ul class="cases">${door
    .daily()
    .days.map((day) => html`<li><div><b>${yearlyWords(day)}</b> <span>${day.name}</span></div></li>`)}${added.map(
    (
      day,
    ) => html`<li><div><b>${yearlyWords({ from: day.day, to: day.day })}</b> <span>${day.name}</span> <small>${day.addedBy} thêm</small></div>
${writes ? html`<form method="post" action="${here}/ngay/${day.id}/bo"><button type="submit">Bỏ<span class="unseen"> ngày ${day.name}</span></button></form>` : ''}</li>`,
  )}</ul>
${
  writes
    ? html`<form method="post" action="${here}/ngay" class="sheet">
<h3>Thêm một ngày của tỉnh, của xã</h3>
<div class="row">
<p class="field"><label for="ten-ngay-moi">Tên ngày</label><input id="ten-ngay-moi" name="ten" required maxlength="60" aria-describedby="ten-ngay-goi-y" autocomplete="off"><small id="ten-ngay-goi-y">Hiện trên màn hình khóa: không có chữ lộ chuyện riêng, không có số điện thoại.</small></p>
<p class="field"><label for="ngay-moi">Ngày, tháng</label><input id="ngay-moi" name="ngay" required maxlength="5" inputmode="numeric" placeholder="26/3" autocomplete="off"${raw('')}></p>
</div>
<button type="submit">Thêm ngày</button>
</form>`
    : ''
}`;
}
