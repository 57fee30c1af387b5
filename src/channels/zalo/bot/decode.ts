import { z } from 'zod';
import { spoken } from '../../../core/commands.ts';
import type { Content, Unread } from '../../../core/update.ts';

// What of an event is looked at. Everything else Zalo tells of a person (name, picture) is dropped here.
const id = z.union([z.string().min(1).max(256), z.number()]).transform(String);
const message = z.object({
  message_id: id.optional(),
  date: z.number().nonnegative().optional(),
  chat: z.object({ id, chat_type: z.string().optional() }).optional(),
  from: z.object({ id: id.optional(), is_bot: z.boolean().optional() }).optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
});
const event = z.object({ event_name: z.string(), message: message.optional() });
/** The event comes bare, or as the result of an answer. */
const wire = z.union([event, z.object({ result: event }).transform(({ result }) => result)]);

/** What an event is to us. `chat` is Zalo's id, in the clear: it never leaves the adapter so. */
export type Decoded =
  | { kind: 'said'; chat: string; id: string; sentAt: Date; content: Content }
  | { kind: 'group'; chat: string }
  | { kind: 'ignored' }
  | { kind: 'malformed' };

const unread: Record<string, Unread> = {
  image: 'picture',
  sticker: 'sticker',
  voice: 'voice',
  unsupported: 'hidden',
};

/** Reads one event. Never throws. */
export function decode(raw: unknown, now: Date): Decoded {
  const read = wire.safeParse(raw);
  if (!read.success) return { kind: 'malformed' };
  const { event_name, message: said } = read.data;
  const [, what] = /^message\.(\w+)\.received$/.exec(event_name) ?? [];
  const chat = said?.chat?.id ?? said?.from?.id;
  if (what === undefined || !said || chat === undefined || said.from?.is_bot) return { kind: 'ignored' };
  if (said.chat?.chat_type === 'GROUP') return { kind: 'group', chat };
  const sentAt = new Date(said.date ?? now.getTime());
  if (Number.isNaN(sentAt.getTime())) return { kind: 'malformed' };
  // Without an id of its own it is known by its chat and moment.
  const known = said.message_id ?? `${chat}:${sentAt.getTime()}:${what}`;
  return { kind: 'said', chat, id: known, sentAt, content: contentOf(what, said) };
}

function contentOf(what: string, { text, caption }: z.infer<typeof message>): Content {
  const words = text ?? caption ?? '';
  if (what !== 'unsupported' && words.trim() !== '') return spoken(words);
  // A message of words without words: they were kept back as well.
  return { kind: 'unsupported', what: what === 'text' ? 'hidden' : (unread[what] ?? 'other') };
}
