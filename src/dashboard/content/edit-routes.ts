import { type Context, Hono } from 'hono';
import type { ContentDesk, Typed } from '../../core/content/desk.ts';
import { bodyFrom } from '../../core/content/fields.ts';
import { type ContentKind, type ItemBody, sameBody, unstamped } from '../../core/content/item.ts';
import type { Env, House } from '../house.ts';
import { only, visitOf } from '../only.ts';
import { refusal } from '../pages/refused.ts';
import { idIn, itemAddress, kindIn } from './address.ts';
import { type Editing, editingOf, editPage } from './edit-page.ts';
import { itemPage } from './item-page.ts';
import { keyIn, viewIn } from './key-in.ts';
import { whyNot } from './words.ts';

/** Writing drafts, and giving them to a second person. */
export function editRoutes(house: Pick<House, 'now'>, desk: ContentDesk): Hono<Env> {
  const app = new Hono<Env>();
  const write = only('content-write');
  const whoIs = (c: Context<Env>) => ({ name: visitOf(c).credentials.officer.name, at: house.now() });

  app.get('/noi-dung/:loai/moi', write, (c) => {
    const kind = kindIn(c.req.param('loai'));
    return kind === null || desk.files(kind).length === 0 ? refusal(c, 404) : editPage(c, newOf(kind, desk));
  });
  app.post('/noi-dung/:loai/moi', write, async (c) => {
    const kind = kindIn(c.req.param('loai'));
    if (kind === null || desk.files(kind).length === 0) return refusal(c, 404);
    const form = await formIn(c);
    const files = desk.files(kind);
    const file = files.find((one) => one === form('tep')) ?? files[0] ?? '';
    const body = bodyFrom(kind, form, beginnings[kind]);
    const editing: Editing = { ...newOf(kind, desk), typedId: form('ma'), body, file, from: dayIn(form) };
    const id = idIn(form('ma').trim());
    if (id === null) return editPage(c, { ...editing, why: 'Mã chỉ gồm chữ thường không dấu, số, gạch nối.' });
    if ((await desk.view({ kind, id })) !== null)
      return editPage(c, { ...editing, why: 'Mã này đã dùng. Đặt mã khác.' });
    if (form('lam') === 'xem') return editPage(c, { ...editing, looked: await desk.look({ kind, id }, body, file) });
    const came = await desk.save({ kind, id }, { seen: 0, body, file, from: editing.from }, whoIs(c));
    if (came.kind === 'done') return c.redirect(`${itemAddress({ kind, id })}?xong=luu`, 303);
    return editPage(c, { ...editing, why: 'Mã này vừa có người dùng. Đặt mã khác.' });
  });

  app.get('/noi-dung/:loai/:ma/sua', write, async (c) => {
    const view = await viewIn(c, desk);
    if (view === null) return refusal(c, 404);
    const editing = editingOf(view, view.now, view.whole, view.file);
    const now = view.now === null ? null : unstamped(view.kind, view.now);
    const movedOn = view.whole !== null && now !== null && !sameBody(view.whole.base, now);
    const against = movedOn ? { what: 'Bản đang dùng đã đổi sau khi bản nháp này bắt đầu', body: now } : undefined;
    return editPage(c, { ...editing, against });
  });
  app.post('/noi-dung/:loai/:ma/sua', write, async (c) => {
    const view = await viewIn(c, desk);
    if (view === null) return refusal(c, 404);
    const form = await formIn(c);
    const seen = Number.parseInt(form('seen'), 10) || 0;
    const body = bodyFrom(view.kind, form, view.whole?.body ?? view.now ?? beginnings[view.kind]);
    const typed: Typed = { seen, body, file: view.file, from: dayIn(form) };
    const editing: Editing = { ...editingOf(view, view.now, view.whole, view.file), ...typed };
    if (form('lam') === 'xem') return editPage(c, { ...editing, looked: await desk.look(view, body, view.file) });
    const came = await desk.save(view, typed, whoIs(c));
    if (came.kind === 'done') return c.redirect(`${itemAddress(view)}?xong=luu`, 303);
    const theirs = came.kind === 'overtaken' ? came.theirs : null;
    // Somebody saved, published or dropped it since this form was opened: both are shown, and nothing is lost.
    const what =
      theirs === null
        ? 'Bản nháp cũ không còn; đây là bản đang dùng'
        : `${theirs.authors.join(', ')} vừa lưu một bản khác`;
    const against = { what, body: theirs?.body ?? view.now ?? {} };
    return editPage(c, { ...editing, seen: theirs?.version ?? 0, against });
  });
  for (const [name, work] of [
    ['gui', desk.offer],
    ['bo', desk.drop],
  ] as const)
    app.post(`/noi-dung/:loai/:ma/${name}`, write, async (c) => {
      const key = keyIn(c);
      if (key === null) return refusal(c, 404);
      const form = await formIn(c);
      const came = await work(key, Number.parseInt(form('seen'), 10) || 0, whoIs(c));
      if (came.kind === 'done') return c.redirect(`${itemAddress(key)}?xong=${name}`, 303);
      const view = await desk.view(key);
      if (view === null) return refusal(c, 404);
      return itemPage(c, desk, view, came.kind === 'mends' ? { mends: came.mends } : { why: whyNot(came) });
    });
  return app;
}

/** What something new holds that no field asks for, and what most fields begin with. */
const beginnings: Record<ContentKind, ItemBody> = {
  card: {},
  quiz: { right: 1, level: 1, for: [], cover: true },
  service: {
    lifeline: false,
    mark: 'U',
    hours: { said: '', mark: 'U' },
    cost: { said: '', mark: 'U' },
    languages: { said: '', mark: 'U' },
    trace: ['call-log'],
    suits: { child: false, adult: true, trafficking: false },
  },
  centre: {},
  reply: {},
};

function newOf(kind: ContentKind, desk: ContentDesk): Editing {
  const files = desk.files(kind);
  return { kind, id: null, body: beginnings[kind], seen: 0, from: null, file: files[0] ?? '', files };
}

/** What was typed, field by field; ticks of one field come as lines. */
async function formIn(c: Context<Env>): Promise<(field: string) => string> {
  const body = await c.req.parseBody({ all: true });
  return (field) =>
    [body[field]]
      .flat()
      .filter((one): one is string => typeof one === 'string')
      .join('\n');
}

function dayIn(form: (field: string) => string): string | null {
  const day = form('tu-ngay');
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ? day : null;
}
