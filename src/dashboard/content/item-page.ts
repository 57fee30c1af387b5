import { html } from 'hono/html';
import type { ContentDesk, ItemView, Looked } from '../../core/content/desk.ts';
import { type Draft, mayReview } from '../../core/content/draft.ts';
import { sameBody, unstamped } from '../../core/content/item.ts';
import { kindName } from '../../core/content/title.ts';
import { done, fault } from '../form.ts';
import { type Markup, page } from '../frame.ts';
import type { Ctx } from '../house.ts';
import { localTime } from '../local-time.ts';
import { visitOf } from '../only.ts';
import { contentHome, itemAddress, kindAddress } from './address.ts';
import { historyOf } from './history.ts';
import { mayWrite } from './rights.ts';
import { changesOf, sheetOf } from './sheet.ts';
import { mendList, shownAs } from './shown.ts';
import { dayWords, tellsWords } from './words.ts';

type Told = { why?: string; mends?: string[]; what?: string | null };

/** One thing: what people are told, the draft of it, what was done with it. */
export async function itemPage(c: Ctx, desk: ContentDesk, view: ItemView, told: Told = {}) {
  const { kind, now, whole, scheduled } = view;
  const here = itemAddress(view);
  const looked = now === null ? null : await desk.look(view, now, view.file);
  const drafted = whole === null ? null : await desk.look(view, whole.body, whole.file);
  const state = tellsWords(view.tells);
  return page(
    c,
    {
      title: view.title,
      body: html`<p><a href="${contentHome}">Nội dung</a> · <a href="${kindAddress(kind)}">${kindName(kind).many}</a> · <code>${view.id}</code></p>
${fault(told.why ?? null)}${mendList(told.mends ?? [])}${done(told.what ?? null)}
${state === null ? '' : html`<p class="note">Trạng thái: ${state}.</p>`}
${view.notes.map((one) => html`<p class="note">${one}</p>`)}
${scheduled === null ? '' : html`<p class="note">Đã duyệt một bản mới, dùng từ ngày ${dayWords(scheduled.from)}.</p>`}
${choice(view, here)}
${whole === null || drafted === null ? '' : draftBox(c, view, whole, drafted)}
<div class="columns">
<section class="sheet"><h2>${now === null ? 'Chưa có bản nào được dùng' : 'Bản đang dùng'}</h2>
${now === null ? '' : sheetOf(kind, now)}
${mayWrite(c) && whole === null ? html`<p><a class="button main" href="${here}/sua">Sửa</a></p>` : ''}
${kind === 'service' && now !== null ? callForm(here, now.lifeline === true) : ''}
${kind === 'reply' && now !== null && now.approved === null ? approveForm(here) : ''}
</section>
${looked === null || looked.shown.length === 0 ? '' : html`<section><h2>Người dân thấy</h2>${shownAs(looked.shown)}</section>`}
</div>
${historyOf(view, here)}`,
    },
    told.why === undefined && told.mends === undefined ? 200 : 409,
  );
}

function draftBox(c: Ctx, view: ItemView, draft: Draft, { mends, shown }: Looked): Markup {
  const self = visitOf(c).credentials.officer.name;
  const here = itemAddress(view);
  const seen = html`<input type="hidden" name="seen" value="${draft.version}">`;
  const movedOn = !sameBody(draft.base, view.now === null ? null : unstamped(view.kind, view.now));
  const differs = changesOf(view.kind, view.now, draft.body);
  return html`<section class="sheet draft"><h2>${draft.state === 'offered' ? 'Bản nháp chờ duyệt' : 'Bản nháp đang soạn'}</h2>
<p class="aside">Người soạn: ${draft.authors.join(', ')}. Lưu lúc ${localTime(draft.editedAt)}.${draft.from === null ? '' : ` Dùng từ ngày ${dayWords(draft.from)}.`}</p>
${movedOn ? html`<p class="fault" role="alert">Bản đang dùng đã đổi sau khi bản nháp này bắt đầu. Người soạn hãy mở ra, xem cả hai bản rồi lưu lại.</p>` : ''}
${mendList(mends)}
<div class="columns">
<div><h3>Khác bản đang dùng</h3>${differs ?? html`<p>Không khác gì.</p>`}</div>
${shown.length === 0 ? '' : html`<div><h3>Người dân sẽ thấy</h3>${shownAs(shown)}</div>`}
</div>
<div class="row-buttons">
${mayWrite(c) ? html`<a class="button" href="${here}/sua">Sửa tiếp</a>` : ''}
${draft.state === 'draft' && mayWrite(c) ? html`<form method="post" action="${here}/gui">${seen}<button type="submit" class="main">Gửi để người khác duyệt</button></form>` : ''}
${draft.state === 'offered' ? html`<form method="post" action="${here}/tra">${seen}<button type="submit">Trả về cho người soạn</button></form>` : ''}
${mayWrite(c) ? html`<form method="post" action="${here}/bo">${seen}<button type="submit" class="danger">Bỏ bản nháp</button></form>` : ''}
</div>
${
  draft.state !== 'offered' || mends.length > 0 || movedOn
    ? ''
    : mayReview(draft, self)
      ? html`<form method="post" action="${here}/duyet" class="ask">${seen}
${view.kind === 'reply' ? html`<p class="field"><label for="noi-duyet">Nơi duyệt lời này</label><input id="noi-duyet" name="noi-duyet" maxlength="100" autocomplete="off" aria-describedby="noi-duyet-hint"><small id="noi-duyet-hint">Ví dụ: Trung tâm Công tác xã hội. Để trống thì lời vẫn được dùng nhưng còn ghi là chưa duyệt.</small></p>` : ''}
<p>Đọc từng câu cạnh văn bản gốc rồi hãy duyệt. Duyệt xong, người dân đọc được sau vài giây.</p>
<button type="submit" class="main">Duyệt và công bố</button></form>`
      : html`<p class="note">Bạn đã soạn bản này. Một biên tập viên khác hoặc người quản trị sẽ duyệt.</p>`
}
</section>`;
}

/** The file changed under what was published, or what was published holds no more. */
function choice(view: ItemView, here: string): Markup | '' {
  if (view.tells !== 'conflict' && view.tells !== 'broken') return '';
  const published = view.history.find(({ body }) => body !== null)?.body ?? null;
  const differs = changesOf(view.kind, view.inFile, published);
  return html`<section class="sheet"><h2>${view.tells === 'conflict' ? 'Tệp đã đổi sau khi công bố' : 'Bản công bố không còn đúng với kho'}</h2>
<p>${
    view.tells === 'conflict'
      ? 'Người dân vẫn đọc bản công bố cho tới khi có người chọn. Chữ gạch bỏ là của tệp, chữ gạch chân là của bản công bố.'
      : 'Máy đang dùng bản trong tệp. Hãy sửa rồi công bố lại, hoặc chọn bản trong tệp.'
  }</p>
${differs ?? ''}
<div class="row-buttons">
${view.tells === 'conflict' ? html`<form method="post" action="${here}/chon"><input type="hidden" name="chon" value="giu"><button type="submit">Giữ bản công bố</button></form>` : ''}
<form method="post" action="${here}/chon"><input type="hidden" name="chon" value="tep"><button type="submit">Dùng bản trong tệp</button></form>
</div></section>`;
}

/** Nobody should ring those who save lives only to see whether they answer. */
function callForm(here: string, lifeline: boolean): Markup {
  if (lifeline)
    return html`<form method="post" action="${here}/da-goi" class="ask"><p>Số cứu nạn: <b>đừng gọi thử</b>, kẻo chiếm đường của người đang cần. Hãy hỏi nơi phụ trách xem số còn đúng không.</p>
<button type="submit" name="nghe" value="co">Tôi đã hỏi nơi phụ trách hôm nay: số còn đúng</button></form>`;
  return html`<form method="post" action="${here}/da-goi" class="ask"><p><b>Tôi đã gọi số này hôm nay:</b></p>
<div class="row-buttons"><button type="submit" name="nghe" value="co">Có người nghe</button><button type="submit" name="nghe" value="khong">Không ai nghe</button></div></form>`;
}

function approveForm(here: string): Markup {
  return html`<form method="post" action="${here}/duyet-loi" class="ask">
<p class="field"><label for="noi-duyet-loi">Nơi duyệt lời này</label><input id="noi-duyet-loi" name="noi-duyet" required maxlength="100" autocomplete="off" aria-describedby="noi-duyet-loi-hint"><small id="noi-duyet-loi-hint">Ví dụ: Trung tâm Công tác xã hội. Đọc kỹ từng tin rồi hãy duyệt.</small></p>
<button type="submit" class="main">Duyệt lời này</button></form>`;
}
