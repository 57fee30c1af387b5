import type { Citation } from './passage.ts';
import { calm, type HarmType, type Level, type Subject } from './triage.ts';
import type { Choice } from './update.ts';

export type Outcome = 'answer' | 'help' | 'decline' | 'smalltalk' | 'menu' | 'trouble';

/** A button, or a numbered line on channels without buttons. */
export type Offer = { label: string; choice: Choice };

/** What the person gets for one update, ready for any channel to render. */
export type Reply = {
  bubbles: string[];
  citations: Citation[];
  offers: Offer[];
  outcome: Outcome;
  /** The level this turn was answered at, read in its context. */
  level: Level;
  types: HarmType[];
  subject: Subject;
  /** Whether this reply itself shows where to get help because of this message. */
  helpOffered: boolean;
  /** The once-only introduction, shown after the reply; `null` after the first turn. */
  welcome: string | null;
};

/** A reply with nothing in it yet. */
export function plainReply(bubbles: string[], outcome: Reply['outcome']): Reply {
  return { bubbles, outcome, citations: [], offers: [], ...calm, helpOffered: false, welcome: null };
}
