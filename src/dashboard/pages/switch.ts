import { Hono } from 'hono';
import { html } from 'hono/html';
import type { ContentDesk } from '../../core/content/desk.ts';
import { type AnswerSwitch, longestNote, offReasons, reasonWords, type SwitchTurn } from '../../core/content/switch.ts';
import { done, fault, typed } from '../form.ts';
import { type Markup, page } from '../frame.ts';
import { base, type Ctx, type Env, type House } from '../house.ts';
import { localTime } from '../local-time.ts';
import { only, visitOf } from '../only.ts';

const here = `${base}/cong-tac`;

/** Switching answers off and on again. Help and safety do not hang on it. */
export function switchPage(house: Pick<House, 'now'>, desk: ContentDesk): Hono<Env> {
  const app = new Hono<Env>();
  app.use('/cong-tac', only('switch'));
  app.get('/cong-tac', (c) => show(c, desk, null, doneWords(c.req.query('xong'))));
  app.post('/cong-tac', async (c) => {
    const body = await c.req.parseBody();
    const who = { name: visitOf(c).credentials.officer.name, at: house.now() };
    if (typed(body, 'lam') === 'bat') {
      await desk.turn(null, who);
      return c.redirect(`${here}?xong=bat`, 303);
    }
    const reason = offReasons.find((one) => one === typed(body, 'ly-do'));
    if (reason === undefined) return show(c, desk, 'Hãy chọn lý do tắt.');
    await desk.turn({ reason, note: typed(body, 'ghi-chu').trim().slice(0, longestNote) }, who);
    return c.redirect(`${here}?xong=tat`, 303);
  });
  return app;
}

function doneWords(what: string | undefined): string | null {
  if (what === 'tat') return 'Đã tắt. Mọi máy đang chạy thôi trả lời câu hỏi sau vài giây.';
  return what === 'bat' ? 'Đã bật lại. Mọi máy đang chạy trả lời lại sau vài giây.' : null;
}

async function show(c: Ctx, desk: ContentDesk, why: string | null, what: string | null = null) {
  const { now, before } = await desk.turns();
  return page(
    c,
    {
      title: 'Công tắc câu trả lời',
      body: html`${fault(why)}${done(what)}
${now.off ? offSheet(now) : onSheet()}
${before.length === 0 ? '' : table(before)}`,
    },
    why === null ? 200 : 400,
  );
}

function offSheet(now: Extract<AnswerSwitch, { off: true }>): Markup {
  return html`<form method="post" action="${here}" class="sheet">
<h2>Câu trả lời đang tắt</h2>
<p>Từ ${localTime(now.since)}, người tắt: ${now.by}. Lý do: ${reasonWords(now.reason)}.${now.note === '' ? '' : ` Ghi chú: ${now.note}`}</p>
<p>Ai hỏi thì nhận lời nói thật là máy đang tạm ngừng, kèm các số gọi được. Thẻ giúp đỡ, SOS, lời lúc nguy hiểm và bàn trực vẫn chạy.</p>
<input type="hidden" name="lam" value="bat"><button type="submit" class="main">Bật lại câu trả lời</button>
</form>`;
}

function onSheet(): Markup {
  return html`<form method="post" action="${here}" class="sheet">
<h2>Câu trả lời đang bật</h2>
<p>Tắt khi máy đang nói sai mà chưa sửa kịp. Ai hỏi sẽ nhận lời nói thật là máy tạm ngừng, kèm các số gọi được. Thẻ giúp đỡ, SOS, lời lúc nguy hiểm và bàn trực vẫn chạy. Có hiệu lực ở mọi kênh sau vài giây.</p>
<fieldset><legend>Vì sao tắt</legend>${offReasons.map(
    (reason) =>
      html`<label class="tick"><input type="radio" name="ly-do" value="${reason}" required> ${reasonWords(reason)}</label>`,
  )}</fieldset>
<p class="field"><label for="ghi-chu">Ghi chú cho đồng nghiệp</label><input id="ghi-chu" name="ghi-chu" maxlength="${longestNote}" autocomplete="off" aria-describedby="ghi-chu-hint"><small id="ghi-chu-hint">Không bắt buộc. Không ghi chuyện hay tên của người dân.</small></p>
<input type="hidden" name="lam" value="tat"><button type="submit" class="danger">Tắt câu trả lời</button>
</form>`;
}

function table(before: SwitchTurn[]): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Các lần bật, tắt">
<table><thead><tr><th scope="col">Lúc</th><th scope="col">Ai</th><th scope="col">Việc</th><th scope="col">Vì sao</th></tr></thead>
<tbody>${before.map(({ at, by, off, reason, note }) => html`<tr><td>${localTime(at)}</td><td>${by}</td><td>${off ? 'Tắt' : 'Bật lại'}</td><td>${reason === null ? '' : reasonWords(reason)}${note === '' ? '' : html` <small>${note}</small>`}</td></tr>`)}</tbody></table></div>`;
}
