import type { Consent } from './clearance/clear.ts';
import type { Ask } from './question/asks.ts';
import type { Wanted } from './question/wanted.ts';
import type { PlayedPath } from './quiz/path.ts';
import type { PlayedSet } from './quiz/set.ts';
import type { HarmType, Level, Subject } from './triage.ts';

/** Silence after which no reply depends visibly on earlier talk. */
export const quietMs = 15 * 60_000;
/** Silence after which all state is gone. */
export const forgetMs = 30 * 60_000;

/** What was talked about: passages and the place in them, never words. */
export type Topic = {
  /** Ids of the passages the last answer rested on, best first. */
  passages: string[];
  /** Kinds of answer the last question wanted, for "còn nữ thì sao"; absent when it wanted none in particular. */
  asks?: Ask[] | undefined;
  /** The one calendar year the last question asked about, for "còn nam thì sao"; never one of a birth. */
  year?: number | undefined;
  /** The kind of fact the last question wanted, for "thế người đang nuôi con nhỏ thì sao" after "mấy phút". */
  wanted?: Wanted | undefined;
  /** How far "xem thêm" has gone. */
  shown: number;
  /** Wire forms of the choices offered as numbers under the last reply. */
  offered: string[];
};

/** A disclosure that the talk stays careful about, until the person leaves it. */
export type Care = {
  level: Level;
  types: HarmType[];
  subject: Subject;
  /** Id of the last fixed text said about it, so that the same list is not pasted twice. */
  said: string;
  /** Ids of the cards shown in this talk. */
  shown?: string[] | undefined;
};

/** A game or a path of lessons under way: ids and counts. */
export type Play = PlayedSet | PlayedPath;

/** The state of one talk. Holds level, topic, passage ids and counts, never words. */
export type Conversation =
  | { stage: 'new' }
  | {
      stage: 'open';
      seenAt: Date;
      topic: Topic | null;
      care: Care | null;
      play?: Play | undefined;
      /** What the person said about words going abroad; absent where nobody asked. */
      abroad?: Consent | undefined;
    };

/**
 * The talk as it may still be used at `now`. After a quarter of an hour nothing said earlier may show: whoever holds
 * the phone by then must not learn what was talked about.
 */
export function faded(conversation: Conversation, now: Date): Conversation {
  if (conversation.stage === 'new') return conversation;
  const silence = now.getTime() - conversation.seenAt.getTime();
  if (silence > forgetMs || silence < -forgetMs) return { stage: 'new' };
  if (silence <= quietMs) return conversation;
  // A yes was said by whoever held the phone then; a no costs nobody anything.
  const abroad = conversation.abroad === 'yes' ? 'unasked' : conversation.abroad;
  return { ...conversation, topic: null, care: null, play: undefined, abroad };
}
