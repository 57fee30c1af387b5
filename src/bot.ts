import type { Library } from './core/answer/library.ts';
import type { Chore } from './core/chore.ts';
import type { FirstLook } from './core/first-look.ts';
import type { Knowledge } from './core/knowledge.ts';
import type { Preview } from './core/ports.ts';
import type { Reply } from './core/reply.ts';
import type { Directory } from './core/services.ts';
import type { Channel, Content, Update } from './core/update.ts';
import type { DeskHouse } from './desk.ts';
import type { LoadedReplies } from './knowledge/replies.ts';
import type { Around } from './live/candidate.ts';
import type { LiveContent } from './live/content.ts';
import type { FetchRecording } from './model/listener.ts';
import type { Database } from './postgres/open.ts';
import type { Thinking } from './turn/turn.ts';
import type { OnTurn } from './watched.ts';

/** The bot, ready to take turns. */
export type Bot = {
  turn: (update: Update, preview?: Preview) => Promise<Reply>;
  /** The same turn in two halves, for the queue. */
  thinking: Thinking;
  erase: (contact: string) => Promise<void>;
  /** A message judged by itself, for a door that has to turn some away. */
  firstLook: (content: Content) => FirstLook;
  knowledge: Knowledge;
  library: Library;
  replies: LoadedReplies;
  directory: Directory;
  /** What the bot tells now, as published over the files. The five above are of it, and change with it. */
  content: LiveContent;
  /** What the content desk looks at drafts with. */
  around: Around;
  database: Database;
  /** The way to a human; `null` where the content has no desk. */
  desk: DeskHouse | null;
  /** Questions, lessons and daily facts that rest on law that no longer holds, in lines for the operator: they wait. */
  lapsed: string[];
  /** Where recordings of each channel can be fetched; a channel adds itself. */
  recordings: Map<Channel, FetchRecording>;
  /** What a service does once over all replicas, and a command leaves to it. */
  chores: Chore[];
  /** What a language model was used for today, as counts; empty without one. */
  modelCounts: () => Record<string, number>;
  /** Reads the knowledge for answering, which else the first turn does. Takes a second or two. */
  warm: () => void;
  /** Whether that was done: the next turn does not wait for it. */
  isWarm: () => boolean;
  close: () => Promise<void>;
};

export type OpenOptions = {
  /** Use a language model where one is set up; its trouble and its settings are told in words. */
  model?: { tell: (line: string) => void } | undefined;
  /** Work on a throw-away copy instead of the service's own database. */
  scratch: boolean;
  /** Told of each step of a long start, in words for the operator. */
  onProgress: (step: string) => void;
  onTrouble?: (code: string) => void;
  /** Told of each turn that was thought through: its channel, whether it ended in trouble, how long it took. */
  onTurn?: OnTurn;
};
