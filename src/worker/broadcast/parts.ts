import type { Campaign } from '../../core/broadcast/campaign.ts';
import type { Sends } from '../../core/broadcast/ports.ts';
import type { Senders } from '../../core/mailbox.ts';
import type { Reply } from '../../core/reply.ts';
import type { Channel, ContactId } from '../../core/update.ts';

/** What sending to subscribers is made of. */
export type BroadcastParts = {
  sends: Sends;
  senders: Senders;
  /** The message as people get it; `null` when it may not be sent any more. */
  reply: (campaign: Campaign) => Reply | null;
  /** Whether nothing is to go out for now. */
  isHeld: () => boolean;
  /** Messages a second that may be pushed on a channel; 0 where nothing can be. */
  perSecond: (channel: Channel) => number;
  /** Whether this contact's subscription is about to end, though the database does not know yet. */
  isEnding: (contact: ContactId) => boolean;
  now: () => Date;
  /** A name no other holder ever has. */
  newHolder: () => string;
  stopping: () => boolean;
  onTrouble: (code: BroadcastTrouble) => void;
};

export type BroadcastTrouble = 'broadcast-store' | 'broadcast-withheld' | 'broadcast-line';
