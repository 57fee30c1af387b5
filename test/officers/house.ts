import { generate } from 'otplib';
import type { ContentDesk } from '../../src/core/content/desk.ts';
import type { Knowledge } from '../../src/core/knowledge.ts';
import type { Role } from '../../src/core/officers/role.ts';
import type { Directory } from '../../src/core/services.ts';
import { addOfficer } from '../../src/dashboard/access/accounts.ts';
import { makeMarks, officerKeys } from '../../src/dashboard/access/keys.ts';
import { makePasswords } from '../../src/dashboard/access/passwords.ts';
import type { CampaignDoor } from '../../src/dashboard/campaigns/door.ts';
import { dashboard } from '../../src/dashboard/dashboard.ts';
import type { DeskDoor } from '../../src/dashboard/desk/door.ts';
import type { FiguresDoor } from '../../src/dashboard/figures/door.ts';
import type { House } from '../../src/dashboard/house.ts';
import { parseKnowledge, readContent } from '../../src/knowledge/load.ts';
import { makeSeal } from '../../src/postgres/mailbox/seal.ts';
import { measureStore } from '../../src/postgres/measures/store.ts';
import { officerStore } from '../../src/postgres/officers/accounts.ts';
import { auditLog } from '../../src/postgres/officers/audit.ts';
import { auditCases, caseWatch } from '../../src/postgres/officers/cases.ts';
import { tryStore } from '../../src/postgres/officers/tries.ts';
import { sessionStore } from '../../src/postgres/officers/visits.ts';
import { type Database, openScratch } from '../../src/postgres/open.ts';
import { caseDesk } from '../../src/postgres/referrals/case-desk.ts';
import { deskKeys } from '../../src/postgres/referrals/desk-keys.ts';
import { resealing } from '../../src/postgres/referrals/resealing.ts';
import { isPublicKey, isSealedTo } from '../../src/sealing/letter.ts';
import { tinyCampaigns } from './campaigns.ts';

const secret = 'a secret of the tests, longer than thirty-two';
const keys = officerKeys(secret);
export const password = 'bốn từ không liên quan';

/** A clock that moves only when told. Starts at a full half minute, as codes do. */
export type Clock = { now: () => Date; pass: (ms: number) => void };

export function makeClock(start = '2026-11-26T01:00:00Z'): Clock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    pass: (ms) => {
      at += ms;
    },
  };
}

/** A content desk with nothing on it, where a test is about something else. */
const noContent: ContentDesk = {
  overview: async () => ({
    kinds: [],
    offered: [],
    writing: [],
    conflicts: [],
    broken: [],
    unapproved: 0,
    toCall: [],
    answers: { off: false },
  }),
  lines: async () => [],
  view: async () => null,
  files: () => [],
  look: async () => ({ mends: [], shown: [] }),
  save: async () => ({ kind: 'absent' }),
  offer: async () => ({ kind: 'absent' }),
  sendBack: async () => ({ kind: 'absent' }),
  drop: async () => ({ kind: 'absent' }),
  publish: async () => ({ kind: 'absent' }),
  takeBack: async () => ({ kind: 'absent' }),
  approve: async () => ({ kind: 'absent' }),
  called: async () => ({ kind: 'absent' }),
  settle: async () => ({ kind: 'absent' }),
  tryOut: async () => ({
    reply: { bubbles: [], outcome: 'decline', level: 'none', helpOffered: false },
    sources: [],
    offers: [],
    from: null,
    weighed: [],
    least: 0.3,
  }),
  turns: async () => ({ now: { off: false }, before: [] }),
  turn: async () => {},
};

/** A directory without services, whose Centre nobody confirmed yet. */
const directory: Directory = {
  services: [],
  places: [],
  centre: { name: '', offers: '', reach: '', known: [], contact: null, source: '', sourceDate: '' },
  neverShown: [],
  reporting: { say: '', document: '', locator: '' },
};

let read: Knowledge | null = null;
/** The reviewed knowledge, read when a page first asks for it. */
function knowledge(): Knowledge {
  read ??= parseKnowledge(readContent(new URL('../../knowledge', import.meta.url).pathname));
  return read;
}

export type OfficerHouse = {
  house: House;
  desk: DeskDoor;
  content: ContentDesk;
  figures: FiguresDoor;
  campaigns: CampaignDoor;
  app: ReturnType<typeof dashboard>;
  database: Database;
  clock: Clock;
  /** Forgets every account, visit and log line. */
  empty: () => Promise<void>;
};

/** The officers' pages on a database of their own and a clock of the test's. */
export async function openOfficerHouse(
  clock: Clock = makeClock(),
  open: () => Promise<Database> = () => openScratch({ prepare: async () => {} }),
  contentOf: (pool: Database['pool'], auditKey: Buffer) => ContentDesk | Promise<ContentDesk> = () => noContent,
): Promise<OfficerHouse> {
  const database = await open();
  const { pool } = database;
  const house: House = {
    officers: officerStore(pool, keys.audit),
    sessions: sessionStore(pool, keys.audit),
    tries: tryStore(pool),
    audit: auditLog(pool, keys.audit),
    box: makeSeal(secret, 'officers'),
    mark: makeMarks(keys.marks),
    passwords: makePasswords(),
    now: clock.now,
    cookieSecret: keys.cookie,
  };
  const desk: DeskDoor = {
    cases: caseDesk(pool, { isSealedTo }, auditCases(keys.audit)),
    reseal: resealing(pool, { isSealedTo }, auditCases(keys.audit)),
    keys: deskKeys(pool, { isPublicKey }),
    watch: caseWatch(pool, keys.audit),
    templates: [{ title: 'Lời đầu tiên', text: 'Chào bạn, mình là người thật.' }],
    phonesShown: () => ['113', '115', '111', '19009696'],
  };
  const content = await contentOf(pool, keys.audit);
  const figures: FiguresDoor = {
    store: measureStore(pool),
    names: () => ({ topic: (id) => `Mục ${id}`, document: (number) => `Văn bản ${number}` }),
    content: () => ({ documents: [], directory, alarms: [], awaiting: [], lapsed: [] }),
    model: async () => ({
      counts: { calls: 41, sentence: 20, 'rejected-figure': 7, used: 3 },
      tokensToday: 90,
      mostTokens: 100,
    }),
    published: () => ({ knowledge: knowledge(), news: [], days: [] }),
  };
  const campaigns = tinyCampaigns(pool, keys.audit, clock.now);
  return {
    house,
    desk,
    content,
    figures,
    campaigns,
    app: dashboard(house, desk, content, figures, campaigns),
    database,
    clock,
    empty: async () => {
      await pool.query(
        'truncate officer, officer_recovery, officer_session, officer_try, desk_key, desk_key_wrap, referral, referral_letter, referral_event, desk_talk, desk_guess, subscription, campaign, campaign_send, campaign_day, broadcast_lease cascade',
      );
      // Only a test may do this: the table refuses it otherwise.
      await pool.query('alter table audit disable trigger all; truncate audit; alter table audit enable trigger all');
    },
  };
}

export type Sent = { status: number; text: string; to: string | null };

/** The pages as they are asked: in this process, or over the network. */
export type Asked = { request: (url: string, init: RequestInit) => Response | Promise<Response> };

/** A browser with one cookie, on our own pages. */
export function browserOf(app: Asked, headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }) {
  let cookie: string | null = null;
  const send = async (path: string, init: RequestInit = {}): Promise<Sent> => {
    const response = await app.request(`https://tinh.example/can-bo${path}`, {
      ...init,
      headers: { ...headers, ...(cookie === null ? {} : { cookie }), ...init.headers },
    });
    const given = response.headers.get('set-cookie');
    if (given !== null) cookie = /Max-Age=0/i.test(given) ? null : (given.split(';')[0] ?? null);
    return { status: response.status, text: await response.text(), to: response.headers.get('location') };
  };
  return {
    get: (path: string) => send(path),
    post: (path: string, fields: Record<string, string> = {}) =>
      send(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    send,
    cookie: () => cookie,
    setCookie: (value: string | null) => {
      cookie = value;
    },
  };
}

export type Visitor = ReturnType<typeof browserOf>;

/** The code a code app shows for a key now. */
export const codeOf = (key: string, now: Date) => generate({ secret: key, epoch: Math.floor(now.getTime() / 1000) });

/** What an account's owner holds after setting it up through the pages. */
export type Owner = { name: string; key: string; recovery: string[]; browser: Visitor };

/** Adds an account and sets it up as a person would; the visit is a whole one afterwards. */
export async function setUp(
  { house, app, clock }: Pick<OfficerHouse, 'house' | 'app' | 'clock'>,
  name: string,
  role: Role,
): Promise<Owner> {
  const added = await addOfficer(house, name, role, null);
  if (added.kind !== 'added') throw new Error(added.kind);
  return setUpByCode(app, clock, name, added.code);
}

/** Sets an account up with its one-time code. */
export async function setUpByCode(app: Asked, clock: Clock, name: string, code: string): Promise<Owner> {
  const browser = browserOf(app);
  await browser.post('/lap', { ten: name, 'ma-lap': code });
  const form = (await browser.get('/lap/buoc-2')).text;
  const key = /<code class="key">([^<]+)</.exec(form)?.[1]?.replaceAll(' ', '') ?? '';
  const { text } = await browser.post('/lap/buoc-2', {
    'mat-khau': password,
    'mat-khau-lai': password,
    ma: await codeOf(key, clock.now()),
  });
  const recovery = [...text.matchAll(/<li><code>([^<]+)</g)].map((found) => found[1] ?? '');
  // The next code is another one.
  clock.pass(30_000);
  return { name, key, recovery, browser };
}

/** Signs in with both steps in a fresh browser. */
export async function signedIn(
  { app, clock }: OfficerHouse,
  { name, key }: Pick<Owner, 'name' | 'key'>,
): Promise<Visitor> {
  const browser = browserOf(app);
  await browser.post('/vao', { ten: name, 'mat-khau': password });
  await browser.post('/ma', { ma: await codeOf(key, clock.now()) });
  clock.pass(30_000);
  return browser;
}
