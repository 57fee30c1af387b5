import { html } from 'hono/html';
import type { TriedOut, Weighed } from '../../core/content/try-out.ts';
import type { Level } from '../../core/triage.ts';
import { type Markup, page } from '../frame.ts';
import type { Ctx } from '../house.ts';
import { contentHome } from './address.ts';
import { shownAs } from './shown.ts';

/** A question tried out. It travels by POST alone and is shown back, never kept. */
export function tryPage(c: Ctx, question: string, tried: TriedOut | null) {
  return page(c, {
    title: 'Hỏi thử',
    body: html`<p><a href="${contentHome}">Nội dung</a></p>
<form method="post" action="${contentHome}/thu" class="sheet">
<p class="field"><label for="cau">Gõ một câu như người dân hỏi</label><textarea id="cau" name="cau" rows="2" maxlength="1000" required aria-describedby="cau-hint">
${question}</textarea><small id="cau-hint">Câu này không được lưu hay ghi lại ở đâu. Đừng gõ tên, số điện thoại của người thật. Thử cả kiểu không dấu và viết tắt.</small></p>
<button type="submit" class="main">Hỏi thử</button>
</form>
${tried === null ? '' : result(tried)}`,
  });
}

function result(tried: TriedOut): Markup {
  const { reply, sources, offers, weighed } = tried;
  return html`<div class="columns">
<section><h2>Người dân nhận được</h2>${shownAs([{ bubbles: reply.bubbles, sources, offers }])}</section>
<section class="sheet"><h2>Vì sao</h2>${reasons(tried).map((one) => html`<p>${one}</p>`)}</section>
</div>
${weighed.length === 0 ? '' : table(tried)}`;
}

/** Why people get this reply, in plain words. */
function reasons({ reply, from, weighed, least }: TriedOut): string[] {
  const [first] = weighed;
  const won = weighed.find(({ id }) => id === from);
  const heard = levelWords(reply.level);
  if (reply.outcome === 'help') return [heard, 'Nghe ra chuyện bị hại thì máy đưa thẻ giúp đỡ trước mọi câu trả lời.'];
  if (won !== undefined)
    return [
      heard,
      `Máy trả lời bằng “${won.title}”.`,
      `Máy chắc ${percent(won.trust)} là đoạn này trả lời được; từ ${percent(least)} trở lên thì máy mới trả lời.`,
      ...(won.nearest === null ? [] : [`Giống ${percent(won.likeness)} với cách hỏi đã ghi: “${won.nearest}”.`]),
      `Đoạn này nói tới ${percent(won.coverage)} những chữ chính của câu hỏi.`,
    ];
  if (reply.outcome === 'answer')
    return [
      heard,
      'Câu này máy tính ra, hoặc được chỉ thẳng tới điều, mục tiêu đã nêu tên, nên không cần chọn trong các đoạn dưới đây.',
    ];
  if (first === undefined) return [heard, 'Trong kho không có đoạn nào gần câu này.'];
  return [
    heard,
    first.trust < least
      ? `Đoạn gần nhất là “${first.title}”, nhưng máy chỉ chắc ${percent(first.trust)}, chưa tới ${percent(least)}, nên không trả lời bừa.`
      : 'Câu này được đáp bằng một lời cố định, không phải bằng đoạn kiến thức.',
    'Muốn máy trả lời được câu này, hãy thêm cách hỏi ấy vào thẻ đúng, hoặc viết thẻ mới.',
  ];
}

function levelWords(level: Level): string {
  switch (level) {
    case 'none':
      return 'Máy nghe như một câu hỏi thường.';
    case 'concern':
      return 'Máy nghe như có thể có người đang lo, sợ, nên thêm lời chỉ chỗ giúp.';
    case 'support':
      return 'Máy nghe ra có người bị hại.';
    case 'emergency':
      return 'Máy nghe ra đang nguy hiểm ngay lúc này.';
  }
}

function table({ weighed, from }: TriedOut): Markup {
  return html`<section><h2>Các đoạn gần nhất</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Bảng các đoạn gần nhất">
<table><thead><tr><th scope="col">Đoạn</th><th scope="col">Căn cứ</th><th scope="col">Máy chắc</th><th scope="col">Giống cách hỏi đã ghi</th><th scope="col">Nói tới chữ chính</th></tr></thead>
<tbody>${weighed.map((one) => row(one, one.id === from))}</tbody></table></div></section>`;
}

function row({ id, title, document, locator, trust, likeness, coverage }: Weighed, won: boolean): Markup {
  return html`<tr><th scope="row">${title}${won ? html` <span class="state">được chọn</span>` : ''}<br><small><code>${id}</code></small></th><td>${locator}<br><small>${document}</small></td><td>${percent(trust)}</td><td>${percent(likeness)}</td><td>${percent(coverage)}</td></tr>`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
