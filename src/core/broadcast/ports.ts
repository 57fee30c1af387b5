import type { Channel, ContactId } from '../update.ts';
import type { Campaign, Plan, SendOutcome } from './campaign.ts';
import type { Want } from './subscription.ts';

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

/** A day that an officer added; it comes every year. */
export type AddedDay = { id: number; name: string /** `MM-DD` */; day: string; addedBy: string };

/** Who does something to a message, and when; it goes into the audit log with the deed, in one transaction. */
export type Deed = { by: string; at: Date };

/** What officers plan, approve, stop and see. */
export interface Campaigns {
  /** Those of these days (`YYYY-MM-DD`, both included), by day; those that were stopped before anybody got them left out. */
  list(from: string, to: string): Promise<Campaign[]>;
  byId(id: number): Promise<Campaign | null>;
  /** Plans a message; its id, or `null` when that day has one. */
  plan(plan: Planned, deed: Deed): Promise<number | null>;
  /** Approves a message that another planned, as it was shown: with these words. */
  approve(id: number, words: string, deed: Deed): Promise<'approved' | 'own' | 'gone'>;
  /** Stops a message that has not come to its end; what is under way is still settled. `false` when there is nothing to stop. */
  stop(id: number, deed: Deed): Promise<boolean>;
  days(): Promise<AddedDay[]>;
  /** `false` when there is a day of this name. */
  addDay(day: Pick<AddedDay, 'name' | 'day'>, deed: Deed): Promise<boolean>;
  dropDay(id: number, deed: Deed): Promise<boolean>;
  /** How many are subscribed, by what they want. */
  subscribers(): Promise<Record<Want, number>>;
}

/** A plan that stands, with its hours and words. */
export type Planned = Omit<Plan, 'time'> & Pick<Campaign, 'startsAt' | 'endsAt' | 'words'>;
