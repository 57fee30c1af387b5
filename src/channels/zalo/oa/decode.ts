import { z } from 'zod';
import { spoken } from '../../../core/commands.ts';
import type { Content, Unread } from '../../../core/update.ts';

// What of an event is looked at. Everything else Zalo tells of a person is dropped here.
const id = z.union([z.string().min(1).max(256), z.number()]).transform(String);
const person = z.object({ id }).optional();
const wire = z.object({
  event_name: z.string(),
  timestamp: z.union([z.string(), z.number()]).transform(Number),
  sender: person,
  follower: person,
  message: z.object({ text: z.string().optional(), msg_id: id.optional() }).optional(),
});

/** What an event is to us. `person` is Zalo's id, in the clear: it never leaves the adapter so. */
export type Decoded =
  | { kind: 'said'; person: string; id: string; sentAt: Date; content: Content }
  | { kind: 'left'; person: string }
  | { kind: 'ignored' }
  | { kind: 'malformed' };

const unread: Record<string, Unread> = {
  image: 'picture',
  gif: 'picture',
  video: 'picture',
  file: 'picture',
  audio: 'voice',
  sticker: 'sticker',
  location: 'place',
  business_card: 'contact',
};

/** Reads one event whose signature was checked. Never throws. */
export function decode(raw: unknown): Decoded {
  const read = wire.safeParse(raw);
  if (!read.success || !Number.isSafeInteger(read.data.timestamp)) return { kind: 'malformed' };
  const { event_name, timestamp, message } = read.data;
  const who = (read.data.sender ?? read.data.follower)?.id;
  if (who === undefined) return { kind: 'ignored' };
  const sentAt = new Date(timestamp);
  if (event_name === 'unfollow') return { kind: 'left', person: who };
  const known = message?.msg_id ?? `${who}:${timestamp}:${event_name}`;
  const said = { kind: 'said', person: who, id: known, sentAt } as const;
  // Whoever follows opened the talk just now: they are shown what can be asked.
  if (event_name === 'follow') return { ...said, content: { kind: 'choice', choice: { kind: 'menu' } } };
  const [, what = ''] = /^user_send_(\w+)$/.exec(event_name) ?? [];
  // What is said in a group is not for us.
  return what === '' || what.includes('group')
    ? { kind: 'ignored' }
    : { ...said, content: contentOf(what, message?.text) };
}

function contentOf(what: string, words = ''): Content {
  if (words.trim() !== '') return spoken(words);
  return { kind: 'unsupported', what: what === 'text' ? 'hidden' : (unread[what] ?? 'other') };
}
