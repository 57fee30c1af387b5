import type { Conversation } from './conversation.ts';
import type { Fact } from './fact.ts';
import type { Citation } from './passage.ts';
import type { ContactId } from './update.ts';

/** What a turn leaves in the store: the next state, and what happened without words. */
export type TurnRecord = { contact: ContactId; next: Conversation; fact: Fact };

/** Where talk state lives between turns. May fail; a turn must survive that. */
export interface ConversationStore {
  /** The stored conversation, or `{ stage: 'new' }`. State past its expiry counts as absent. */
  load(contact: ContactId, now: Date): Promise<Conversation>;
  /** Stores the next state and the turn's fact in one transaction. */
  record(turn: TurnRecord, now: Date): Promise<void>;
  /** Removes everything kept about the contact; resolves also when there was nothing. */
  erase(contact: ContactId): Promise<void>;
}

/** Terms of a question with their weights, ready for an inner product with passages. */
export type SearchQuery = { weights: Array<[dimension: number, weight: number]> };

/** `score` is the BM25 inner product: 0 upwards, higher is closer. */
export type Hit = { id: string; score: number };

/** Finds passages by their words. Both adapters (SQL, in process) rank alike. */
export interface Search {
  /** The best `k` passages in force on `day` (`YYYY-MM-DD`), best first, ties by id; empty when nothing matches. */
  search(query: SearchQuery, k: number, day: string): Promise<Hit[]>;
}

/** A fixed text of the bot, with what to offer under it and what it rests on. */
export type FixedReply = { bubbles: string[]; offers: Array<{ id: string; label: string }>; cites: Citation[] };

/** The fixed words of the bot, by id. */
export interface Replies {
  /** The fixed reply. Throws only for an id that start-up has not checked. */
  get(id: string, variables?: Record<string, string>): FixedReply;
}
