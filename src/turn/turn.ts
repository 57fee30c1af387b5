import type { SubscriptionChange } from '../core/broadcast/subscription.ts';
import { type Conversation, faded } from '../core/conversation.ts';
import { unknownPhones } from '../core/phones.ts';
import type { ConversationStore, Preview, TurnRecord } from '../core/ports.ts';
import type { Reply } from '../core/reply.ts';
import type { Update } from '../core/update.ts';
import { abroadAfter } from './abroad.ts';
import type { Carried } from './carry-out.ts';
import { decided } from './decided.ts';
import { factOf } from './fact-of.ts';
import { withFeedback } from './feedback.ts';
import { type Live, type Parts, patienceMs } from './parts.ts';
import { remembering } from './remembering.ts';
import { checked, isHidden, withMenu, withWelcome } from './shown.ts';
import { within } from './within.ts';

/**
 * A turn thought through but not yet recorded. `record` is `null` when the person erased everything; `ordinary` when
 * nothing in it, nor in the talk, has to do with harm or help, so that too many of the kind may be left unanswered.
 */
export type Thought = { reply: Reply; record: TurnRecord | null; at: Date; ordinary: boolean };

/**
 * One turn in two halves, for whoever must record it together with something else: `think` prepares, decides and
 * carries out, and always resolves with a reply; `record` stores what the turn leaves. `known` is the stored talk where
 * it was read already; `preview` is told what may be seen of an answer that takes its time.
 */
export type Thinking = {
  think: (update: Update, known?: Conversation | null, preview?: Preview) => Promise<Thought>;
  record: (thought: Thought) => Promise<void>;
};

/**
 * One turn: prepare, decide, carry out, record. Always resolves with a reply: when a part fails the person still gets
 * what can be said, and the emergency lines.
 */
export function makeTurn(given: Parts): (update: Update, preview?: Preview) => Promise<Reply> {
  return turnOf(makeThinking(given));
}

/** Both halves of a turn, one after the other. */
export function turnOf({ think, record }: Thinking): (update: Update, preview?: Preview) => Promise<Reply> {
  return async (update, preview) => {
    const thought = await think(update, null, preview);
    await record(thought);
    return thought.reply;
  };
}

/** `live` is asked once a turn for what may have changed since the last one. */
export function makeThinking(given: Parts, live: () => Live = () => given): Thinking {
  const onTrouble = quietly(given.onTrouble);
  const patient: ConversationStore = {
    load: (contact, now) => within(patienceMs, given.conversations.load(contact, now)),
    record: (turn, now) => within(patienceMs, given.conversations.record(turn, now)),
    erase: (contact) => within(patienceMs, given.conversations.erase(contact)),
  };
  const conversations = remembering(patient, () => onTrouble('load'));
  return {
    async think(update, known, preview) {
      const started = performance.now();
      const parts = { ...given, ...live(), onTrouble, conversations };
      const now = parts.now();
      const conversation = faded(known ?? (await conversations.load(update.contact, now)), now);
      const until = started + answeredWithinMs(parts);
      const seen = preview ? previewing(preview, parts) : null;
      const turn = await decided(parts, conversation, update, until, seen);
      const dressed = withFeedback(withWelcome(turn.reply, conversation, update, parts.replies));
      const reply = checked(dressed, parts, turn.own);
      if (turn.erased) return { reply, record: null, at: now, ordinary: false };
      const before = conversation.stage === 'open' ? conversation.play : undefined;
      // A game does not go on over a disclosure.
      const play = reply.level === 'none' ? (turn.play === undefined ? before : (turn.play ?? undefined)) : undefined;
      const about = withMenu(turn.topic, reply);
      const abroad = abroadAfter(turn, conversation);
      const open: Conversation = { stage: 'open', seenAt: now, topic: about, care: turn.care, play, abroad };
      const next = isHidden(update) ? conversation : open;
      const careful = conversation.stage === 'open' && conversation.care !== null;
      const latencyMs = performance.now() - started;
      const fact = factOf(update, reply, turn, { now, latencyMs, careful: careful || turn.care !== null });
      const { contact } = update;
      const record = { contact, next, fact, subscription: subscriptionAfter(turn, reply, update) };
      // Remembered before it is stored: should the store fail from here on, the next words are still read in its light.
      conversations.remember(record, now);
      return { reply, record, at: now, ordinary: turn.ordinary === turn.reply && !careful && turn.care === null };
    },
    async record({ record, at }) {
      if (record !== null) await conversations.record(record, at).catch(() => onTrouble('record'));
    },
  };
}

/** Telling of trouble must not make more of it. */
function quietly(tell: Parts['onTrouble']): Parts['onTrouble'] {
  return (code) => {
    try {
      tell(code);
    } catch {
      // Nobody is left to tell.
    }
  };
}

/** A preview passes the same last look as a reply, and its failing is nobody's trouble. */
function previewing(preview: Preview, { directory, today }: Pick<Parts, 'directory' | 'today'>): Preview {
  return (text) => {
    try {
      if (unknownPhones(text, directory, today()).length === 0) preview(text);
    } catch {
      // The whole answer comes anyway.
    }
  };
}

/** How long a turn may take until its answer is made: what storing may take is kept back from a model's time. */
function answeredWithinMs({ writing }: Parts): number {
  return writing === null ? 0 : writing.writer.budgetMs - patienceMs - handlingMs;
}

/** What a reply needs on its way besides: rendering, the door. */
const handlingMs = 200;

/**
 * Nothing is ever pushed to somebody who disclosed, who is with the desk, or whose words could not be read: what is taken
 * back then is taken back as if they had asked for it.
 */
function subscriptionAfter(turn: Carried, reply: Reply, update: Update): SubscriptionChange | undefined {
  const { content } = update;
  const isUnheard =
    reply.helpOffered && content.kind === 'unsupported' && (content.what === 'voice' || content.what === 'hidden');
  const isSafe = reply.level === 'none' && turn.care === null && turn.atDesk !== true && !isUnheard;
  return isSafe ? turn.subscription : 'end';
}
