import { html } from 'hono/html';
import type { Campaign } from '../../core/broadcast/campaign.ts';
import { progressOf, toldOf } from '../../core/broadcast/result.ts';
import { least } from '../../core/measures/release.ts';
import type { Markup } from '../frame.ts';
import { localTime } from '../local-time.ts';
import type { CampaignDoor, Preview } from './door.ts';
import { audienceNames, dayWords, outcomeNames, pooledOutcome, stateNames } from './words.ts';

/** A message as people see it on each channel. */
export function previews(one: Campaign, door: CampaignDoor): Markup {
  const shown = door.preview(one);
  if (shown === null)
    return html`<p class="fault">Điều này nay đã khác, hoặc dựa vào luật không còn hiệu lực. Tin sẽ không được gửi: dừng tin này rồi soạn lại.</p>`;
  return html`<div class="columns">${shown.map(preview)}</div>`;
}

function preview({ channel, texts, buttons }: Preview): Markup {
  return html`<figure class="phone">
<figcaption>${channel}</figcaption>
${texts.map((text) => html`<p>${text}</p>`)}
${buttons.length === 0 ? '' : html`<ul aria-label="Nút dưới tin">${buttons.map((label) => html`<li>${label}</li>`)}</ul>`}
</figure>`;
}

/** When, for whom, by whom. */
export function facts(one: Campaign): Markup {
  return html`<dl class="sheet">
<dt>Trạng thái</dt><dd><span class="tag ${one.state}" id="state" data-state="${one.state}">${stateNames[one.state]}</span></dd>
<dt>Ngày gửi</dt><dd>${dayWords(one.day)}${one.dayName === null ? '' : html` (${one.dayName})`}</dd>
<dt>Bắt đầu, kết thúc</dt><dd>${localTime(one.startsAt)} đến ${localTime(one.endsAt).slice(-5)}. Chưa gửi hết thì bỏ, không để sang hôm sau.</dd>
<dt>Gửi tới</dt><dd>${audienceNames[one.audience]}</dd>
<dt>Người soạn</dt><dd>${one.madeBy}</dd>
<dt>Người duyệt</dt><dd>${one.approvedBy ?? 'chưa có'}</dd>
</dl>`;
}

/** What came of it so far. Counts under five are not told. */
export function result(one: Campaign): Markup | '' {
  if (one.state === 'planned' || one.state === 'approved' || one.state === 'withheld') return '';
  const { parts, total } = toldOf(one);
  return html`<section aria-labelledby="result-title">
<h2 id="result-title">Kết quả</h2>
${one.state === 'sending' ? progress(one) : ''}
${
  total === 0
    ? html`<p class="note">Dưới ${least} người: không hiện số.</p>`
    : html`<dl class="sheet counts">${parts.map(
        ({ outcome, n }) => html`<dt>${outcome === null ? pooledOutcome : outcomeNames[outcome]}</dt><dd>${n}</dd>`,
      )}<dt>Cộng</dt><dd>${total}</dd></dl>`
}
<p class="aside">${
    one.state === 'done' ? '' : 'Khi chưa gửi xong, số được làm tròn xuống từng 5 người. '
  }Số dưới ${least} không hiện, số quá ít được gộp lại hoặc bỏ ra ngoài. Ai thôi nhận trước khi tin tới lượt thì không nằm trong số nào.
Tin không rõ đã tới chưa thì không bao giờ gửi lại.</p>
</section>`;
}

/** How far it is; kept fresh by `campaign.js`. */
export function progress(one: Campaign): Markup {
  const far = progressOf(one);
  return html`<p class="field"><label for="progress">Tiến độ</label>
${
  far === null
    ? html`<progress id="progress"></progress><small id="far">Dưới ${least} người.</small>`
    : html`<progress id="progress" max="${far.of}" value="${far.done}"></progress><small id="far" role="status">${farWords(far)}</small>`
}</p>`;
}

export function farWords({ done, of }: { done: number; of: number }): string {
  return `${done} trên ${of} (làm tròn xuống từng 5 người)`;
}
