import { type Library, makeLibrary } from '../src/core/answer/library.ts';
import type { Want } from '../src/core/broadcast/subscription.ts';
import type { Conversation } from '../src/core/conversation.ts';
import type { Fact } from '../src/core/fact.ts';
import type { ConversationStore, Search } from '../src/core/ports.ts';
import { PrivateText } from '../src/core/private-text.ts';
import { memorySearch } from '../src/core/search/memory-search.ts';
import { makeSmalltalk } from '../src/core/smalltalk.ts';
import type { Content, Update } from '../src/core/update.ts';
import { loadCareWords } from '../src/knowledge/care.ts';
import { loadDaily } from '../src/knowledge/daily.ts';
import { parseKnowledge, readContent } from '../src/knowledge/load.ts';
import { loadNews } from '../src/knowledge/news.ts';
import { loadQuiz } from '../src/knowledge/quiz.ts';
import { parseReplies, readReplies } from '../src/knowledge/replies.ts';
import { loadSendingHours } from '../src/knowledge/sending-hours.ts';
import { loadSenses } from '../src/knowledge/senses.ts';
import { loadServices } from '../src/knowledge/services.ts';
import { loadOrdinary, loadSignals } from '../src/knowledge/signals.ts';
import { loadTrained } from '../src/knowledge/triage.ts';
import type { Triage } from '../src/turn/assess.ts';
import type { Parts } from '../src/turn/parts.ts';

const root = new URL('..', import.meta.url).pathname;
export const content = readContent(`${root}knowledge`);
export const senses = loadSenses(`${root}knowledge`);
export const library: Library = makeLibrary(parseKnowledge(content), senses);
export const replies = parseReplies(readReplies(`${root}prompts/replies`), { operator: 'Trung tâm thử nghiệm' });
export const triage: Triage = {
  signals: loadSignals(content),
  ordinary: loadOrdinary(content),
  ...loadTrained(`${root}knowledge`),
  smalltalk: makeSmalltalk(library.knowledge.smalltalk),
};

const { days } = loadNews(content, library.knowledge);
export const games = loadQuiz(content, library.knowledge, '2026-11-24');

/** Conversations in a map; keeps the facts it was given. */
export function memoryConversations(): ConversationStore & {
  facts: Fact[];
  stored: Map<string, Conversation>;
  subscriptions: Map<string, Want>;
} {
  const stored = new Map<string, Conversation>();
  const facts: Fact[] = [];
  const subscriptions = new Map<string, Want>();
  return {
    subscriptions,
    stored,
    facts,
    load: async (contact) => stored.get(contact) ?? { stage: 'new' },
    record: async ({ contact, next, fact, subscription }) => {
      if (subscription === 'end') subscriptions.delete(contact);
      else if (subscription) subscriptions.set(contact, subscription);
      stored.set(contact, next);
      facts.push(fact);
    },
    erase: async (contact) => {
      stored.delete(contact);
      subscriptions.delete(contact);
    },
  };
}

export const search: Search = memorySearch(library.index.rows, (id) => library.knowledge.passages.get(id));

/** The parts of a real turn over the real content, with a clock that the test moves. */
export function makeParts(overrides: Partial<Parts> = {}): Parts & { clock: { now: Date } } {
  const clock = { now: new Date('2026-11-24T03:00:00Z') };
  return {
    clock,
    library,
    triage,
    smalltalk: makeSmalltalk(library.knowledge.smalltalk),
    careWords: loadCareWords(content.get('knowledge/care.yaml') ?? '[]'),
    replies,
    directory: loadServices(content.get('knowledge/services.yaml') ?? ''),
    quiz: games.quiz,
    paths: games.paths,
    daily: {
      facts: loadDaily(content, library.knowledge, days, '2026-11-24').facts,
      days,
      hours: loadSendingHours(content),
    },
    search,
    fallback: search,
    writing: null,
    answersOff: false,
    conversations: memoryConversations(),
    desk: null,
    now: () => clock.now,
    today: () => clock.now.toISOString().slice(0, 10),
    onTrouble: () => {},
    ...overrides,
  };
}

let sent = 0;

/** An update from an invented person. */
export function updateOf(what: string | Content, contact = 'test:nguoi-a'): Update {
  const content: Content = typeof what === 'string' ? { kind: 'text', text: new PrivateText(what) } : what;
  return { id: `u${++sent}`, channel: 'web', contact, sentAt: new Date(), content };
}
