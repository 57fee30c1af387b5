import { join } from 'node:path';
import type { Hono } from 'hono';
import { campaignDoor } from './campaigns.ts';
import type { Config } from './config.ts';
import type { Within } from './core/callers.ts';
import { AppError } from './core/errors.ts';
import type { Knowledge } from './core/knowledge.ts';
import { localDay } from './core/local-day.ts';
import { numbersShownOn } from './core/phones.ts';
import type { Directory } from './core/services.ts';
import type { AccessParts } from './dashboard/access/door.ts';
import { makeMarks, officerKeys } from './dashboard/access/keys.ts';
import { makePasswords } from './dashboard/access/passwords.ts';
import { dashboard } from './dashboard/dashboard.ts';
import { unsetPage } from './dashboard/pages/unset.ts';
import { figuresDoor, readAhead } from './figures.ts';
import { loadDeskTemplates } from './knowledge/desk-templates.ts';
import type { Around } from './live/candidate.ts';
import { contentDesk } from './live/desk.ts';
import { officerSecret } from './officer-secret.ts';
import { contentStore } from './postgres/content/store.ts';
import { makeSeal } from './postgres/mailbox/seal.ts';
import { officerStore } from './postgres/officers/accounts.ts';
import { auditLog } from './postgres/officers/audit.ts';
import { auditCases, caseWatch } from './postgres/officers/cases.ts';
import { tryStore } from './postgres/officers/tries.ts';
import { sessionStore } from './postgres/officers/visits.ts';
import type { Database } from './postgres/open.ts';
import { caseDesk } from './postgres/referrals/case-desk.ts';
import { deskKeys } from './postgres/referrals/desk-keys.ts';
import { resealing } from './postgres/referrals/resealing.ts';
import { isPublicKey, isSealedTo } from './sealing/letter.ts';

/** The officers' side put together. Throws `config-invalid` when a server is used without `OFFICER_KEY`. */
export function officerParts(
  config: Config,
  { pool }: Pick<Database, 'pool'>,
  now: () => Date,
): AccessParts & { cookieSecret: string } {
  const secret = officerSecret(config);
  const keys = officerKeys(secret);
  return {
    officers: officerStore(pool, keys.audit),
    sessions: sessionStore(pool, keys.audit),
    tries: tryStore(pool),
    audit: auditLog(pool, keys.audit),
    box: makeSeal(secret, 'officers'),
    mark: makeMarks(keys.marks),
    passwords: makePasswords(),
    now,
    cookieSecret: keys.cookie,
  };
}

type Bot = {
  database: Pick<Database, 'pool'>;
  directory: Directory;
  around: Around;
  knowledge?: Pick<Knowledge, 'communes'>;
};

/** The officers' pages; where the key is missing, a page that says so. The web chat is not touched. */
export function openOfficers(
  config: Config,
  bot: Bot,
  now = () => new Date(),
  within: Within = () => true,
): Pick<Hono, 'fetch'> {
  try {
    const house = { ...officerParts(config, bot.database, now), within, places: placesOf(bot.knowledge) };
    const { pool } = bot.database;
    const { audit } = officerKeys(officerSecret(config));
    const figures = figuresDoor({ database: bot.database, content: bot.around.content }, config, now);
    readAhead(figures.store, now());
    return dashboard(
      house,
      {
        cases: caseDesk(pool, { isSealedTo }, auditCases(audit)),
        reseal: resealing(pool, { isSealedTo }, auditCases(audit)),
        keys: deskKeys(pool, { isPublicKey }),
        watch: caseWatch(pool, audit),
        templates: loadDeskTemplates(join(config.promptsDir, 'desk-templates.yaml')).templates,
        phonesShown: () => [...numbersShownOn(bot.directory, localDay(now()))],
      },
      contentDesk(contentStore(pool, audit), bot.around),
      figures,
      campaignDoor(pool, audit, bot.around, now),
    );
  } catch (error) {
    if (error instanceof AppError && error.code === 'config-invalid') return unsetPage();
    throw error;
  }
}

function placesOf(knowledge: Pick<Knowledge, 'communes'> | undefined): string[] {
  const map = knowledge?.communes?.map;
  return map ? [...new Set([map.province, ...map.communes.map((one) => one.area)])] : [];
}
