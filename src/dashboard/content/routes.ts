import { Hono } from 'hono';
import type { ContentDesk, Doer, Done } from '../../core/content/desk.ts';
import type { ItemKey } from '../../core/content/item.ts';
import { roleName } from '../../core/officers/role.ts';
import { typed } from '../form.ts';
import type { Ctx, Env, House } from '../house.ts';
import { only, visitOf } from '../only.ts';
import { refusal } from '../pages/refused.ts';
import { contentHome, itemAddress, kindIn } from './address.ts';
import { editRoutes } from './edit-routes.ts';
import { contentHomePage } from './home-page.ts';
import { itemPage } from './item-page.ts';
import { keyIn, viewIn } from './key-in.ts';
import { listPage } from './list-page.ts';
import { tryPage } from './try-page.ts';
import { doneWords, whyNot } from './words.ts';

const longestQuestion = 1_000;

/** The content desk: what the bot tells, its drafts, and the second person's yes. */
export function contentRoutes(house: Pick<House, 'now'>, desk: ContentDesk): Hono<Env> {
  const app = new Hono<Env>();
  app.use('/noi-dung/*', only('content'));
  app.get('/noi-dung', (c) => contentHomePage(c, desk));
  app.get('/noi-dung/thu', (c) => tryPage(c, '', null));
  app.post('/noi-dung/thu', async (c) => {
    const question = typed(await c.req.parseBody(), 'cau')
      .slice(0, longestQuestion)
      .trim();
    return tryPage(c, question, question === '' ? null : await desk.tryOut(question));
  });
  app.get('/noi-dung/:loai', (c) => {
    const kind = kindIn(c.req.param('loai'));
    return kind === null ? refusal(c, 404) : listPage(c, desk, kind);
  });
  app.route('/', editRoutes(house, desk));
  app.get('/noi-dung/:loai/:ma', async (c) => {
    const view = await viewIn(c, desk);
    return view === null ? refusal(c, 404) : itemPage(c, desk, view, { what: doneWords(c.req.query('xong')) });
  });

  /** One deed at a thing: done and back to its page, or its page with why not. */
  const deed = (
    name: string,
    what: string,
    work: (key: ItemKey, form: (field: string) => string, who: Doer, c: Ctx) => Promise<Done>,
  ) =>
    app.post(`/noi-dung/:loai/:ma/${name}`, async (c) => {
      const key = keyIn(c);
      if (key === null) return refusal(c, 404);
      const body = await c.req.parseBody();
      const who = { name: visitOf(c).credentials.officer.name, at: house.now() };
      const came = await work(key, (field) => typed(body, field).trim(), who, c);
      if (came.kind === 'done') return c.redirect(`${itemAddress(key)}?xong=${what}`, 303);
      const view = await desk.view(key);
      if (view === null) return c.redirect(contentHome, 303);
      return itemPage(c, desk, view, came.kind === 'mends' ? { mends: came.mends } : { why: whyNot(came) });
    });
  deed('tra', 'tra', (key, form, who) => desk.sendBack(key, seenIn(form), who));
  deed('duyet', 'duyet', (key, form, who) =>
    desk.publish(key, seenIn(form), form('noi-duyet').slice(0, 100) || null, who),
  );
  deed('lay-lai', 'lay-lai', (key, form, who) => desk.takeBack(key, Number(form('lan')) || 0, who));
  deed('chon', 'chon', (key, form, who) => desk.settle(key, form('chon') === 'giu', who));
  deed('duyet-loi', 'duyet-loi', async (key, form, who) =>
    form('noi-duyet') === ''
      ? { kind: 'mends', mends: ['Hãy ghi nơi duyệt lời này.'] }
      : desk.approve(key, form('noi-duyet').slice(0, 100), who),
  );
  deed('da-goi', 'goi', (key, form, who, c) =>
    // A title, never a name: people who help are not named in the directory.
    desk.called(key, form('nghe') === 'co', { ...who, role: roleName(visitOf(c).credentials.officer.role) }),
  );
  return app;
}

function seenIn(form: (field: string) => string): number {
  return Number.parseInt(form('seen'), 10) || 0;
}
