import { type Care, type Conversation, faded } from '../core/conversation.ts';
import { decide } from '../core/decide.ts';
import { hourOf } from '../core/fact.ts';
import type { Replies } from '../core/ports.ts';
import { understand } from '../core/question/understand.ts';
import type { Reply } from '../core/reply.ts';
import { calm } from '../core/triage.ts';
import type { Update } from '../core/update.ts';
import { assess } from './assess.ts';
import { type Carried, carryOut } from './carry-out.ts';
import { lastResort } from './last-resort.ts';
import { type Parts, patienceMs } from './parts.ts';
import { maxMessageChars, read } from './read.ts';
import { within } from './within.ts';

/**
 * One turn: prepare, decide, carry out, record. Always resolves with a reply: when a part fails the person still gets
 * what can be said, and the emergency lines.
 */
export function makeTurn(parts: Parts): (update: Update) => Promise<Reply> {
  return async (update) => {
    const started = performance.now();
    const now = parts.now();
    const stored = await within(patienceMs, parts.conversations.load(update.contact, now)).catch((): Conversation => {
      parts.onTrouble('load');
      return { stage: 'new' };
    });
    const conversation = faded(stored, now);
    const turn = await decided(parts, conversation, update);
    const reply = withWelcome(turn.reply, conversation, parts.replies);
    if (!turn.erased) {
      const next: Conversation = { stage: 'open', seenAt: now, topic: turn.topic, care: turn.care };
      const cited = reply.citations[0]?.document ?? null;
      const { channel, contact } = update;
      const { outcome, level } = reply;
      const latencyMs = performance.now() - started;
      const fact = { bucket: hourOf(now), channel, topic: turn.subject, document: cited, outcome, level, latencyMs };
      await within(patienceMs, parts.conversations.record({ contact, next, fact }, now)).catch(() =>
        parts.onTrouble('record'),
      );
    }
    return reply;
  };
}

/** Assesses, decides and carries out; whatever fails on the way, the person gets words that help. */
async function decided(parts: Parts, conversation: Conversation, update: Update): Promise<Carried> {
  const message = update.content.kind === 'text' ? update.content.text.reveal() : '';
  const verdict = update.content.kind === 'text' ? assess(message, parts.signals) : calm;
  const care = careOf(conversation);
  try {
    const clipped = message.slice(0, maxMessageChars * 2);
    const question = understand(clipped, parts.library.names);
    const decision = decide(conversation, update.content, verdict, read(clipped, question, parts));
    return await carryOut(decision, { parts, conversation, update, question, message: clipped });
  } catch {
    parts.onTrouble('answer');
    return lastResort(verdict, care, parts.replies);
  }
}

function careOf(conversation: Conversation): Care | null {
  return conversation.stage === 'open' ? conversation.care : null;
}

/** Adds the once-only introduction, never before an emergency. Without it the turn goes on. */
function withWelcome(reply: Reply, conversation: Conversation, replies: Replies): Reply {
  if (conversation.stage !== 'new' || reply.level === 'emergency') return reply;
  try {
    return { ...reply, welcome: replies.get('welcome').bubbles.join('\n\n') };
  } catch {
    return reply;
  }
}
