import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentDesk } from '../core/content/desk.ts';
import { TooBusy } from './access/passwords.ts';
import { findVisit } from './access/visit.ts';
import { loadAssets } from './assets.ts';
import type { CampaignDoor } from './campaigns/door.ts';
import { campaignRoutes } from './campaigns/routes.ts';
import { contentRoutes } from './content/routes.ts';
import { readCookie } from './cookie.ts';
import { caseRoutes } from './desk/case-routes.ts';
import type { DeskDoor } from './desk/door.ts';
import { keyRoutes } from './desk/key-routes.ts';
import { resealRoutes } from './desk/reseal-routes.ts';
import type { FiguresDoor } from './figures/door.ts';
import { figureRoutes } from './figures/routes.ts';
import { guard } from './guard.ts';
import { base, type Ctx, type Env, type House } from './house.ts';
import { accountPages } from './pages/accounts.ts';
import { auditPages } from './pages/audit.ts';
import { emptyPage } from './pages/empty.ts';
import { homePage } from './pages/home.ts';
import { ownPages } from './pages/own.ts';
import { refusal } from './pages/refused.ts';
import { setUpPages } from './pages/set-up.ts';
import { signInPages } from './pages/sign-in.ts';
import { switchPage } from './pages/switch.ts';
import { reportRoutes } from './report/routes.ts';

/** The officers' pages at `/can-bo`. */
export function dashboard(
  house: House,
  desk: DeskDoor,
  content: ContentDesk,
  figures: FiguresDoor,
  campaigns: CampaignDoor,
): Hono<Env> {
  const app = new Hono<Env>().basePath(base);
  guard(app, house.within);
  for (const { path, type, body } of loadAssets()) app.get(path, (c) => c.body(body, 200, { 'Content-Type': type }));
  let hasOfficers = false;
  app.use(async (c, next) => {
    hasOfficers ||= await house.officers.any();
    if (!hasOfficers) return emptyPage(c);
    const id = await readCookie(c, house);
    c.set('visit', id === null ? null : await findVisit(house, id, house.now(), isOwnWish(c)));
    return next();
  });
  for (const pages of [
    homePage(house, figures),
    signInPages(house),
    setUpPages(house),
    ownPages(house),
    accountPages(house),
    auditPages(house),
    caseRoutes(house, desk),
    keyRoutes(house, desk),
    resealRoutes(house, desk),
    contentRoutes(house, content),
    switchPage(house, content),
    figureRoutes(house, figures),
    reportRoutes(house, figures),
    campaignRoutes(house, campaigns),
  ])
    app.route('/', pages);
  app.notFound((c) => refusal(c, 404));
  app.onError((error, c) => {
    if (error instanceof TooBusy) return refusal(c, 503);
    return refusal(c, error instanceof HTTPException && error.status === 403 ? 403 : 500);
  });
  return app;
}

/** Whether the person asked for this, rather than a page that keeps itself fresh: only that holds off the time-out. */
function isOwnWish(c: Ctx): boolean {
  return c.req.header('x-live') === undefined;
}
