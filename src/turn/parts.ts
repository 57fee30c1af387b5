import type { Library } from '../core/answer/library.ts';
import type { CareWords } from '../core/care/words.ts';
import type { Commons } from '../core/clearance/redact.ts';
import type { Daily } from '../core/daily.ts';
import type { Ground } from '../core/grounding.ts';
import type { ConversationStore, Dense, Listener, Replies, Search, SecondEar, Writer } from '../core/ports.ts';
import type { LearningPath } from '../core/quiz/path.ts';
import type { QuizQuestion } from '../core/quiz.ts';
import type { Directory } from '../core/services.ts';
import type { Smalltalk } from '../core/smalltalk.ts';
import type { Triage } from './assess.ts';
import type { DeskParts } from './desk/parts.ts';

/** What a turn is made of. `fallback` answers when `search` fails; it must not need the database. */
export type Parts = {
  library: Library;
  triage: Triage;
  smalltalk: Smalltalk;
  careWords: CareWords;
  replies: Replies;
  directory: Directory;
  quiz: QuizQuestion[];
  /** What is told each day, and the days of the year. */
  daily: Daily;
  /** Paths of lessons over questions of the quiz. */
  paths: LearningPath[];
  search: Search;
  fallback: Search;
  /** A model that helps with words, and what it takes to clear a message for it; `null`: there is none. */
  writing: Writing | null;
  conversations: ConversationStore;
  /** The way to a human; `null` where no desk was ever set up. */
  desk: DeskParts | null;
  now: () => Date;
  /** Today in the province, `YYYY-MM-DD`. */
  today: () => string;
  /** Nothing is told from the knowledge: an administrator switched answers off. Help and safety stay. */
  answersOff: boolean;
  /** Told when a part failed, by code only. */
  onTrouble: (code: 'search' | 'load' | 'record' | 'answer' | 'phones' | 'desk' | 'desk-guesses') => void;
};

/** What may change while the bot runs. A turn reads it once, so that each is of one piece. */
export type Live = Pick<
  Parts,
  'library' | 'replies' | 'directory' | 'quiz' | 'daily' | 'paths' | 'search' | 'fallback' | 'writing' | 'answersOff'
>;

/** How long any outside part may take before the turn goes on without it. */
export const patienceMs = 1_500;

/** A model that helps with words, what clears a message for it and checks what it says, and an index by meaning, and ears. */
export type Writing = {
  writer: Writer;
  commons: Commons;
  ground: Ground;
  dense: Dense | null;
  secondEar: SecondEar | null;
  listener: Listener | null;
};
