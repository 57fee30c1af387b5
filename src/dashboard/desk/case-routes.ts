import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { caseOutcomes, openReasons } from '../../core/referral/case.ts';
import type { Refusal } from '../../core/referral/case-desk.ts';
import { noteOf } from '../access/door.ts';
import { typed } from '../form.ts';
import { base, type Ctx, type Env, type House } from '../house.ts';
import { only, visitOf } from '../only.ts';
import { casePage } from './case-page.ts';
import type { DeskDoor } from './door.ts';
import { queuePage } from './queue-page.ts';

const opening = z.object({ reason: z.enum(openReasons) });
const answer = z.object({ sealed: z.string().min(100).max(200_000) });

/** The case desk: the queue, and what a case worker does to a case. */
export function caseRoutes(house: House, desk: DeskDoor): Hono<Env> {
  const app = new Hono<Env>();
  const selfOf = (c: Ctx) => visitOf(c).credentials.officer;
  const idOf = (c: Context<Env>) => c.req.param('ca') ?? '';
  app.get('/ca', only('case-queue'), (c) => queuePage(c, house, desk, { what: doneWords(c.req.query('xong')) }));
  // What a page asks every few seconds: whether the queue is another than the one it shows.
  app.get('/ca/dau', only('case-queue'), async (c) => {
    const queue = JSON.stringify(await desk.cases.queue());
    return c.json({ mark: createHash('sha256').update(queue).digest('base64url').slice(0, 16) });
  });
  app.get('/ca/:ca', only('cases'), async (c) => {
    const one = (await desk.cases.queue()).find(({ id }) => id === idOf(c));
    return one === undefined ? queuePage(c, house, desk, { why: gone }) : casePage(c, house, desk, one);
  });
  app.post('/ca/:ca/nhan', only('cases'), async (c) => {
    switch (await desk.cases.claim(idOf(c), selfOf(c).id, house.now())) {
      case 'yours':
        return c.redirect(`${base}/ca/${idOf(c)}`, 303);
      case 'taken':
        return queuePage(c, house, desk, { why: 'Đồng nghiệp vừa nhận ca này trước bạn.' });
      case 'gone':
        return queuePage(c, house, desk, { why: gone });
    }
  });
  app.post('/ca/:ca/giao', only('cases'), async (c) => {
    const to = typed(await c.req.parseBody(), 'to');
    if (to !== '' && !(await isColleague(house, to)))
      return queuePage(c, house, desk, { why: 'Người nhận không còn làm ca.' });
    const handed = await desk.cases.handOver(idOf(c), selfOf(c).id, to === '' ? null : to, house.now());
    return handed === 'done'
      ? c.redirect(`${base}/ca?xong=giao`, 303)
      : queuePage(c, house, desk, { why: refusalWords(handed) });
  });
  app.post('/ca/:ca/dong', only('cases'), async (c) => {
    const chosen = typed(await c.req.parseBody(), 'outcome');
    const outcome = caseOutcomes.find((one) => one === chosen);
    if (outcome === undefined) return queuePage(c, house, desk, { why: 'Hãy chọn một kết quả.' });
    const closed = await desk.cases.close(idOf(c), selfOf(c).id, outcome, house.now());
    switch (closed) {
      case 'done':
        return c.redirect(`${base}/ca?xong=dong`, 303);
      case 'unread':
        return queuePage(c, house, desk, { why: 'Ca này còn thư chưa đọc. Hãy mở đọc rồi mới khép.' });
      case 'gone':
      case 'not-yours':
        return queuePage(c, house, desk, { why: refusalWords(closed) });
    }
  });
  app.post('/ca/:ca/thu-hoi', only('case-keys'), async (c) => {
    const note = noteOf(house, selfOf(c).name, 'case-taken-back', idOf(c));
    return (await desk.watch.takeBack(idOf(c), note))
      ? c.redirect(`${base}/ca?xong=thu-hoi`, 303)
      : queuePage(c, house, desk, { why: gone });
  });
  app.post('/ca/:ca/mo', only('cases'), async (c) => {
    const asked = opening.safeParse(await c.req.json().catch(() => null));
    if (!asked.success) return c.json({ why: 'Hãy chọn lý do mở ca.' }, 400);
    const opened = await desk.cases.open(idOf(c), selfOf(c).id, asked.data.reason, house.now());
    if (typeof opened === 'string') return c.json({ why: refusalWords(opened) }, 409);
    return c.json({ letters: opened.letters, replyTo: opened.replyTo });
  });
  app.post('/ca/:ca/tra-loi', only('cases'), async (c) => {
    const sent = answer.safeParse(await c.req.json().catch(() => null));
    if (!sent.success) return c.json({ why: 'Thư chưa được niêm phong đúng cách. Tải lại trang.' }, 400);
    const replied = await desk.cases.reply(idOf(c), selfOf(c).id, sent.data.sealed, house.now());
    switch (replied) {
      case 'sent':
        return c.json({ sent: true });
      case 'unreadable':
        return c.json({ why: 'Khoá bàn trực vừa được đổi. Mở lại ca rồi gửi lại.' }, 409);
      case 'gone':
      case 'not-yours':
        return c.json({ why: refusalWords(replied) }, 409);
    }
  });
  return app;
}

const gone = 'Ca này không còn: đã khép, đã giao, hoặc người nhắn đã rút.';

export function refusalWords(refusal: Refusal): string {
  return refusal === 'gone' ? gone : 'Bạn không còn giữ ca này.';
}

function doneWords(what: string | undefined): string | null {
  switch (what) {
    case 'giao':
      return 'Đã giao ca.';
    case 'dong':
      return 'Đã khép ca.';
    case 'thu-hoi':
      return 'Đã đưa ca về hàng chờ.';
    default:
      return null;
  }
}

/** Whether cases may be given to this account. */
async function isColleague(house: House, id: string): Promise<boolean> {
  const known = await house.officers.byId(id);
  return known?.officer.role === 'case-worker' && known.officer.state === 'active';
}
