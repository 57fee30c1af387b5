import { type Desk, isOpen } from './desk.ts';
import { type Heard, says } from './heard.ts';
import type { Visit } from './intake.ts';
import type { DeskTalk } from './talk.ts';

/** What an update means to somebody who is with their case. Only the word itself destroys it, never a button. */
export type AtCase =
  /** Only look whether anything came. */
  | { do: 'look' }
  | { do: 'withdraw' }
  | { do: 'leave' }
  /** These words are for the desk. `urgent`: danger now; the one fixed line is all the bot says to that. */
  | { do: 'write'; words: string; urgent: boolean }
  /** The ordinary policy's. */
  | { do: 'policy' };

/** "nhắn …": what follows is for the desk, whoever is there. */
const toDesk = /^\s*(?:nhắn|nhan)(?:\s+(?:thêm|them|trung tâm|trung tam))?\s*[:\-–]?\s+(\S[\s\S]*)$/iu;

/** An officer who wrote so lately is still there, whatever the hours say. */
const lingerMs = 30 * 60_000;

/**
 * Whether a human is in: somebody holds the case, the desk is open or they wrote just now, and nothing has waited
 * longer than was promised. Then the bot keeps silent; else it is back.
 */
export function humanIsIn({ held, closed, answerBy, repliedAt }: Visit, desk: Desk, now: Date): boolean {
  const isThere = isOpen(desk, now) || (repliedAt !== null && now.getTime() - repliedAt.getTime() < lingerMs);
  return held && !closed && isThere && (answerBy === null || answerBy > now);
}

/** Nobody answered within the promised time, and the person was not told yet. */
export function isLate({ answerBy, closed }: Visit, talk: Extract<DeskTalk, { stage: 'visit' }>, now: Date): boolean {
  return !closed && !talk.told && answerBy !== null && answerBy <= now;
}

/** What to do with an update at the case. `stamp` is that of the visit: other buttons are stale and only look. */
export function atCase(
  talk: Extract<DeskTalk, { stage: 'visit' }>,
  stamp: string,
  visit: Visit,
  heard: Heard,
  desk: Desk,
): AtCase {
  if (heard.update === talk.last) return { do: 'look' };
  const isIn = humanIsIn(visit, desk, heard.now);
  // A number typed to a human is for them.
  if (heard.tap && !(heard.tap.typed && isIn))
    return { do: heard.tap.stamp === stamp && heard.tap.act === 'leave' ? 'leave' : 'look' };
  if (heard.text === null || heard.commands) return { do: 'policy' };
  if (says(heard, 'withdraw')) return { do: 'withdraw' };
  if (says(heard, 'stop')) return { do: 'leave' };
  if (says(heard, 'look')) return { do: 'look' };
  const urgent = heard.verdict.level === 'emergency';
  const words = toDesk.exec(heard.text)?.[1];
  if (words !== undefined && !visit.closed) return { do: 'write', words, urgent };
  return isIn ? { do: 'write', words: heard.text, urgent } : { do: 'policy' };
}
