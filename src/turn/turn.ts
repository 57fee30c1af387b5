import type { SubscriptionChange } from '../core/broadcast/subscription.ts';
import { type Conversation, faded, type Topic } from '../core/conversation.ts';
import { type Decision, decide } from '../core/decide.ts';
import { menuOf } from '../core/menu.ts';
import type { ConversationStore, Replies, TurnRecord } from '../core/ports.ts';
import { understand } from '../core/question/understand.ts';
import type { Reply } from '../core/reply.ts';
import { calm, type Verdict } from '../core/triage.ts';
import { encodeChoice, type Update } from '../core/update.ts';
import { normalise, type Typed } from '../core/vietnamese/normalise.ts';
import { abroadAfter, withAbroadAsked } from './abroad.ts';
import { assess } from './assess.ts';
import { type Carried, carryOut } from './carry-out.ts';
import { turnAtDesk } from './desk/desk.ts';
import { factOf } from './fact-of.ts';
import { withFeedback } from './feedback.ts';
import { withoutUnknownPhones } from './guard.ts';
import { lastResort, linesOnly } from './last-resort.ts';
import { listened, shownBack, unclear } from './listen.ts';
import { type Live, type Parts, patienceMs } from './parts.ts';
import { maxMessageChars, read } from './read.ts';
import { remembering } from './remembering.ts';
import { heardAgain } from './second-ear.ts';
import { within } from './within.ts';

/**
 * A turn thought through but not yet recorded. `record` is `null` when the person erased everything; `ordinary` when
 * nothing in it, nor in the talk, has to do with harm or help, so that too many of the kind may be left unanswered.
 */
export type Thought = { reply: Reply; record: TurnRecord | null; at: Date; ordinary: boolean };

/**
 * One turn in two halves, for whoever must record it together with something else: `think` prepares, decides and
 * carries out, and always resolves with a reply; `record` stores what the turn leaves. `known` is the stored talk where
 * it was read already.
 */
export type Thinking = {
  think: (update: Update, known?: Conversation | null) => Promise<Thought>;
  record: (thought: Thought) => Promise<void>;
};

/**
 * One turn: prepare, decide, carry out, record. Always resolves with a reply: when a part fails the person still gets
 * what can be said, and the emergency lines.
 */
export function makeTurn(given: Parts): (update: Update) => Promise<Reply> {
  return turnOf(makeThinking(given));
}

/** Both halves of a turn, one after the other. */
export function turnOf({ think, record }: Thinking): (update: Update) => Promise<Reply> {
  return async (update) => {
    const thought = await think(update);
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
    async think(update, known) {
      const started = performance.now();
      const parts = { ...given, ...live(), onTrouble, conversations };
      const now = parts.now();
      const conversation = faded(known ?? (await conversations.load(update.contact, now)), now);
      const until = started + answeredWithinMs(parts);
      const turn = await decided(parts, conversation, update, until);
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
async function decided(parts: Parts, conversation: Conversation, update: Update, until: number): Promise<Carried> {
  const note = await listened(update, until, parts);
  if (note === null) return decidedOn(parts, conversation, update, until);
  if (note.kind === 'said')
    return shownBack(await decidedOn(parts, conversation, note.update, until), note.words, parts);
  return unclear(parts, conversation) ?? decidedOn(parts, conversation, update, until);
}

/** The same for what is no voice note. */
async function decidedOn(parts: Parts, conversation: Conversation, update: Update, until: number): Promise<Carried> {
  const message = update.content.kind === 'text' ? update.content.text.reveal() : '';
  // Both hearing and understanding read the words of a short message whole: it is made readable once for both.
  const typed = readable(message);
  const assessed = update.content.kind === 'text' ? assess(message, parts.triage, typed) : { ...calm, likelihood: 0 };
  const { likelihood, ...verdict } = assessed;
  let heard: Verdict = verdict;
  try {
    const clipped = message.slice(0, maxMessageChars * 2);
    const question = understand(clipped, parts.library.names, typed);
    const reading = read(clipped, question, likelihood, conversation, parts);
    const decision = decide(conversation, update.content, heard, reading);
    if (decision.kind === 'help' || decision.kind === 'care') heard = decision.heard;
    const turn = { parts, conversation, update, question, message: clipped, until };
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

/** How long a turn may take until its answer is made: what storing may take is kept back from a model's time. */
function answeredWithinMs({ writing }: Parts): number {
  return writing === null ? 0 : writing.writer.budgetMs - patienceMs - handlingMs;
}

/** What a reply needs on its way besides: rendering, the door. */
const handlingMs = 200;

/** The reply without numbers nobody vouches for. A reply that cannot be checked, or loses all, becomes the lines. */
function checked(reply: Reply, parts: Parts, own?: string): Reply {
  try {
    const kept = withoutUnknownPhones(reply, parts.directory, parts.today(), own);
    if (kept) return kept;
  } catch {
    // Said below.
  }
  parts.onTrouble('phones');
  return { ...reply, ...linesOnly(reply.outcome), welcome: null };
}

/** What can be picked by its number from now on; a list shown earlier stays while nothing takes its place. */
function withMenu(topic: Topic | null, { offers }: Reply): Topic | null {
  const offered = menuOf(offers).map(({ choice }) => encodeChoice(choice));
  return offered.length === 0 ? topic : { passages: [], shown: 0, ...topic, offered };
}

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

/** Nothing is known of who writes so and what: they get the fixed line alone, and the talk stays as it was. */
function isHidden({ content }: Update): boolean {
  return content.kind === 'unsupported' && content.what === 'hidden';
}

/** Adds the once-only introduction, never before an emergency. Without it the turn goes on. */
function withWelcome(reply: Reply, conversation: Conversation, update: Update, replies: Replies): Reply {
  if (conversation.stage !== 'new' || reply.level === 'emergency' || isHidden(update)) return reply;
  try {
    return { ...reply, welcome: replies.get('welcome').bubbles.join('\n\n') };
  } catch {
    return reply;
  }
}
