import { Hono } from 'hono';
import { z } from 'zod';
import type { Env, House } from '../house.ts';
import { only, visitOf } from '../only.ts';
import { refusalWords } from './case-routes.ts';
import type { DeskDoor } from './door.ts';

const anew = z.object({ letter: z.string().regex(/^\d{1,18}$/), sealed: z.string().min(100).max(200_000) });

/** Open cases change keys: their letters go to the officer's browser and come back, one by one. */
export function resealRoutes(house: Pick<House, 'now'>, { reseal }: Pick<DeskDoor, 'reseal'>): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/khoa/toi/niem-phong', only('cases'), async (c) => {
    const self = visitOf(c).credentials.officer.id;
    const stale = await reseal.stale();
    const mine = stale.filter(({ holder }) => holder === null || holder === self);
    return c.json({ cases: mine.map((one) => one.case), others: stale.length - mine.length });
  });
  app.post('/khoa/toi/niem-phong/:ca/lay', only('cases'), async (c) => {
    const letters = await reseal.take(c.req.param('ca'), visitOf(c).credentials.officer.id, house.now());
    return typeof letters === 'string' ? c.json({ why: refusalWords(letters) }, 409) : c.json({ letters });
  });
  app.post('/khoa/toi/niem-phong/:ca', only('cases'), async (c) => {
    const sent = anew.safeParse(await c.req.json().catch(() => null));
    if (!sent.success) return c.json({ why: 'Thư chưa được niêm phong đúng cách. Tải lại trang.' }, 400);
    const { letter, sealed } = sent.data;
    const put = await reseal.put(c.req.param('ca'), letter, visitOf(c).credentials.officer.id, sealed, house.now());
    switch (put) {
      case 'done':
        return c.json({ done: true });
      case 'unreadable':
        return c.json({ why: 'Khoá bàn trực vừa được đổi. Bấm lại để làm tiếp.' }, 409);
      case 'gone':
      case 'not-yours':
        return c.json({ why: refusalWords(put) }, 409);
    }
  });
  return app;
}
