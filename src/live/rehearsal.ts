import { randomUUID } from 'node:crypto';
import { sourceLines } from '../core/answer/sources.ts';
import { least } from '../core/answer/threshold.ts';
import type { Shown } from '../core/content/desk.ts';
import type { TriedOut } from '../core/content/try-out.ts';
import type { ConversationStore } from '../core/ports.ts';
import { PrivateText } from '../core/private-text.ts';
import type { Reply } from '../core/reply.ts';
import type { Content, Update } from '../core/update.ts';
import { explain } from '../turn/explain.ts';
import type { Live, Parts } from '../turn/parts.ts';
import { makeThinking } from '../turn/turn.ts';

/** What a turn is made of besides the content. */
export type Steady = Omit<Parts, keyof Live>;

/** Nothing is known before, and nothing is kept. */
const nothing: ConversationStore = {
  load: async (_contact, now) => ({ stage: 'open', seenAt: now, topic: null, care: null }),
  record: async () => {},
  erase: async () => {},
};

/** The real turn over some content, for looking at it: no model, no desk, nothing kept. */
async function rehearse(content: Content, steady: Steady, live: Live) {
  const parts = { ...steady, ...live, writing: null, answersOff: false, conversations: nothing, desk: null };
  const id = randomUUID();
  const update: Update = { id, channel: 'web', contact: `rehearsal:${id}`, sentAt: parts.now(), content };
  return makeThinking(parts).think(update);
}

/** What a person sees on a tap or a message, bubble by bubble. */
export async function show(content: Content, steady: Steady, live: Live): Promise<Shown> {
  return shownOf((await rehearse(content, steady, live)).reply, live);
}

export function shownOf({ bubbles, citations, offers }: Reply, { library }: Pick<Live, 'library'>): Shown {
  return {
    bubbles,
    sources: sourceLines(citations, library.knowledge),
    offers: offers.map(({ label }) => label),
  };
}

/** A question tried out. The words go nowhere but into the turn. */
export async function tryOut(question: string, steady: Steady, live: Live): Promise<TriedOut> {
  const { reply, record } = await rehearse({ kind: 'text', text: new PrivateText(question) }, steady, live);
  const { sources, offers } = shownOf(reply, live);
  const weighed = await explain(question, steady.today(), live.library, live.fallback);
  return { reply, sources, offers, from: record?.fact.topic ?? null, weighed, least };
}
