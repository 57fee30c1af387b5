import { spoken } from '../../core/commands.ts';
import { type Content, decodeChoice, type Unread } from '../../core/update.ts';
import { recordingOf, update, type WireMessage } from './wire.ts';

/** A tapped button: which query to answer, and the buttons of its message. */
export type Tap = { query: string; message: number; rows: Array<Array<{ text: string; data: string }>> };

/** What an update of Telegram is to us. `chat` is the platform's id, in the clear: it never leaves the adapter so. */
export type Decoded =
  | {
      kind: 'said';
      chat: string;
      id: string;
      sequence: number;
      sentAt: Date;
      content: Content;
      messageIds: string[];
      tap: Tap | null;
    }
  /** A group or channel: not a place for this bot. */
  | { kind: 'group'; chat: string }
  | { kind: 'blocked'; chat: string }
  /** Nothing for us. */
  | { kind: 'ignored' }
  /** Not an update at all. */
  | { kind: 'malformed' };

/** Pictures sent together come as up to ten messages with ids one after the other. */
const albumSize = 10;

/** Reads one update. Never throws; all it does not need is dropped here. */
export function decode(raw: unknown, now: Date): Decoded {
  const read = update.safeParse(raw);
  if (!read.success) return { kind: 'malformed' };
  const { update_id, message, edited_message, callback_query, my_chat_member } = read.data;
  if (my_chat_member) {
    const { chat, new_chat_member } = my_chat_member;
    const is = new_chat_member.status;
    if (chat.type === 'private') return is === 'kicked' ? { kind: 'blocked', chat: `${chat.id}` } : { kind: 'ignored' };
    return is === 'member' || is === 'administrator' ? { kind: 'group', chat: `${chat.id}` } : { kind: 'ignored' };
  }
  const spoken = message ?? edited_message;
  const chat = spoken?.chat ?? callback_query?.message?.chat;
  if (!chat) return { kind: 'ignored' };
  if (chat.type !== 'private') return { kind: 'group', chat: `${chat.id}` };
  const said = { kind: 'said', chat: `${chat.id}`, id: `${update_id}`, sequence: update_id, tap: null } as const;
  if (spoken) {
    // A live place is edited every few seconds; an edit is answered only where words were changed.
    const changed = edited_message && (edited_message.text !== undefined || edited_message.caption !== undefined);
    const content: Content | null = edited_message
      ? changed
        ? { kind: 'unsupported', what: 'edited' }
        : null
      : contentOf(spoken);
    if (content === null || spoken.from?.is_bot) return { kind: 'ignored' };
    const sentAt = new Date((edited_message ? now.getTime() : spoken.date * 1000) || 0);
    // One reply for an album: its other pictures count as the same update delivered again.
    const album = content.kind === 'unsupported' ? spoken.media_group_id : undefined;
    const ids = Array.from({ length: album ? albumSize : 1 }, (_, at) => `${spoken.message_id + at}`);
    return {
      ...said,
      id: album ? `album:${album}` : said.id,
      sentAt,
      content,
      messageIds: edited_message ? [] : ids,
    };
  }
  const choice = decodeChoice(callback_query?.data ?? '');
  if (!callback_query?.message || choice === null) return { kind: 'ignored' };
  const { message_id, reply_markup } = callback_query.message;
  const rows = (reply_markup?.inline_keyboard ?? []).map((row) =>
    row.map((button) => ({ text: button.text, data: button.callback_data ?? '' })),
  );
  const tap = { query: callback_query.id, message: message_id, rows };
  // A tap carries no time of its own.
  return { ...said, sentAt: now, content: { kind: 'choice', choice }, messageIds: [], tap };
}

/** What a message says; `null` for notices that the messenger makes itself. */
function contentOf(message: WireMessage): Content | null {
  const words = message.text ?? message.caption;
  if (words !== undefined && words.trim() !== '') return spoken(words);
  const what = unreadOf(message);
  if (what === null) return null;
  const recording = recordingOf(message);
  return { kind: 'unsupported', what, ...(recording === undefined ? {} : { recording }) };
}

const kinds: ReadonlyArray<readonly [Unread, ReadonlyArray<keyof WireMessage>]> = [
  ['voice', ['voice', 'audio', 'video_note']],
  ['picture', ['photo', 'video', 'animation', 'document', 'paid_media']],
  ['sticker', ['sticker', 'dice']],
  ['place', ['location', 'venue']],
  ['contact', ['contact']],
  ['other', ['poll', 'game', 'story', 'checklist']],
];

function unreadOf(message: WireMessage): Unread | null {
  return kinds.find(([, fields]) => fields.some((field) => message[field] !== undefined))?.[0] ?? null;
}
