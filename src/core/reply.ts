import type { Citation } from './passage.ts';
import type { HarmType, Level, Subject } from './triage.ts';
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

/** Splits text into parts of at most `maxChars` UTF-16 units, at paragraph, sentence or word ends where possible. */
export function split(text: string, maxChars: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > maxChars) {
    const window = rest.slice(0, maxChars + 1);
    const at = [window.lastIndexOf('\n'), window.lastIndexOf('. ') + 1, window.lastIndexOf(' ')].find(
      (end) => end > maxChars / 2,
    );
    const lastUnit = rest.charCodeAt(maxChars - 1);
    const safe = lastUnit >= 0xd800 && lastUnit <= 0xdbff ? maxChars - 1 : maxChars;
    const end = at ?? Math.max(1, safe);
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  if (rest !== '') parts.push(rest);
  return parts;
}
