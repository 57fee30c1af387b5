import { endingOf, isUsable, type Kept, maySpend, type TokenStore, type Tokens } from '../../../core/oa-tokens.ts';
import type { Alarms } from '../alarms.ts';
import type { OAuth } from './oauth.ts';
import type { OperatorWord } from './words.ts';

/** An access token, and which pair it belongs to. */
export type Held = { token: string; version: number };

export type Keeper = {
  /** The access token to use now, or `null` while there is none. Never rejects. */
  access: () => Promise<Held | null>;
  /** Zalo no longer takes the token of this version: another one, or `null` when none is to be had now. Never rejects. */
  renew: (version: number) => Promise<Held | null>;
  /** Looks at the tokens now and from time to time. */
  start: () => void;
  /** Looks no more, and finishes a refresh that was begun: cut off, it would leave a token that may be spent. */
  stop: () => Promise<void>;
};

type Options = {
  store: TokenStore;
  oauth: Pick<OAuth, 'refresh'>;
  alarms: Alarms<OperatorWord>;
  now: () => Date;
  checkMs?: number;
};

const usualCheckMs = 60_000;
/** After Zalo said no, or nobody knows what, the refresh token is not shown again for so long. */
const restMs = 10 * 60_000;
/** After it never reached Zalo. */
const shortRestMs = 30_000;
/** A message does not wait longer than this for a new token. */
const patienceMs = 10_000;
const longestStoreWaitMs = 30_000;

/** What is over once there is a new pair. */
const ofOnePair: OperatorWord[] = [
  'login',
  'unreadable',
  'spent',
  'uncertain',
  'unstored',
  'refused',
  'ending',
  'refresh-ending',
  'token',
];

/**
 * Keeps the access token fresh. The refresh token can be spent once, so one replica at a time spends it: it notes that
 * it begins, asks Zalo, and stores the new pair before anybody uses it.
 */
export function makeKeeper({ store, oauth, alarms, now, checkMs = usualCheckMs }: Options): Keeper {
  let kept: Kept | null = null;
  let running: Promise<void> | null = null;
  let restUntil = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;

  /** Takes over what is kept, perhaps by another replica or a login. */
  async function look(): Promise<void> {
    const found = await store.load();
    if (typeof found === 'string') {
      kept = null;
      alarms.raise(found === 'none' ? 'login' : 'unreadable');
      return;
    }
    // A new pair: whatever was wrong with the one before is over, and that is told.
    if (kept?.version !== found.version && alarms.clear(...ofOnePair)) alarms.clear('online');
    kept = found;
    const ending = endingOf(found, now());
    if (found.refresh === 'spent') alarms.raise('spent');
    else if (ending !== null) alarms.raise(ending === 'access' ? 'ending' : 'refresh-ending');
    else if (found.refresh === 'idle') alarms.raise('online');
  }

  async function check(): Promise<void> {
    await look();
    if (kept === null) return;
    if (kept.refresh === 'begun' || maySpend(kept, now(), false)) await refresh(kept.version, false);
  }

  /** One refresh at a time in this process. */
  function refresh(version: number, invalid: boolean): Promise<void> {
    running ??= store
      .alone(() => spend(version, invalid))
      .then(() => look())
      .finally(() => {
        running = null;
      });
    return running;
  }

  /** Only while no other replica can be here. */
  async function spend(version: number, invalid: boolean): Promise<void> {
    const found = await store.load();
    if (typeof found === 'string' || found.version !== version) return;
    // Whoever began is gone, or its answer was lost: the old token serves, and somebody should log in before it ends.
    if (found.refresh === 'begun') alarms.raise('uncertain');
    if (!maySpend(found, now(), invalid) || now().getTime() < restUntil) return;
    if (!(await store.begin(version))) return;
    const got = await oauth.refresh(found.tokens.refresh);
    if (got.kind !== 'tokens') restUntil = now().getTime() + (got.kind === 'unspent' ? shortRestMs : restMs);
    switch (got.kind) {
      case 'tokens':
        return storeSurely(version, got.tokens);
      case 'unspent':
        alarms.raise('down');
        return store.end(version, 'idle');
      case 'reused':
        alarms.raise('spent');
        return store.end(version, 'spent');
      case 'refused':
        alarms.raise('refused');
        return store.end(version, 'idle');
      case 'unknown':
        alarms.raise('uncertain');
    }
  }

  /** The new pair is used by nobody before it is stored: until then the old token serves. */
  async function storeSurely(version: number, tokens: Tokens): Promise<void> {
    for (let waitMs = 500; ; waitMs = Math.min(longestStoreWaitMs, waitMs * 2)) {
      try {
        return await store.store(version, tokens);
      } catch {
        alarms.raise('unstored');
        if (stopped) return;
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  }

  const held = (): Held | null =>
    kept !== null && isUsable(kept, now()) ? { token: kept.tokens.access, version: kept.version } : null;

  return {
    async access() {
      if (held() === null) await patiently(check());
      return held();
    },
    async renew(version) {
      if (kept?.version === version) await patiently(refresh(version, true));
      return kept !== null && kept.version !== version ? held() : null;
    },
    start() {
      const again = () => void check().catch(() => {});
      timer = setInterval(again, checkMs);
      timer.unref();
      again();
    },
    async stop() {
      stopped = true;
      if (timer) clearInterval(timer);
      await running?.catch(() => {});
    },
  };
}

/** Waits for it, but not for ever, and whatever becomes of it. */
async function patiently(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs);
  });
  await Promise.race([work.catch(() => {}), enough]);
  clearTimeout(timer);
}
