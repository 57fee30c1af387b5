import type { Incoming } from '../../core/mailbox.ts';
import { PrivateText } from '../../core/private-text.ts';
import type { Content, Update } from '../../core/update.ts';
import type { Seal } from './seal.ts';

/** Where a sealed update belongs. */
const placeOf = ({ channel, id }: Pick<Update, 'channel' | 'id'>) => `inbox:${channel}:${id}`;

/** The one place where words leave their wrapper to be stored: sealed, until their turn is done. */
export function closeIncoming(seal: Seal, { update, address, messageIds }: Incoming): Buffer {
  const { content, sentAt } = update;
  const open = content.kind === 'text' ? { ...content, text: content.text.reveal() } : content;
  return seal.close(JSON.stringify({ content: open, sentAt: sentAt.getTime(), address, messageIds }), placeOf(update));
}

export type InboxRow = {
  channel: Update['channel'];
  update_id: string;
  contact: string;
  sequence: string | null;
  sealed: Uint8Array;
  received_at: Date;
};

/** What `closeIncoming` put away, or `null` when it cannot be opened. */
export function openIncoming(seal: Seal, row: InboxRow): Incoming | null {
  const { channel, update_id: id, contact } = row;
  const plain = seal.open(row.sealed, placeOf({ channel, id }));
  if (plain === null) return null;
  // Authenticated and written by this program: its shape is ours.
  const { content, sentAt, address, messageIds } = JSON.parse(plain) as Stored;
  const wrapped: Content =
    content.kind === 'text' ? { ...content, text: new PrivateText(content.text) } : (content as Content);
  const update = { id, channel, contact, sentAt: new Date(sentAt), content: wrapped };
  const sequence = row.sequence === null ? null : Number(row.sequence);
  return { update, address, messageIds, sequence, receivedAt: row.received_at };
}

type OpenContent = { kind: 'text'; text: string } | Exclude<Content, { kind: 'text' }>;
type Stored = { content: OpenContent; sentAt: number; address: string; messageIds: string[] };
