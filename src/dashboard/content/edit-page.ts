import { html, raw } from 'hono/html';
import type { Looked } from '../../core/content/desk.ts';
import type { Draft } from '../../core/content/draft.ts';
import { type Field, fieldsOf, typedOf } from '../../core/content/fields.ts';
import type { ContentKind, ItemBody, ItemKey } from '../../core/content/item.ts';
import { kindName } from '../../core/content/title.ts';
import { fault } from '../form.ts';
import { type Markup, page } from '../frame.ts';
import type { Ctx } from '../house.ts';
import { contentHome, itemAddress, kindAddress } from './address.ts';
import { changesOf } from './sheet.ts';
import { mendList, shownAs } from './shown.ts';

/** A draft as it is being written. `id` is `null` for something new that has none yet. */
export type Editing = {
  kind: ContentKind;
  id: string | null;
  typedId?: string;
  body: ItemBody;
  seen: number;
  from: string | null;
  file: string;
  /** Where something new may stand; empty for what exists. */
  files: string[];
  looked?: Looked | undefined;
  /** Somebody else saved meanwhile, or what people are told changed: both are shown. */
  against?: { what: string; body: ItemBody } | undefined;
  why?: string | null;
};

/** The form for a draft; before it, what must be mended and how people would see it. */
export function editPage(c: Ctx, editing: Editing) {
  const { kind, id, body, seen, from, looked, against, why = null } = editing;
  const to = id === null ? `${kindAddress(kind)}/moi` : `${itemAddress({ kind, id })}/sua`;
  const title = id === null ? `Thêm ${kindName(kind).one}` : `Sửa ${kindName(kind).one}`;
  const differs = against === undefined ? null : changesOf(kind, against.body, body);
  return page(
    c,
    {
      title,
      body: html`<p><a href="${contentHome}">Nội dung</a> · <a href="${id === null ? kindAddress(kind) : itemAddress({ kind, id })}">${id ?? kindName(kind).many}</a></p>
${fault(why)}
${
  against === undefined
    ? ''
    : html`<section class="sheet" aria-label="So hai bản"><h2>${against.what}</h2>
<p>Chữ gạch bỏ là của bản kia, chữ gạch chân là của bạn. Sửa ô bên dưới cho đúng ý cả hai rồi lưu: bản của bạn sẽ thay bản kia.</p>${differs ?? html`<p>Hai bản giống nhau.</p>`}</section>`
}
${looked === undefined ? '' : lookedAt(looked)}
<form method="post" action="${to}" class="sheet wide">
<input type="hidden" name="seen" value="${seen}">
${id === null ? newFields(editing) : ''}
${fieldsOf(kind).map((field) => fieldFor(field, typedOf(body, field)))}
<p class="field"><label for="tu-ngay">Dùng từ ngày</label><input id="tu-ngay" name="tu-ngay" type="date" value="${from ?? ''}" aria-describedby="tu-ngay-hint"><small id="tu-ngay-hint">Để trống thì dùng ngay khi được duyệt. Trước ngày này người dân vẫn đọc bản cũ.</small></p>
<div class="row-buttons"><button type="submit" name="lam" value="xem">Xem thử</button><button type="submit" name="lam" value="luu" class="main">Lưu bản nháp</button></div>
</form>`,
    },
    why === null && against === undefined ? 200 : 409,
  );
}

function lookedAt({ mends, shown }: Looked): Markup {
  return html`${mendList(mends)}
${mends.length === 0 ? html`<p class="done" role="status">Bản này đúng mẫu, số liệu có trong căn cứ.</p>` : ''}
${shown.length === 0 ? '' : html`<section aria-label="Người dân sẽ thấy"><h2>Người dân sẽ thấy</h2>${shownAs(shown)}</section>`}`;
}

function newFields({ typedId = '', files, file }: Editing): Markup {
  return html`<p class="field"><label for="ma">Mã</label><input id="ma" name="ma" required maxlength="59" autocapitalize="none" spellcheck="false" autocomplete="off" value="${typedId}" aria-describedby="ma-hint"><small id="ma-hint">Chữ thường không dấu, số, gạch nối. Ví dụ: nghi-khi-vo-sinh. Sau này không đổi được.</small></p>
<p class="field"><label for="tep">Xếp vào nhóm</label><select id="tep" name="tep">${files.map(
    (one) =>
      html`<option value="${one}"${one === file ? raw(' selected') : ''}>${one.replace(/^knowledge\/|\.yaml$/g, '')}</option>`,
  )}</select></p>`;
}

function fieldFor({ path, label, hint, shape, options = [] }: Field, typed: string): Markup {
  const described = hint === undefined ? '' : html` aria-describedby="${path}-hint"`;
  const tail = hint === undefined ? '' : html`<small id="${path}-hint">${hint}</small>`;
  const box = (control: Markup) => html`<p class="field"><label for="${path}">${label}</label>${control}${tail}</p>`;
  switch (shape) {
    case 'text':
    case 'lines':
    case 'words':
    case 'cites':
      return box(
        html`<textarea id="${path}" name="${path}" rows="${rowsFor(typed, shape)}" maxlength="6000"${described}>
${typed}</textarea>`,
      );
    case 'line':
      return box(
        html`<input id="${path}" name="${path}" maxlength="400" autocomplete="off" value="${typed}"${described}>`,
      );
    case 'number':
      return box(
        html`<input id="${path}" name="${path}" inputmode="numeric" maxlength="3" autocomplete="off" value="${typed}"${described}>`,
      );
    case 'day':
      return box(html`<input id="${path}" name="${path}" type="date" value="${typed}"${described}>`);
    case 'choice':
    case 'yes-no':
      return box(
        html`<select id="${path}" name="${path}"${described}>${(shape === 'yes-no' ? yesNo : options).map(
          ([value, name]) => html`<option value="${value}"${value === typed ? raw(' selected') : ''}>${name}</option>`,
        )}</select>`,
      );
    case 'ticks':
      return html`<fieldset${described}><legend>${label}</legend>${options.map(
        ([value, name]) =>
          html`<label class="tick"><input type="checkbox" name="${path}" value="${value}"${typed.split('\n').includes(value) ? raw(' checked') : ''}> ${name}</label>`,
      )}${tail}</fieldset>`;
  }
}

const yesNo = [
  ['co', 'Có'],
  ['khong', 'Không'],
] as const;

function rowsFor(typed: string, shape: Field['shape']): number {
  const lines = typed.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 70)), 0);
  return Math.min(16, Math.max(shape === 'text' ? 4 : 3, lines + 1));
}

/** The draft, or what is told now, or nothing yet, ready to be written on. */
export function editingOf(key: ItemKey, now: ItemBody | null, draft: Draft | null, file: string): Editing {
  return {
    ...key,
    body: draft?.body ?? now ?? {},
    seen: draft?.version ?? 0,
    from: draft?.from ?? null,
    file: draft?.file ?? file,
    files: [],
  };
}
