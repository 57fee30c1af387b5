import { html } from 'hono/html';
import type { ItemView } from '../../core/content/desk.ts';
import type { Publication } from '../../core/content/publication.ts';
import type { Markup } from '../frame.ts';
import { localTime } from '../local-time.ts';
import { changesOf } from './sheet.ts';
import { dayWords, deedWords } from './words.ts';

/** Who changed what, newest first, each with its difference to the one before and the way back to it. */
export function historyOf(view: ItemView, here: string): Markup | '' {
  const { history, inFile } = view;
  if (history.length === 0) return '';
  return html`<section><h2>Đã đổi những gì</h2>
<ol class="deeds">${history.map((one, at) => entry(view, one, history[at + 1]?.body ?? one.fileBody, here, at === 0))}
<li><div><b>Bản trong tệp</b>${inFile === null ? html` <small>tệp không có mục này</small>` : ''}</div>${back(here, 0, inFile === null ? 'Gỡ khỏi chỗ người dân đọc' : 'Lấy lại bản trong tệp')}</li></ol></section>`;
}

function entry(
  { kind }: ItemView,
  one: Publication,
  before: Publication['body'],
  here: string,
  isLast: boolean,
): Markup {
  const { seq, deed, authors, reviewer, at, from, body, fileBody } = one;
  const differs = changesOf(kind, before, body ?? fileBody);
  return html`<li><div><b>${deedWords(deed)}</b> <small>${localTime(at)}, ${authors.join(', ')}${reviewer === null ? '' : `; người duyệt: ${reviewer}`}${deed === 'published' ? `; dùng từ ${dayWords(from)}` : ''}</small>
${differs === null ? '' : html`<details><summary>Xem chỗ khác<span class="unseen"> của lần đổi ${localTime(at)}</span></summary>${differs}</details>`}</div>
${isLast || body === null ? '' : back(here, seq, 'Lấy lại bản này')}</li>`;
}

function back(here: string, seq: number, label: string): Markup {
  return html`<form method="post" action="${here}/lay-lai"><input type="hidden" name="lan" value="${seq}"><button type="submit">${label}</button></form>`;
}
