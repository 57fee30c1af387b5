import type { Called, Http } from '../http.ts';
import { type Meaning, meaningOf } from './meaning.ts';

export type Answer =
  | { kind: 'sent' }
  | { kind: 'refusal'; meaning: Meaning; code: number; afterSeconds: number | null }
  /** No network, or Zalo has trouble of its own; `unsure`: it may have taken the message all the same. */
  | { kind: 'down'; unsure: boolean };

/** Sends one text to a person. Never rejects. */
export type SendText = (accessToken: string, person: string, text: string) => Promise<Answer>;

export function oaApi(http: Http): SendText {
  return async (accessToken, person, text) =>
    answerOf(
      await http({
        path: '/v3.0/oa/message/cs',
        headers: { access_token: accessToken },
        body: { recipient: { user_id: person }, message: { text } },
      }),
    );
}

function answerOf(called: Called): Answer {
  if (called.kind !== 'answered') return { kind: 'down', unsure: called.kind === 'cut' };
  const { status, body, retryAfterSeconds: afterSeconds } = called;
  if (status === 429) return { kind: 'refusal', meaning: 'flood', code: status, afterSeconds };
  if (status === 401) return { kind: 'refusal', meaning: 'token', code: status, afterSeconds };
  const error = (body as { error?: unknown } | null)?.error;
  const code = typeof error === 'number' || typeof error === 'string' ? Number(error) : Number.NaN;
  if (status >= 500 || Number.isNaN(code)) return { kind: 'down', unsure: true };
  return code === 0 ? { kind: 'sent' } : { kind: 'refusal', meaning: meaningOf(code), code, afterSeconds };
}
