import { GrammyError, HttpError } from 'grammy';

/** Why a call of the Bot API failed, without the foreign error: that one holds the message and the token. */
export type Failure =
  | { kind: 'flood'; afterSeconds: number }
  /** The person blocked the bot, deleted the account, or the chat is no more. */
  | { kind: 'gone' }
  /** The token is wrong or was taken back. */
  | { kind: 'unauthorised' }
  /** Another program takes the updates. */
  | { kind: 'conflict' }
  /** Telegram will never take this call. */
  | { kind: 'refused' }
  /** No network, or Telegram has trouble of its own; `unsure`: it may have taken the call all the same. */
  | { kind: 'down'; unsure: boolean };

const goneWords = /chat not found|user is deactivated|PEER_ID_INVALID|user not found|not enough rights/i;

export function failureOf(error: unknown): Failure {
  if (!(error instanceof GrammyError)) return { kind: 'down', unsure: !isUnsent(error) };
  const { error_code, description, parameters } = error;
  switch (error_code) {
    case 401:
      return { kind: 'unauthorised' };
    case 404:
      // A token that is none, or a method that this server does not have.
      return { kind: /method/i.test(description) ? 'refused' : 'unauthorised' };
    case 403:
      return { kind: 'gone' };
    case 409:
      return { kind: 'conflict' };
    case 429:
      return { kind: 'flood', afterSeconds: Math.max(1, parameters.retry_after ?? 1) };
    default:
      if (error_code >= 500) return { kind: 'down', unsure: true };
      return { kind: goneWords.test(description) ? 'gone' : 'refused' };
  }
}

/** Errors before a connection stood. */
const beforeSending = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/** Whether the call certainly never reached Telegram. */
function isUnsent(error: unknown): boolean {
  const inner = error instanceof HttpError ? (error.error as { code?: unknown }) : null;
  return typeof inner?.code === 'string' && beforeSending.test(inner.code);
}
