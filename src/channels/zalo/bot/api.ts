import type { Called, Http } from '../http.ts';

/** Why a call of the Bot Platform brought nothing, without anything foreign in it. */
export type Failure =
  /** Nothing arrived while it was waited for: the ordinary end of a fetch. */
  | { kind: 'nothing' }
  | { kind: 'unauthorised' }
  /** Too much was sent, or the plan is used up. */
  | { kind: 'quota'; afterSeconds: number }
  /** Zalo will never take this call. */
  | { kind: 'refused' }
  /** No network, or Zalo has trouble of its own; `unsure`: it may have taken the call all the same. */
  | { kind: 'down'; unsure: boolean };

export type Answer = { kind: 'ok'; result: unknown } | Failure;

export type BotApi = (
  method: string,
  call: Record<string, unknown>,
  options?: { timeoutMs?: number; signal?: AbortSignal },
) => Promise<Answer>;

/** While the quota is used up: Zalo says neither for how long nor which. */
const quotaSeconds = 60;

/** The Bot Platform's methods. The token stands in the address, which therefore goes nowhere else. */
export function botApi(http: Http, token: string): BotApi {
  return async (method, body, options = {}) =>
    answerOf(await http({ path: `/bot${token}/${method}`, body, ...options }));
}

function answerOf(called: Called): Answer {
  if (called.kind !== 'answered') return { kind: 'down', unsure: called.kind === 'cut' };
  const { ok, result, error_code, errorCode } = (called.body ?? {}) as Record<string, unknown>;
  if (ok === true && called.status === 200) return { kind: 'ok', result };
  // One page of the documentation spells it the other way.
  const code = Number(error_code ?? errorCode ?? called.status);
  switch (code) {
    case 401:
      return { kind: 'unauthorised' };
    case 408:
      return { kind: 'nothing' };
    case 426:
    case 429:
      return { kind: 'quota', afterSeconds: called.retryAfterSeconds ?? quotaSeconds };
    case 400:
    case 404:
      return { kind: 'refused' };
    default:
      return { kind: 'down', unsure: true };
  }
}
