import type { Conversation } from '../core/conversation.ts';
import { type Decision, decide } from '../core/decide.ts';
import type { Preview } from '../core/ports.ts';
import { understand } from '../core/question/understand.ts';
import type { Verdict } from '../core/triage.ts';
import type { Update } from '../core/update.ts';
import { normalise, type Typed } from '../core/vietnamese/normalise.ts';
import { withAbroadAsked } from './abroad.ts';
import { assess, unheard, verdictOf } from './assess.ts';
import { type Carried, carryOut } from './carry-out.ts';
import { turnAtDesk } from './desk/desk.ts';
import { lastResort } from './last-resort.ts';
import { listened, shownBack, unclear } from './listen.ts';
import type { Parts } from './parts.ts';
import { maxMessageChars, read } from './read.ts';
import { heardAgain } from './second-ear.ts';

/** Far below what hearing or understanding reads at most, in UTF-16 units. */
const readOnce = 500;

/** A short message made readable; whoever reads another, or one that fails, does it alone. */
function readable(message: string): Typed | undefined {
  try {
    return message.length <= readOnce ? normalise(message) : undefined;
  } catch {
    return undefined;
  }
}

/** Assesses, decides and carries out; whatever fails on the way, the person gets words that help. */
export async function decided(
  parts: Parts,
  conversation: Conversation,
  update: Update,
  until: number,
  preview: Preview | null = null,
): Promise<Carried> {
  const note = await listened(update, until, parts);
  if (note === null) return decidedOn(parts, conversation, update, until, preview);
  if (note.kind === 'said')
    return shownBack(await decidedOn(parts, conversation, note.update, until, preview), note.words, parts);
  return unclear(parts, conversation) ?? decidedOn(parts, conversation, update, until, preview);
}

/** The same for what is no voice note. */
async function decidedOn(
  parts: Parts,
  conversation: Conversation,
  update: Update,
  until: number,
  preview: Preview | null,
): Promise<Carried> {
  const message = update.content.kind === 'text' ? update.content.text.reveal() : '';
  // Both hearing and understanding read the words of a short message whole: it is made readable once for both.
  const typed = readable(message);
  const assessed = update.content.kind === 'text' ? assess(message, parts.triage, typed) : unheard;
  const verdict: Verdict = verdictOf(assessed);
  let heard: Verdict = verdict;
  try {
    const clipped = message.slice(0, maxMessageChars * 2);
    const question = understand(clipped, parts.library.names, typed);
    const reading = read(clipped, question, assessed, conversation, parts);
    const decision = decide(conversation, update.content, heard, reading);
    if (decision.kind === 'help' || decision.kind === 'care') heard = decision.heard;
    const turn = { parts, conversation, update, question, message: clipped, until, preview };
    const ear = { conversation, content: update.content, verdict, reading, message: clipped, until };
    const policy = async (first: Decision): Promise<Carried> => {
      const decided = await heardAgain(first, ear, parts);
      if (decided.kind === 'help' || decided.kind === 'care') heard = decided.heard;
      const carried = withAbroadAsked(await carryOut(decided, turn), conversation, update, parts);
      return isOrdinary(decided) ? { ...carried, ordinary: carried.reply } : carried;
    };
    if (parts.desk === null) return await policy(decision);
    // What is said with the desk is no model's to read.
    const apart = (decided: Decision) => carryOut(decided, { ...turn, parts: { ...parts, writing: null } });
    // At the desk a message is judged by itself; only danger is heard in the light of what was told before.
    const alone = heard.level === 'emergency' ? heard : verdict;
    const given = {
      at: parts.desk,
      turn,
      conversation,
      reading,
      verdict: alone,
      decision,
      now: parts.now(),
      policy,
      apart,
    };
    return await turnAtDesk(given);
  } catch {
    parts.onTrouble('answer');
    return lastResort(heard, conversation.stage === 'open' ? conversation.care : null, parts.replies);
  }
}

/** Decisions that show no way to help and change nothing that was asked to be changed. */
function isOrdinary(decision: Decision): boolean {
  switch (decision.kind) {
    case 'answer':
      return decision.heard.level === 'none';
    case 'say':
    case 'more':
    case 'menu':
    case 'game':
    case 'passage':
      return true;
    case 'help':
    case 'care':
    case 'erase':
    case 'leave':
    case 'feedback':
    case 'abroad':
    case 'unread':
      return false;
    case 'news':
      return decision.to === 'offer';
  }
}
