import type { AuditNote } from '../officers/audit.ts';
import type { Channel, ContactId } from '../update.ts';
import type { Campaign, Plan, SendOutcome } from './campaign.ts';

/** One message to one subscriber, taken to be sent now. */
export type Send = { campaign: number; contact: ContactId; address: string };

/** What became of a send; 'again': the platform surely did not take it, so it waits once more. */
export type Settled = {
  campaign: number;
  contact: ContactId;
  outcome: Exclude<SendOutcome, 'late'> | 'again';
  ids: string[];
};

/** What is sent, in the database. A holder works on one channel and nobody else does meanwhile. */
export interface Sends {
  /** Messages that were approved and are due. */
  due(now: Date): Promise<Campaign[]>;
  /** Begins a message: one send for each of its subscribers on these channels, all or none. `false` when it is begun. */
  begin(campaign: number, channels: Channel[], now: Date): Promise<boolean>;
  /** A message that may not be sent any more. */
  withhold(campaign: number, now: Date): Promise<void>;
  /** Ends what is sent to everybody, was stopped, or is past its hours; the rest of it is late. */
  end(now: Date): Promise<void>;
  /** Messages that are being sent, by id. */
  sending(): Promise<Campaign[]>;
  /**
   * Takes the channel for the holder where there is something to send. What a former holder was sending counts as
   * uncertain from then on. `false` while another holds it.
   */
  take(channel: Channel, holder: string, now: Date): Promise<boolean>;
  /**
   * Notes what became of sends, and takes up to `most` others that must be sent at once: whatever is taken and never
   * settled is uncertain. Nobody is taken whose words wait for their turn. `null` when the channel is lost.
   */
  exchange(channel: Channel, holder: string, settled: Settled[], most: number, now: Date): Promise<Send[] | null>;
  leave(channel: Channel, holder: string): Promise<void>;
  /** Ends a subscription outside a turn; resolves also when there is none. */
  unsubscribe(contact: ContactId): Promise<void>;
}

/** A day that an officer added. */
export type AddedDay = { id: number; name: string /** `MM-DD` */; day: string; addedBy: string };

/** What officers plan, approve, stop and see. Every change leaves its note in the audit log, in the same transaction. */
export interface Campaigns {
  /** Those of these days (`YYYY-MM-DD`, both included), by day. */
  list(from: string, to: string): Promise<Campaign[]>;
  byId(id: number): Promise<(Campaign & { waiting: number }) | null>;
  /** Plans a message; the new id, or `null` when that day has one. */
  plan(plan: Plan & Pick<Campaign, 'startsAt' | 'endsAt' | 'words'>, by: string, note: Note): Promise<number | null>;
  /** Approves a message that another planned and whose words are still these. */
  approve(id: number, words: string, by: string, note: Note): Promise<'done' | 'own' | 'gone'>;
  /** Stops a message in any state but an end; what is under way is still settled. */
  stop(id: number, note: Note): Promise<boolean>;
  days(): Promise<AddedDay[]>;
  /** `false` when a day of this name is there. */
  addDay(day: Omit<AddedDay, 'id'>, note: Note): Promise<boolean>;
  dropDay(id: number, note: Note): Promise<boolean>;
  /** How many are subscribed, by what they want. */
  subscribers(): Promise<Record<'daily' | 'days', number>>;
}

/** The note for the log; its subject is filled in where it is only then known. */
export type Note = AuditNote;
