import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Hono } from 'hono';
import { expect } from 'vitest';
import { decode as decodeTelegram } from '../../../src/channels/telegram/decode.ts';
import { makeIntake as telegramIntake } from '../../../src/channels/telegram/intake.ts';
import { webhook as telegramWebhook } from '../../../src/channels/telegram/webhook.ts';
import { parseMonth } from '../../../src/channels/web/calendar.ts';
import { decodeErase, decodeMessage } from '../../../src/channels/web/decode.ts';
import { webChannel } from '../../../src/channels/web.ts';
import { decode as decodeZaloBot } from '../../../src/channels/zalo/bot/decode.ts';
import { makeIntake as zaloBotIntake } from '../../../src/channels/zalo/bot/intake.ts';
import { webhook as zaloBotWebhook } from '../../../src/channels/zalo/bot/webhook.ts';
import { decode as decodeZaloOa } from '../../../src/channels/zalo/oa/decode.ts';
import { webhook as zaloOaWebhook } from '../../../src/channels/zalo/oa/webhook.ts';
import { makePseudonyms } from '../../../src/channels/zalo/pseudonym.ts';
import type { Mailbox } from '../../../src/core/mailbox.ts';
import type { Update } from '../../../src/core/update.ts';
import { replies } from '../../fakes.ts';
import { holds, holdsLater, type Target } from '../target.ts';
import { bodies, json, text } from '../texts.ts';

const now = new Date('2026-11-26T03:00:00Z');
/** Stands in every text of a body: it may be in what is handed on, never in an answer or a log. */
const planted = 'lời-gài-vào';
const words = text.map((one) => `${planted} ${one}`);
const secret = 'bi-mat-cua-webhook-0123456789';
const ids = fc.oneof(fc.nat(), fc.constantFrom(-1, 2 ** 53, 0.5, 1e308), words, fc.constant(null));

/** A record of which any field may be missing, or hold anything at all. */
function loose<T extends Record<string, fc.Arbitrary<unknown>>>(fields: T): fc.Arbitrary<unknown> {
  const wild = Object.fromEntries(
    Object.entries(fields).map(([name, good]) => [
      name,
      fc.oneof(
        { weight: 12, arbitrary: good },
        { weight: 1, arbitrary: json },
        { weight: 1, arbitrary: fc.constant(undefined) },
      ),
    ]),
  );
  return fc.record(wild);
}

const chat = loose({ id: ids, type: fc.constantFrom('private', 'group', 'channel') });
const telegramMessage = loose({
  message_id: ids,
  date: ids,
  chat,
  from: loose({ is_bot: fc.boolean() }),
  text: words,
  caption: fc.oneof(words, fc.constant(undefined)),
  media_group_id: fc.oneof(words, fc.constant(undefined)),
  voice: fc.oneof(fc.constant(undefined), loose({ file_id: words })),
});
const telegramUpdates = loose({
  update_id: ids,
  message: fc.oneof(telegramMessage, fc.constant(undefined)),
  edited_message: fc.oneof(fc.constant(undefined), telegramMessage),
  callback_query: fc.oneof(
    fc.constant(undefined),
    loose({ id: words, data: fc.oneof(text, fc.constantFrom('more', 'useful:yes')), message: telegramMessage }),
  ),
  my_chat_member: fc.oneof(
    fc.constant(undefined),
    loose({ chat, new_chat_member: loose({ status: fc.constantFrom('kicked', 'member') }) }),
  ),
});
const zaloBotMessage = loose({
  message_id: ids,
  date: ids,
  chat: loose({ id: ids, chat_type: fc.constantFrom('PRIVATE', 'GROUP') }),
  from: loose({ id: ids, is_bot: fc.boolean() }),
  text: words,
  caption: fc.oneof(words, fc.constant(undefined)),
});
const zaloBotEvents = loose({
  event_name: fc.constantFrom(
    'message.text.received',
    'message.image.received',
    'message.unsupported.received',
    'x',
    '',
  ),
  message: zaloBotMessage,
});
const moments = fc.oneof(fc.constantFrom(`${now.getTime()}`, now.getTime(), '-1', '1e999', 'x', ''), ids);
const zaloOaEvents = loose({
  event_name: fc.constantFrom('user_send_text', 'user_send_image', 'follow', 'unfollow', 'user_send_group_text', 'x'),
  timestamp: moments,
  app_id: fc.constantFrom('4012345678901234567', 'x'),
  sender: loose({ id: ids }),
  follower: loose({ id: ids }),
  message: loose({ text: words, msg_id: ids }),
});

/** A mailbox that looks at what it is given. */
function watching(channel: Update['channel']): Mailbox {
  const isContact = (contact: string) => expect(contact).toMatch(/^[0-9a-f]{64}$/);
  return {
    async accept({ update, sequence }) {
      isContact(update.contact);
      expect(update.channel).toBe(channel);
      expect(update.sentAt.getTime()).not.toBeNaN();
      expect(sequence === null || Number.isFinite(sequence)).toBe(true);
      if (update.content.kind === 'text') expect(update.content.text.reveal().isWellFormed()).toBe(true);
      return 'taken';
    },
    async gone(contact) {
      isContact(contact);
    },
  };
}

/** Knocks with a body; the answer is of the few kinds there are, and tells nobody's words. */
async function knock(
  door: Pick<Hono, 'request'>,
  path: string,
  body: Uint8Array,
  headers: Record<string, string>,
  statuses: number[],
) {
  const response = await door.request(path, { method: 'POST', headers, body: body as never });
  expect(statuses).toContain(response.status);
  expect(await response.text()).not.toContain(planted);
}

const onTrouble = (code: string) => expect(code).toMatch(/^[a-z-]+$/);
const pseudonyms = makePseudonyms('zalo-bot', Buffer.alloc(32, 7));
const session = fc.oneof({ weight: 5, arbitrary: fc.constant('phien-thu-0123456789') }, { weight: 1, arbitrary: text });
const webMessages = loose({
  session,
  text: fc.oneof({ weight: 3, arbitrary: words }, { weight: 1, arbitrary: fc.constant(undefined) }),
  choice: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom('more', 'erase', 'ask:x', 'x') },
  ),
});
const headers = fc.record(
  {
    'content-type': fc.constantFrom('application/json', 'text/plain', 'application/json; charset=utf-8', '', 'x'),
    'sec-fetch-site': fc.constantFrom('same-origin', 'cross-site', 'none', 'x'),
    origin: fc.constantFrom('http://localhost', 'null', 'https://x.example', 'x', 'http://'),
    'x-forwarded-for': fc.constantFrom('1.1.1.1', '::', 'x,,', ', ,', '[::1'),
    'x-forwarded-host': fc.constantFrom('tinh.example', '', 'x:y:z'),
  },
  { requiredKeys: ['content-type'] },
);

/** Everything that knocks: decoders, webhooks and the page's own doors. */
export const doors: Target[] = [
  holds(
    'decoders: anything at all is said, ignored or malformed',
    8,
    fc.oneof(telegramUpdates, zaloBotEvents, zaloOaEvents, json),
    (one) => {
      const kinds = ['said', 'group', 'blocked', 'left', 'ignored', 'malformed'];
      for (const found of [decodeTelegram(one, now), decodeZaloBot(one, now), decodeZaloOa(one)]) {
        expect(kinds).toContain(found.kind);
        if (found.kind === 'said') expect(found.sentAt.getTime()).not.toBeNaN();
      }
    },
  ),
  holds('web bodies: a message, an erase, or nothing', 4, bodies(webMessages), (body) => {
    const sent = decodeMessage(body.buffer as ArrayBuffer);
    if (sent?.content.kind === 'text') expect(sent.content.text.reveal().isWellFormed()).toBe(true);
    expect(decodeErase(body.buffer as ArrayBuffer) ?? 'phien-thu').toMatch(/^[A-Za-z0-9._-]{8,128}$/);
  }),
  holdsLater(
    'door of Telegram: taken, refused or not believed, never broken',
    4,
    fc.tuple(bodies(telegramUpdates), fc.boolean()),
    async () => {
      const api = new Proxy({}, { get: () => async () => true }) as never;
      const contactOf = (id: string) => createHash('sha256').update(id).digest('hex');
      const intake = telegramIntake({
        api,
        mailbox: watching('telegram'),
        replies,
        contactOf,
        now: () => now,
        onTrouble,
      });
      const door = telegramWebhook({ path: '/tg', secret, take: intake.take });
      return {
        check: ([body, knows]) =>
          knock(
            door,
            '/tg',
            body,
            { 'x-telegram-bot-api-secret-token': knows ? secret : 'x' },
            knows ? [200, 400] : [401],
          ),
      };
    },
  ),
  holdsLater('door of Zalo Bot: the same', 4, fc.tuple(bodies(zaloBotEvents), fc.boolean()), async () => {
    const api = (async () => ({})) as never;
    const take = zaloBotIntake({ api, mailbox: watching('zalo-bot'), replies, pseudonyms, now: () => now, onTrouble });
    const door = zaloBotWebhook({ path: '/zb', secret, take });
    return {
      check: ([body, knows]) =>
        knock(door, '/zb', body, { 'x-bot-api-secret-token': knows ? secret : 'x' }, knows ? [200, 400] : [401]),
    };
  }),
  holdsLater(
    'door of the Official Account: the same, signed or not',
    4,
    fc.tuple(bodies(zaloOaEvents), fc.boolean(), moments),
    async () => {
      const signer = { appId: '4012345678901234567', oaSecret: 'khoa-oa-gia-0002', signed: 'either' } as const;
      const take = async (event: unknown) => void expect(decodeZaloOa(event).kind).toBeTypeOf('string');
      const door = zaloOaWebhook({
        path: '/oa',
        signer,
        now: () => now,
        take,
        onSigned: () => {},
        onRefused: onTrouble,
      });
      return {
        check([body, signs, moment]) {
          const stamp = /^[\x20-\x7e]*$/.test(`${moment}`) ? `${moment}`.trim() : 'x';
          const hash = createHash('sha256').update(signer.appId).update(body).update(stamp).update(signer.oaSecret);
          const signature = signs ? `mac=${hash.digest('hex')}` : 'x';
          return knock(
            door,
            '/oa',
            body,
            { 'x-zevent-signature': signature, 'x-zevent-timestamp': stamp },
            [200, 400, 401],
          );
        },
      };
    },
  ),
  holdsLater(
    'doors of the page: an answer or a kind refusal, never broken',
    5,
    fc.tuple(fc.constantFrom('/tin', '/xoa'), bodies(webMessages), headers),
    async () => {
      const plain = {
        bubbles: ['Câu trả lời.'],
        citations: [],
        offers: [],
        outcome: 'answer',
        level: 'none',
        types: [],
      } as const;
      const turn = async () =>
        ({ ...structuredClone(plain), subject: 'none', helpOffered: false, welcome: null }) as never;
      const erase = async () => {};
      const page = webChannel({ turn, erase, contactKey: Buffer.alloc(32, 7), maxPerMinute: 1_000_000 });
      return { check: ([path, body, given]) => knock(page, path, body, given, [200, 400, 403, 415]) };
    },
  ),
  holdsLater('the page and its calendar: any address', 2, fc.tuple(text, text), async () => {
    const page = webChannel({
      turn: async () => undefined as never,
      erase: async () => {},
      contactKey: Buffer.alloc(32, 7),
    });
    return {
      async check([path, month]) {
        const found = parseMonth(month);
        if (found !== null) expect(found.month).toBeLessThanOrEqual(12);
        const asked = `/lich?thang=${encodeURIComponent(month.toWellFormed())}`;
        expect((await page.request(asked)).status).toBe(200);
        expect([200, 404]).toContain((await page.request(`/${encodeURIComponent(path.toWellFormed())}`)).status);
      },
    };
  }),
];
