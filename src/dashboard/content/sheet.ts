import { diffWordsWithSpace } from 'diff';
import { html } from 'hono/html';
import { fieldsOf, readOf } from '../../core/content/fields.ts';
import type { ContentKind, ItemBody } from '../../core/content/item.ts';
import type { Markup } from '../frame.ts';

/** A thing as it is read: its parts with their names, without those that are empty. */
export function sheetOf(kind: ContentKind, body: ItemBody): Markup {
  const told = fieldsOf(kind).flatMap((field) => {
    const text = readOf(body, field);
    return text === '' ? [] : [{ label: field.label, text }];
  });
  return html`<dl class="parts">${told.map(
    ({ label, text }) => html`<dt>${label}</dt><dd class="words">${text}</dd>`,
  )}</dl>`;
}

/** What changed between two bodies, part by part and word by word; `null` when nothing did. */
export function changesOf(kind: ContentKind, before: ItemBody | null, after: ItemBody | null): Markup | null {
  const changed = fieldsOf(kind).flatMap((field) => {
    const [was, is] = [before, after].map((body) => (body === null ? '' : readOf(body, field))) as [string, string];
    return was === is ? [] : [{ label: field.label, parts: diffWordsWithSpace(was, is) }];
  });
  if (changed.length === 0) return null;
  return html`<dl class="parts">${changed.map(
    ({ label, parts }) =>
      html`<dt>${label}</dt><dd class="words">${parts.map(({ added, removed, value }) =>
        added
          ? html`<ins><span class="unseen">[thêm] </span>${value}<span class="unseen"> [hết thêm]</span></ins>`
          : removed
            ? html`<del><span class="unseen">[bỏ] </span>${value}<span class="unseen"> [hết bỏ]</span></del>`
            : value,
      )}</dd>`,
  )}</dl>`;
}
