import type { Labelled } from './labelled.ts';
import { isOfPattern } from './patterns.ts';

/** Voices of people who chat, comment and joke. */
const chatting = new Set(['s1', 't1', 'r1', 'g1', 'k1', 'f1', 'x1', 'b1', 'w4', 'y3']);

/** Whether somebody wrote nothing but comments and posts as people type them. */
function isOfComments({ writer }: Labelled): boolean {
  return /^z\d+$/.test(writer);
}

/** Voices that wrote whole sets, disclosures of every kind beside what only sounds like them, as people write to a bot. */
const ofAllKinds = /^(?:s[a-e]|m\d+)$/;

/** Whether somebody wrote disclosures without the usual words of harm, beside ordinary talk that comes close to them. */
function isOblique({ writer }: Labelled): boolean {
  return /^ob\d+$/.test(writer);
}

/** Whether a message asks the law or in vain, as the knowledge knows many: ordinary, though full of words of harm. */
export function isOfAsking({ writer }: Labelled): boolean {
  return writer === 'a1' || writer === 'a2';
}

/**
 * How much a message counts. Light talk is far more common among people than among these messages, where law questions
 * and words of harm stand for much of what is ordinary: it counts more, so that feelings, pronouns and the telling of a
 * story weigh little. What patterns make and what asks the law is learned in fewer ways of typing and counts more in each.
 */
export function emphasisOf(message: Labelled): number {
  if (isOfPattern(message)) return message.level === 'none' ? 6 : 4;
  if (isOfAsking(message)) return 2;
  if (ofAllKinds.test(message.writer) || isOblique(message)) return 2;
  return message.level === 'none' && (chatting.has(message.writer) || isOfComments(message)) ? 4 : 1;
}
