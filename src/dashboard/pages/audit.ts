import { Hono } from 'hono';
import { html } from 'hono/html';
import { offReasons, reasonWords } from '../../core/content/switch.ts';
import { type AuditEntry, type AuditState, actionName, brokenWords } from '../../core/officers/audit.ts';
import { outcomeNames, reasonNames } from '../../core/officers/case-words.ts';
import { roleName, roles } from '../../core/officers/role.ts';
import { type Markup, page } from '../frame.ts';
import { base, type Env, type House } from '../house.ts';
import { localTime } from '../local-time.ts';
import { only } from '../only.ts';

const perPage = 50;

/** The audit log as the administrator reads it, and whether it still holds together. */
export function auditPages({ audit }: Pick<House, 'audit'>): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/nhat-ky', only('audit'), async (c) => {
    const before = /^\d{1,15}$/.test(c.req.query('truoc') ?? '') ? Number(c.req.query('truoc')) : null;
    const [entries, state] = await Promise.all([audit.read(perPage, before), audit.verify()]);
    const last = entries.at(-1);
    return page(c, {
      title: 'Nhật ký',
      body: html`${stateLine(state)}
<div class="scroll" tabindex="0" role="region" aria-label="Bảng nhật ký">
<table class="lines">
<thead><tr><th scope="col">Số</th><th scope="col">Lúc</th><th scope="col">Ai</th><th scope="col">Việc</th><th scope="col">Với</th></tr></thead>
<tbody>${entries.map(row)}</tbody>
</table>
</div>
${entries.length === perPage && last && last.seq > 1 ? html`<p><a href="${base}/nhat-ky?truoc=${last.seq}">Cũ hơn</a></p>` : ''}`,
    });
  });
  return app;
}

function stateLine(state: AuditState): Markup {
  if (state.kind === 'whole')
    return html`<p class="done">Nhật ký nguyên vẹn: ${state.count} dòng, dấu cuối <code>${state.head}</code>. Thỉnh thoảng hãy chép số dòng và dấu cuối ra sổ để đối chiếu.</p>`;
  const { what, toDo } = brokenWords(state);
  return html`<p class="fault" role="alert"><b>${what}</b> ${toDo}</p>`;
}

/** A role, a reason or an outcome in words; a key's fingerprint as it is. */
function detailWords(detail: string | null): string | null {
  if (detail === null) return null;
  const role = roles.find((one) => one === detail);
  const codes: Record<string, string> = { ...reasonNames, ...outcomeNames };
  const off = offReasons.find((one) => one === detail);
  if (off !== undefined) return reasonWords(off);
  return role === undefined ? (codes[detail] ?? detail) : roleName(role);
}

function row({ seq, at, actor, action, subject, detail }: AuditEntry): Markup {
  const what = detailWords(detail);
  const who = actor ?? (action.startsWith('case-') ? 'máy' : 'dòng lệnh');
  const withWhom = html`${subject === actor ? '' : subject}${what === null ? '' : html` <small>${what}</small>`}`;
  return html`<tr>${cell('Số', seq)}${cell('Lúc', localTime(at))}${cell('Ai', who)}${cell('Việc', actionName(action))}${cell('Với', withWhom)}</tr>`;
}

/** A cell that says on a narrow screen, where the head is not shown, what it holds. */
function cell(name: string, held: Markup | string | number): Markup {
  return html`<td data-name="${name}"><span>${held}</span></td>`;
}
