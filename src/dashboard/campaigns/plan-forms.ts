import { html } from 'hono/html';
import type { AddedDay } from '../../core/broadcast/ports.ts';
import { addDays } from '../../core/calendar.ts';
import type { Markup } from '../frame.ts';
import type { CampaignDoor } from './door.ts';
import { here } from './message-page.ts';
import { audienceNames, yearlyWords } from './words.ts';

const usualTime = '08:30';
export const seriesLengths = [7, 14, 30] as const;

/** Planning one message, or one for each day of some weeks. */
export function planForms(door: CampaignDoor, added: AddedDay[], today: string): Markup {
  const { facts, days, hours } = door.daily();
  const tomorrow = addDays(today, 1);
  const when = (id: string) => html`<div class="row">
<p class="field"><label for="ngay-${id}">Ngày gửi</label><input type="date" id="ngay-${id}" name="ngay" required value="${tomorrow}" min="${today}"></p>
<p class="field"><label for="gio-${id}">Giờ bắt đầu</label><input type="time" id="gio-${id}" name="gio" required value="${usualTime}" min="${hours.from}" max="${hours.to}"></p>
</div>`;
  return html`<div class="columns">
<form method="post" action="${here}" class="sheet">
<h2>Soạn một tin</h2>
${when('mot')}
<p class="field"><label for="dieu">Điều sẽ gửi</label><select id="dieu" name="dieu" required>${facts.map(
    (fact) => html`<option value="${fact.id}">${fact.text}</option>`,
  )}</select></p>
<p class="field"><label for="ten-ngay">Nhắc tới ngày</label><select id="ten-ngay" name="ten-ngay"><option value="">Ngày thường</option>${days.map(
    (day) => html`<option value="${day.short}">${day.short} (${yearlyWords(day)})</option>`,
  )}${added.map(
    (day) => html`<option value="${day.name}">${day.name} (${yearlyWords({ from: day.day, to: day.day })})</option>`,
  )}</select></p>
<p class="field"><label for="nguoi-nhan">Gửi tới</label><select id="nguoi-nhan" name="nguoi-nhan"><option value="all">${audienceNames.all}</option><option value="daily">${audienceNames.daily}</option></select></p>
<button type="submit" class="main">Soạn và chờ duyệt</button>
</form>
<form method="post" action="${here}/nhieu-ngay" class="sheet">
<h2>Soạn cho nhiều ngày</h2>
<p class="aside">Mỗi ngày một điều, lấy lần lượt từ kho đã soạn; ngày đặc biệt có lời riêng. Ngày đã có tin thì giữ nguyên.</p>
${when('nhieu')}
<p class="field"><label for="so-ngay">Số ngày</label><select id="so-ngay" name="so-ngay">${seriesLengths.map(
    (length) => html`<option value="${length}">${length} ngày</option>`,
  )}</select></p>
<button type="submit" class="main">Soạn và chờ duyệt</button>
</form>
</div>`;
}
