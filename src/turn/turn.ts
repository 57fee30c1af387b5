import { asItStands } from '../core/answer/composed.ts';
import type { Library } from '../core/answer/library.ts';
import { type Conversation, faded, type Topic } from '../core/conversation.ts';
import { decide } from '../core/decide.ts';
import { hourOf } from '../core/fact.ts';
import type { ConversationStore, Replies, Search } from '../core/ports.ts';
import { type Question, understand } from '../core/question/understand.ts';
import type { Reply } from '../core/reply.ts';
import type { CompiledSignal } from '../core/signals.ts';
import type { Smalltalk } from '../core/smalltalk.ts';
import { calm, type Verdict } from '../core/triage.ts';
import type { Update } from '../core/update.ts';
import { normalise } from '../core/vietnamese/normalise.ts';
import { answer } from './answer.ts';
import { assess } from './assess.ts';
import { dress, labelOf, plainReply } from './dress.ts';
import { moreOf } from './more.ts';
import { maxMessageChars, read } from './read.ts';
import { within } from './within.ts';

/** What a turn is made of. `fallback` answers when `search` fails; it must not need the database. */
export type Parts = {
  library: Library;
  signals: CompiledSignal[];
  smalltalk: Smalltalk;
  replies: Replies;
  search: Search;
  fallback: Search;
  conversations: ConversationStore;
  now: () => Date;
  /** Today in the province, `YYYY-MM-DD`. */
  today: () => string;
  /** Told when a part failed, by code only. */
  onTrouble: (code: 'search' | 'load' | 'record' | 'answer') => void;
};

/** How long any outside part may take before the turn goes on without it. */
const patienceMs = 3_000;

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
    const message = update.content.kind === 'text' ? update.content.text.reveal() : '';
    const verdict = update.content.kind === 'text' ? assess(message, parts.signals) : calm;
    const turn = await carryOut(parts, conversation, update, message, verdict).catch(() => {
      parts.onTrouble('answer');
      const reply = { ...plainReply(parts.replies.say('trouble'), 'trouble'), helpOffered: true };
      return { reply, topic: null, erased: false, subject: 'trouble' };
    });
    const reply = withWelcome(turn.reply, conversation, parts.replies);
    if (!turn.erased) {
      const care = reply.outcome === 'help' ? { level: reply.level, types: reply.types } : careOf(conversation);
      const next: Conversation = { stage: 'open', seenAt: now, topic: turn.topic, care };
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

type Carried = { reply: Reply; topic: Topic | null; erased: boolean; subject: string | null };

function careOf(conversation: Conversation) {
  return conversation.stage === 'open' ? conversation.care : null;
}

function withWelcome(reply: Reply, conversation: Conversation, replies: Replies): Reply {
  if (conversation.stage !== 'new' || reply.level === 'emergency') return reply;
  return { ...reply, welcome: replies.say('welcome').join('\n\n') };
}

async function carryOut(
  parts: Parts,
  conversation: Conversation,
  update: Update,
  message: string,
  verdict: Verdict,
): Promise<Carried> {
  const { library, replies } = parts;
  const clipped = message.slice(0, maxMessageChars * 2);
  const question = understand(clipped, library.names);
  const decision = decide(
    conversation,
    update.content,
    verdict,
    read(message.slice(0, 4_000), question, library, parts.smalltalk),
  );
  const topic = conversation.stage === 'open' ? conversation.topic : null;
  const plain = (id: string, outcome: Reply['outcome'], kept = topic): Carried => ({
    reply: plainReply(replies.say(id), outcome),
    topic: kept,
    erased: false,
    subject: id,
  });
  switch (decision.kind) {
    case 'help': {
      const { level, card } = decision;
      const reply = { ...plainReply(replies.say(card), 'help'), types: verdict.types, subject: verdict.subject, level };
      return { reply: { ...reply, helpOffered: true }, topic: null, erased: false, subject: card };
    }
    case 'erase':
      await within(patienceMs, parts.conversations.erase(update.contact));
      return { ...plain('erased', 'smalltalk', null), erased: true };
    case 'menu':
      return plain('menu', 'menu', null);
    case 'say':
      return plain(decision.reply, 'smalltalk');
    case 'more':
      return moreOf(topic, parts) ?? plain('more-none', 'smalltalk');
    case 'passage': {
      const passage = library.knowledge.passages.get(decision.id);
      return passage ? dressed(asItStands(passage), [], parts) : plain('menu', 'menu', null);
    }
    case 'answer':
      return answered(parts, question, topic, normalise(clipped, { maxChars: maxMessageChars }).truncated);
  }
}

function dressed(composed: Parameters<typeof dress>[0], also: Parameters<typeof dress>[1], parts: Parts): Carried {
  const { reply } = dress(composed, also, parts.library, parts.replies);
  const offered = reply.offers.flatMap((one) => (one.choice.kind === 'ask' ? [one.choice.passage] : []));
  const topic = { passages: composed.passages, shown: 0, offered };
  return { reply, topic, erased: false, subject: composed.passages[0] ?? null };
}

async function answered(parts: Parts, question: Question, topic: Topic | null, long: boolean): Promise<Carried> {
  const { library, replies } = parts;
  const day = parts.today();
  const ask = (search: Search) => within(patienceMs, answer(question, topic, day, library, search));
  const found = await ask(parts.search).catch(() => {
    parts.onTrouble('search');
    return ask(parts.fallback);
  });
  if (found.kind === 'answer') {
    const carried = dressed(found.composed, found.also, parts);
    return long
      ? { ...carried, reply: { ...carried.reply, bubbles: [...carried.reply.bubbles, ...replies.say('too-long')] } }
      : carried;
  }
  if (long) return { reply: plainReply(replies.say('too-long'), 'decline'), topic, erased: false, subject: 'too-long' };
  const nearest = found.kind === 'decline' ? found.nearest : [];
  const related = nearest.filter((one) => one.facts.kind !== 'unknown').slice(0, 2);
  const id = found.kind === 'absent' ? 'absent' : related.length > 0 ? 'decline' : 'out-of-scope';
  const offers = related.map((one) => ({ label: labelOf(one), choice: { kind: 'ask', passage: one.id } as const }));
  const topics = offers.map((one) => `– ${one.label}`).join('\n');
  const reply = { ...plainReply(replies.say(id, { topics }), 'decline'), offers };
  return {
    reply,
    topic: { passages: [], shown: 0, offered: related.map((one) => one.id) },
    erased: false,
    subject: null,
  };
}
