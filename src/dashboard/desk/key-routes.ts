import { Hono } from 'hono';
import { z } from 'zod';
import { noteOf } from '../access/door.ts';
import { typed } from '../form.ts';
import { base, type Ctx, type Env, type House } from '../house.ts';
import { only, visitOf } from '../only.ts';
import type { DeskDoor } from './door.ts';
import { keysPage, ownKeyPage } from './key-pages.ts';

const publicKey = z.object({ id: z.string().regex(/^[0-9a-f]{16}$/), raw: z.string().length(43) });
const wrapped = z.string().min(50).max(2_000);
const adding = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('desk'), publicKey, officer: z.string(), wrapped }),
  z.object({ kind: z.literal('recovery'), publicKey }),
]);
const handing = z.object({ key: z.string(), officer: z.string(), wrapped });

const unreadable = { why: 'Yêu cầu không đọc được. Tải lại trang.' };

/** Keys of the desk: the administrator makes and ends them, case workers hold and hand them on. */
export function keyRoutes(house: House, desk: Pick<DeskDoor, 'keys' | 'reseal'>): Hono<Env> {
  const { keys } = desk;
  const app = new Hono<Env>();
  const selfOf = (c: Ctx) => visitOf(c).credentials.officer;
  const worker = async (id: string) => {
    const known = await house.officers.byId(id);
    return known?.officer.role === 'case-worker' && known.officer.state === 'active' ? known.officer : null;
  };
  app.get('/khoa', only('case-keys'), (c) => keysPage(c, house, desk));
  app.post('/khoa', only('case-keys'), async (c) => {
    const asked = adding.safeParse(await c.req.json().catch(() => null));
    if (!asked.success) return c.json(unreadable, 400);
    const { data } = asked;
    const holder = data.kind === 'desk' ? await worker(data.officer) : null;
    if (data.kind === 'desk' && holder === null) return c.json({ why: 'Hãy chọn một cán bộ hỗ trợ đang làm.' }, 400);
    const box = data.kind === 'desk' && holder !== null ? { officer: holder.id, key: data.wrapped } : null;
    if (!(await keys.add(data.publicKey, data.kind, box))) return c.json({ why: 'Khoá này không dùng được.' }, 409);
    await house.audit.write(noteOf(house, selfOf(c).name, 'desk-key-added', holder?.name ?? null, data.publicKey.id));
    return c.json({ added: true });
  });
  app.post('/khoa/huy', only('case-keys'), async (c) => {
    const id = typed(await c.req.parseBody(), 'key');
    if (!(await keys.list()).some((one) => one.id === id && one.state !== 'revoked'))
      return keysPage(c, house, desk, 'Không có khoá này.');
    await keys.revoke(id);
    await house.audit.write(noteOf(house, selfOf(c).name, 'desk-key-revoked', null, id));
    return c.redirect(`${base}/khoa`, 303);
  });
  app.post('/khoa/thu', only('case-keys'), async (c) => {
    const known = await house.officers.byId(typed(await c.req.parseBody(), 'officer'));
    if (known === null) return keysPage(c, house, desk, 'Không có tài khoản này.');
    await keys.dropFor(known.officer.id);
    await house.audit.write(noteOf(house, selfOf(c).name, 'desk-key-dropped', known.officer.name));
    return c.redirect(`${base}/khoa`, 303);
  });
  app.get('/khoa/toi', only('cases'), (c) => ownKeyPage(c, house, desk));
  app.get('/khoa/toi/cac-khoa', only('cases'), async (c) =>
    c.json({ wrapped: (await keys.wrappedFor(selfOf(c).id)).map((one) => one.wrapped) }),
  );
  app.post('/khoa/toi/trao', only('cases'), async (c) => {
    const asked = handing.safeParse(await c.req.json().catch(() => null));
    if (!asked.success) return c.json(unreadable, 400);
    const { key, officer, wrapped: box } = asked.data;
    const to = await worker(officer);
    if (to === null) return c.json({ why: 'Người nhận không còn làm ca.' }, 400);
    const self = selfOf(c);
    // For oneself anything may be tried (a recovery code proves itself by opening); for others one must hold the key.
    const holds = (await keys.wrappedFor(self.id)).some((one) => one.key.id === key);
    if (to.id !== self.id && !holds) return c.json({ why: 'Bạn không có khoá này.' }, 403);
    if (!(await keys.wrapFor(key, to.id, box))) return c.json({ why: 'Khoá này không còn dùng.' }, 409);
    await house.audit.write(noteOf(house, self.name, 'desk-key-wrapped', to.name, key));
    return c.json({ given: true });
  });
  return app;
}
