import type { Hono } from 'hono';
import type { Mailbox, Sender } from '../core/mailbox.ts';
import type { TokenStore } from '../core/oa-tokens.ts';
import { makeAlarms } from './zalo/alarms.ts';
import { zaloHttp } from './zalo/http.ts';
import { encodeAddress } from './zalo/oa/address.ts';
import { oaApi } from './zalo/oa/api.ts';
import { decode } from './zalo/oa/decode.ts';
import { makeKeeper } from './zalo/oa/keeper.ts';
import { oauth } from './zalo/oa/oauth.ts';
import { oaSender } from './zalo/oa/sender.ts';
import type { SignedTimestamp } from './zalo/oa/signature.ts';
import { webhook } from './zalo/oa/webhook.ts';
import { operatorWords } from './zalo/oa/words.ts';
import { makePseudonyms } from './zalo/pseudonym.ts';
import type { Words } from './zalo/render.ts';

export type ZaloOaOptions = Words & {
  appId: string;
  /** Asks for tokens. */
  appSecret: string;
  /** Signs events. */
  oaSecret: string;
  signed: SignedTimestamp;
  /** Where messages are sent, and where tokens are asked for. */
  apiRoot: string;
  loginRoot: string;
  tokens: TokenStore;
  /** Secret of the pseudonyms. */
  contactKey: Buffer;
  /** Tells the operator, in words. */
  tell: (line: string) => void;
  /** Told of trouble by code only. */
  onTrouble?: (code: string) => void;
  now?: () => Date;
  /** How often the tokens are looked at. */
  checkMs?: number;
};

export type ZaloOa = {
  sender: Sender;
  /** The door for Zalo, to be mounted at `webhookPath`. */
  door: Hono;
  start: (mailbox: Mailbox) => void;
  /** Takes no more events; those taken are safe. */
  stop: () => Promise<void>;
};

/** Where Zalo knocks: written by hand into the page of the app. */
export const webhookPath = '/zalo-oa';

/** The Zalo Official Account as a channel: decodes and hands over, renders and sends. Everything between is the mailbox's. */
export function zaloOaChannel(options: ZaloOaOptions): ZaloOa {
  const { appId, appSecret, oaSecret, signed, apiRoot, loginRoot, tokens, contactKey, replies, sourceLines } = options;
  const { now = () => new Date(), onTrouble = () => {} } = options;
  const alarms = makeAlarms(operatorWords, { tell: options.tell, onTrouble, nowMs: () => now().getTime() });
  const keeper = makeKeeper({
    store: tokens,
    oauth: oauth(zaloHttp(loginRoot, { once: true }), { appId, appSecret }, now),
    alarms,
    now,
    ...(options.checkMs === undefined ? {} : { checkMs: options.checkMs }),
  });
  const pseudonyms = makePseudonyms('zalo-oa', contactKey);
  let mailbox: Mailbox | null = null;

  async function take(raw: unknown): Promise<void> {
    // Before the start there is nobody to take it: Zalo delivers it again.
    if (mailbox === null) throw new Error('not started');
    const found = decode(raw);
    switch (found.kind) {
      case 'said': {
        const { person, sentAt, content } = found;
        const contact = pseudonyms.contact(person);
        const update = { id: pseudonyms.update(found.id), channel: 'zalo-oa', contact, sentAt, content } as const;
        // Nothing can be removed on Zalo, so no id of a message is kept; the moment of sending gives the order.
        const wroteAt = sentAt.getTime();
        const address = encodeAddress({ person, wroteAt });
        await mailbox.accept({ update, address, messageIds: [], sequence: wroteAt, receivedAt: now() });
        return;
      }
      case 'left':
        await mailbox.gone(pseudonyms.contact(found.person));
        return;
      case 'ignored':
        return;
      case 'malformed':
        onTrouble('malformed');
        return;
    }
  }

  return {
    sender: oaSender({
      sendText: oaApi(zaloHttp(apiRoot)),
      keeper,
      words: { replies, sourceLines },
      alarms,
      onRefusal: (code) => onTrouble(`refusal${code}`),
      now,
    }),
    door: webhook({
      path: webhookPath,
      signer: { appId, oaSecret, signed },
      now,
      take,
      onSigned: (where) => {
        if (signed === 'either') alarms.raise(`signed-${where}`);
      },
      onRefused: (why) => alarms.raise(why),
    }),
    start(into) {
      mailbox = into;
      keeper.start();
    },
    stop: () => keeper.stop(),
  };
}
