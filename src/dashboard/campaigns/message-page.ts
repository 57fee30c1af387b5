import { html } from 'hono/html';
import type { Campaign } from '../../core/broadcast/campaign.ts';
import { may } from '../../core/officers/role.ts';
import { done, fault } from '../form.ts';
import { type Markup, page } from '../frame.ts';
import { base, type Ctx } from '../house.ts';
import { visitOf } from '../only.ts';
import type { CampaignDoor } from './door.ts';
import { facts, previews, result } from './message.ts';

export const here = `${base}/chien-dich`;

/** One message: how people see it, who agreed to it, how far it is, what came of it. */
export function messagePage(
  c: Ctx,
  one: Campaign,
  door: CampaignDoor,
  { why = null, what = null }: { why?: string | null; what?: string | null } = {},
) {
  const { officer } = visitOf(c).credentials;
  return page(
    c,
    {
      title: one.dayName === null ? 'Tin mỗi ngày' : `Tin gửi: ${one.dayName}`,
      scripts: one.state === 'sending' || one.state === 'approved' ? ['campaign.js'] : [],
      body: html`${fault(why)}${done(what)}
<p><a href="${here}">Lịch gửi tin</a></p>
${actions(one, officer)}
<h2>Người nhận thấy như sau</h2>
${previews(one, door)}
${result(one)}
<h2>Chi tiết</h2>
${facts(one)}`,
    },
    why === null ? 200 : 409,
  );
}

function actions(one: Campaign, officer: { name: string; role: Parameters<typeof may>[0] }): Markup | '' {
  if (!may(officer.role, 'content')) return '';
  const ends = one.state === 'planned' || one.state === 'approved' || one.state === 'sending';
  const approve =
    one.state !== 'planned'
      ? ''
      : one.madeBy === officer.name
        ? html`<p class="note">Bạn soạn tin này, nên cần một người khác duyệt.</p>`
        : html`<form method="post" action="${here}/duyet"><input type="hidden" name="tin" value="${one.id}"><input type="hidden" name="loi-${one.id}" value="${one.words}"><button type="submit" class="main">Duyệt tin này</button></form>`;
  const stop = html`<form method="post" action="${here}/${one.id}/dung"><button type="submit" class="danger">${one.state === 'planned' ? 'Bỏ tin này' : 'Dừng tin này'}</button></form>`;
  return html`<div class="actions">${approve}${ends ? stop : ''}</div>`;
}
