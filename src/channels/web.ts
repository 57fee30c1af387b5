import { createHmac, randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import type { Within } from '../core/callers.ts';
import type { FirstLook } from '../core/first-look.ts';
import type { Citation } from '../core/passage.ts';
import type { Preview } from '../core/ports.ts';
import type { Reply } from '../core/reply.ts';
import { type Content, encodeChoice, type Update } from '../core/update.ts';
import { calendarPage, calendarSheet, parseMonth, todayOf } from './web/calendar.ts';
import { makeCareful } from './web/careful.ts';
import { decodeErase, decodeMessage } from './web/decode.ts';
import { declaresJson, fromOurPage, guardHeaders } from './web/guard.ts';
import { makeLanes } from './web/lanes.ts';
import { loadPage } from './web/page.ts';
import { type Answered, inPieces, takesPieces } from './web/pieces.ts';
import { makeRate } from './web/rate.ts';
import { type Answer, fixedAnswer, fixedText, type Said } from './web/words.ts';

export type WebOptions = {
  turn: (update: Update, preview?: Preview) => Promise<Reply>;
  /** Removes everything kept about a contact. */
  erase: (contact: string) => Promise<void>;
  /** Secret of the pseudonyms: a contact is a keyed hash of the page's random session. */
  contactKey: Buffer;
  /** Where quick exit leads; our own calendar when absent. */
  exitUrl?: string;
  /** Messages one session may send in a minute. */
  maxPerMinute?: number;
  /** Looks at a message by itself, to tell which of too many may wait; none may when absent. Never throws. */
  firstLook?: (content: Content) => FirstLook;
  /** What one network address may ask for; everything when absent. */
  within?: Within;
  /** Whether answers may grow before they are whole, for pages that ask for it: with a model. */
  grows?: boolean;
  /** Citations as people read them; locator and number when absent. */
  sourceLines?: (citations: Citation[]) => string[];
};

/** Longer than this and the person gets the trouble text instead of an answer. */
const turnTimeoutMs = 8_000;
const maxBodyBytes = 64 * 1024;

/** The web chat: its page, its two doors (send, erase), and the cover page of quick exit. */
export function webChannel(options: WebOptions): Hono {
  const { turn, erase, contactKey, exitUrl = '/lich', maxPerMinute = 30 } = options;
  const within = options.within ?? (() => true);
  const firstLook = options.firstLook ?? (() => ({ calm: false, card: null }));
  const sourceLines = options.sourceLines ?? plainSources;
  const page = loadPage(exitUrl);
  const lanes = makeLanes({ timeoutMs: turnTimeoutMs, perKey: 6, total: 500 });
  const inRate = makeRate(maxPerMinute);
  const careful = makeCareful();
  const contactOf = (session: string) => createHmac('sha256', contactKey).update(`web:${session}`).digest('hex');
  /** Turns that outlived their time, by contact: an erase must also outlive them. */
  const unfinished = new Map<string, Set<Promise<unknown>>>();

  const app = new Hono();
  app.use(guardHeaders, compress());
  app.use(async (c, next) => {
    // The two doors decide by what was sent: a cry for help, and the wish to leave no trace, are not turned away.
    if (c.req.method === 'POST' || within(c.req.raw, c.env, 'page')) return next();
    return c.text(fixedText('many-here'), 429, { 'Retry-After': '60' });
  });
  app.use('/tin', bodyLimit({ maxSize: maxBodyBytes, onError: (c) => refuse(c, 413, 'too-large') }));
  app.use('/xoa', bodyLimit({ maxSize: maxBodyBytes, onError: (c) => refuse(c, 413, 'too-large') }));

  app.get('/', (c) => {
    const now = new Date();
    return c.html(page.html(calendarSheet(todayOf(now), now)));
  });
  for (const { path, type, body } of page.assets) {
    app.get(path, (c) => c.body(body, 200, { 'Content-Type': type }));
  }
  app.get('/lich', (c) => {
    const now = new Date();
    return c.html(calendarPage(parseMonth(c.req.query('thang')) ?? todayOf(now), now));
  });

  app.post('/tin', async (c) => {
    if (!fromOurPage(c.req.raw)) return refuse(c, 403, 'not-from-page');
    if (!declaresJson(c.req.raw)) return refuse(c, 415, 'unreadable');
    const sent = decodeMessage(await c.req.arrayBuffer());
    if (sent === null) return refuse(c, 400, 'unreadable');
    const contact = contactOf(sent.session);
    const isOften = !inRate(contact, Date.now());
    const isMany = !within(c.req.raw, c.env, 'message');
    const mustWait = (isOften || isMany) && !careful.has(contact, Date.now()) && firstLook(sent.content).calm;
    if (mustWait) return refuse(c, 429, isOften ? 'too-many' : 'many-here');
    const update: Update = { id: randomUUID(), channel: 'web', contact, sentAt: new Date(), content: sent.content };
    const answer = async (preview?: Preview): Promise<Answered> => {
      const result = await lanes.run(contact, async () => {
        const reply = await track(contact, turn(update, preview));
        careful.note(contact, reply, Date.now());
        return render(reply, sourceLines);
      });
      if ('done' in result) return { status: 200, answer: result.done };
      // No turn, or none in time: help does not wait for one.
      const { card } = firstLook(sent.content);
      if (card !== null) return { status: 200, answer: render(card, sourceLines) };
      return result.refused === 'busy'
        ? { status: 429, answer: fixedAnswer('busy') }
        : { status: 200, answer: fixedAnswer('trouble') };
    };
    if (options.grows && takesPieces(c.req.raw)) return inPieces(answer);
    const { status, answer: whole } = await answer();
    return c.json(whole, status);
  });

  app.post('/xoa', async (c) => {
    // Leaving pages send beacons, which may come as plain text.
    if (!fromOurPage(c.req.raw)) return refuse(c, 403, 'not-from-page');
    const session = decodeErase(await c.req.arrayBuffer());
    if (session === null) return refuse(c, 400, 'unreadable');
    const contact = contactOf(session);
    const result = await lanes.run(contact, async () => {
      careful.forget(contact);
      await erase(contact);
      const late = [...(unfinished.get(contact) ?? [])];
      // A hanging turn may still record its state after this erase; it is erased again then.
      if (late.length > 0) void Promise.allSettled(late).then(() => erase(contact).catch(() => {}));
    });
    return 'done' in result ? c.json({ erased: true }) : c.json({ erased: false, ...fixedAnswer('erase-failed') }, 503);
  });

  app.notFound((c) => c.text(fixedText('no-such-page'), 404));
  app.onError((_error, c) => c.text(fixedText('trouble'), 500));
  return app;

  /** Remembers the turn until it ends, however late. */
  function track<T>(contact: string, running: Promise<T>): Promise<T> {
    const those = unfinished.get(contact) ?? new Set();
    unfinished.set(contact, those.add(running));
    const forget = () => {
      those.delete(running);
      if (those.size === 0 && unfinished.get(contact) === those) unfinished.delete(contact);
    };
    running.then(forget, forget);
    return running;
  }
}

function render(reply: Reply, sourceLines: (citations: Citation[]) => string[]): Answer {
  return {
    bubbles: reply.bubbles,
    sources: sourceLines(reply.citations),
    offers: reply.offers.map(({ label, choice }) => ({ label, choice: encodeChoice(choice) })),
    welcome: reply.welcome,
    help: reply.helpOffered,
  };
}

function plainSources(citations: Citation[]): string[] {
  return [...new Set(citations.map(({ document, locator }) => `${locator} – ${document}`))];
}

function refuse(c: Context, status: 400 | 403 | 413 | 415 | 429, what: Said): Response {
  return c.json(fixedAnswer(what), status, status === 429 ? { 'Retry-After': '60' } : {});
}
