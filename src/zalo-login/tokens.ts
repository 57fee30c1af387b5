import type { Bot } from '../bot.ts';
import type { Config } from '../config.ts';
import type { TokenStore } from '../core/oa-tokens.ts';
import { makeSeal } from '../postgres/mailbox/seal.ts';
import { postgresTokens } from '../postgres/oa-tokens.ts';
import { tokenKeys } from '../secrets.ts';

/** Where the service and the login both find the tokens of the Official Account. Throws `AppError`. */
export function zaloTokens({ pool, kind }: Bot['database'], config: Config, appId: string): TokenStore {
  return postgresTokens(pool, kind, makeSeal(tokenKeys(config), 'tokens'), appId);
}
