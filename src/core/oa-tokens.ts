/** The pair of tokens that an Official Account is spoken for with. The refresh token can be spent once. */
export type Tokens = { access: string; refresh: string; takenAt: Date; accessUntil: Date; refreshUntil: Date };

/**
 * How the refresh token stands. `begun`: it was sent to be spent and nobody noted what came of it; `spent`: Zalo said
 * that it was spent before.
 */
export type RefreshState = 'idle' | 'begun' | 'spent';

/** The tokens as they are kept; `version` changes with every new pair. */
export type Kept = { version: number; tokens: Tokens; refresh: RefreshState };

/** Where the tokens are kept for all replicas. Each may reject while the store is away. */
export interface TokenStore {
  /** What is kept; `none` before the first login, `unreadable` when it was sealed with another key. */
  load(): Promise<Kept | 'none' | 'unreadable'>;
  /** Runs `work` while no other replica can run any; `busy` at once when one does. */
  alone<T>(work: () => Promise<T>): Promise<T | 'busy'>;
  /** Notes that the refresh token is about to be spent. False when the pair is no longer current or another is at it. */
  begin(version: number): Promise<boolean>;
  /** Puts a new pair in the place of `version`, sealed. */
  store(version: number, tokens: Tokens): Promise<void>;
  /** Notes how a refresh ended that brought no new pair. */
  end(version: number, as: Exclude<RefreshState, 'begun'>): Promise<void>;
  /** Keeps the first pair of a new login, whatever was there. */
  replace(tokens: Tokens): Promise<void>;
}

/** With so little left, a refresh token that may have been spent is tried all the same: nothing is lost any more. */
const lastMs = 10 * 60_000;
/** How long before the refresh token's end the operator is told. */
const monthEndMs = 14 * 24 * 60 * 60_000;

/**
 * Whether to spend the refresh token now. A quarter of the access token's life is left for whatever goes wrong.
 * `invalid`: Zalo no longer takes the access token.
 */
export function maySpend({ tokens, refresh }: Kept, now: Date, invalid: boolean): boolean {
  const left = leftMs(tokens, now);
  switch (refresh) {
    case 'idle':
      return invalid || left < lifeMs(tokens) / 4;
    case 'begun':
      return invalid || left < lastMs;
    case 'spent':
      return false;
  }
}

/** What the operator must see to before the tokens end, most pressing first; `null` when nothing. */
export function endingOf({ tokens }: Kept, now: Date): 'access' | 'refresh' | null {
  if (leftMs(tokens, now) < lifeMs(tokens) / 8) return 'access';
  return tokens.refreshUntil.getTime() - now.getTime() < monthEndMs ? 'refresh' : null;
}

/** Whether the access token can be used at `now`. */
export function isUsable({ tokens }: Kept, now: Date): boolean {
  return leftMs(tokens, now) > 0;
}

function leftMs({ accessUntil }: Tokens, now: Date): number {
  return accessUntil.getTime() - now.getTime();
}

function lifeMs({ takenAt, accessUntil }: Tokens): number {
  return accessUntil.getTime() - takenAt.getTime();
}
