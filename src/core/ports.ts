import type { SubscriptionChange } from './broadcast/subscription.ts';
import type { ClearedText, ModelPlace } from './clearance/clear.ts';
import type { Conversation } from './conversation.ts';
import type { Fact } from './fact.ts';
import type { DraftSentence, Rejection } from './grounding.ts';
import type { Citation } from './passage.ts';
import type { PrivateText } from './private-text.ts';
import type { Level } from './triage.ts';
import type { Channel, ContactId } from './update.ts';

/** What a turn leaves in the store: the next state, and what happened without words. */
export type TurnRecord = {
  contact: ContactId;
  next: Conversation;
  fact: Fact;
  /** What becomes of the contact's subscription; it stays as it is when absent. */
  subscription?: SubscriptionChange | undefined;
};

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

/** A passage as a model is shown it, under the label that its sentences must name. */
export type ShownPassage = { label: string; title: string; text: string };

/** A message as a model understands it: a question that stands for itself, and what it is about. */
export type Understood = { question: string; about: 'law' | 'plan' | 'other' };

/** Shows what may already be said of an answer that is still being made; each time all of it. Never throws. */
export type Preview = (text: string) => void;

/** What became of an attempt to draft; counted, never with words. */
export type DraftOutcome = 'sentence' | 'used' | 'not-answerable' | 'core-gone' | 'silent' | 'kept-back';

/**
 * A language model that helps with words. Nothing it says may be shown as it is. Every method resolves with `null`
 * when the model fails, is too slow, is tired out or says something that cannot be read; none rejects.
 */
export interface Writer {
  place: ModelPlace;
  /** The longest a person may wait for a reply, whatever the model does. */
  budgetMs: number;
  /** `topic`: titles of what the talk is about, from the knowledge. */
  understand(message: ClearedText, topic: string[], signal: AbortSignal): Promise<Understood | null>;
  /**
   * Sentences for an answer; none when the passages do not hold it. `onSentences` is told those that are there while the
   * others are still being made; it must not throw.
   */
  draft(
    message: ClearedText,
    question: string,
    passages: ShownPassage[],
    signal: AbortSignal,
    onSentences?: (soFar: DraftSentence[]) => void,
  ): Promise<DraftSentence[] | null>;
  count(what: DraftOutcome | `rejected-${Rejection}`): void;
}

/** Finds passages by meaning. Within its own time, however its model does; never rejects. */
export interface Dense {
  /** Ids of the `k` nearest passages in force on `day`, nearest first; empty when it cannot tell in time. */
  nearest(question: ClearedText, k: number, day: string): Promise<string[]>;
}

/** What a second ear makes of a message; `unread`: it answered, and nobody can tell what. */
export type Opinion = Level | 'unread';

/** A second opinion on a message, by a model on the operator's own server. It can only raise what was heard. */
export interface SecondEar {
  /** How long it is worth waiting for: the answer comes after it. */
  patienceMs: number;
  /** `null` when it does not answer in time. Never rejects. */
  judge(message: ClearedText, signal: AbortSignal): Promise<Opinion | null>;
}

/** Turns recordings into words, on the operator's own server, in memory only. */
export interface Listener {
  /** What is said in a recording that the channel knows by `id`; `null` when there is no telling. Never rejects. */
  hear(channel: Channel, id: string, signal: AbortSignal): Promise<PrivateText | null>;
}
