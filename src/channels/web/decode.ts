import { z } from 'zod';
import { PrivateText } from '../../core/private-text.ts';
import { type Content, decodeChoice } from '../../core/update.ts';

/** A random id that the page makes in memory; it names one visit and no person. */
const session = z.string().regex(/^[A-Za-z0-9._-]{8,128}$/);
const message = z.union([
  z.strictObject({ session, text: z.string().regex(/\S/) }),
  z.strictObject({ session, choice: z.string().max(64) }),
]);
const farewell = z.object({ session });

/** What the page sent, or `null` when it is not a message of ours: broken UTF-8, wrong JSON, missing or odd fields. */
export function decodeMessage(body: ArrayBuffer): { session: string; content: Content } | null {
  const read = message.safeParse(jsonOf(body));
  if (!read.success) return null;
  if ('text' in read.data) {
    const text = new PrivateText(read.data.text.toWellFormed());
    return { session: read.data.session, content: { kind: 'text', text } };
  }
  const choice = decodeChoice(read.data.choice);
  return choice === null ? null : { session: read.data.session, content: { kind: 'choice', choice } };
}

/** The session to erase, or `null` when the request names none. */
export function decodeErase(body: ArrayBuffer): string | null {
  const read = farewell.safeParse(jsonOf(body));
  return read.success ? read.data.session : null;
}

function jsonOf(body: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
