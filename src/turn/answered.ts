import { carriedBy } from '../core/answer/outright.ts';
import { grounded } from '../core/answer/stray-figures.ts';
import { clear } from '../core/clearance/clear.ts';
import type { Topic } from '../core/conversation.ts';
import type { Unanswered } from '../core/fact.ts';
import type { Knowledge } from '../core/knowledge.ts';
import { termsIn } from '../core/measures/vocabulary.ts';
import type { Search } from '../core/ports.ts';
import { withoutPoliteness } from '../core/question/polite.ts';
import { type Question, understand } from '../core/question/understand.ts';
import { plainReply, type Reply } from '../core/reply.ts';
import { normalise } from '../core/vietnamese/normalise.ts';
import { answer } from './answer.ts';
import type { Answered } from './answer-one.ts';
import { declined } from './declined.ts';
import { type Drafting, drafted } from './drafted.ts';
import { dressed } from './dress.ts';
import { makeFind } from './find.ts';
import { type Parts, patienceMs } from './parts.ts';
import { maxMessageChars } from './read.ts';
import { within } from './within.ts';

/** The reply to a question, from the knowledge or an honest decline. Rejects only when both searches fail. */
export async function answered(
  typed: Question,
  topic: Topic | null,
  message: string,
  parts: Parts,
  drafting: Drafting | null = null,
): Promise<{
  reply: Reply;
  topic: Topic | null;
  subject: string | null;
  trust: number;
  unanswered?: Unanswered;
  /** Of a decline: there is no doubt whose matter it is. */
  clear?: boolean;
}> {
  const { library, replies } = parts;
  const day = parts.today();
  const plain = withoutPoliteness(message);
  const question = plain === message ? typed : understand(plain, library.names);
  const byMeaning = nearIn(plain, day, parts, drafting);
  const ask = (search: Search) => within(patienceMs, answer(question, plain, topic, day, library, search, byMeaning));
  const told = withGround(
    await ask(parts.search).catch(() => {
      parts.onTrouble('search');
      return ask(parts.fallback);
    }),
    message,
    library.knowledge,
  );
  const found = drafting ? await inModelWords(told, question, plain, topic, parts, drafting, byMeaning) : told;
  // Cleaning makes no message four times as long, and most are short.
  const long = message.length > maxMessageChars / 4 && normalise(message, { maxChars: maxMessageChars }).truncated;
  const tooLong = () => replies.get('too-long').bubbles;
  const unanswered = (nearest: string | null): Unanswered => {
    return { terms: termsIn(question.words, library.vocabulary()), nearest };
  };
  if (found.kind === 'answer') {
    const made = dressed(found.composed, found.also, parts);
    const open = made.reply.outcome === 'decline' ? { unanswered: unanswered(made.subject) } : {};
    const carried = {
      ...made,
      ...open,
      topic: { ...made.topic, ...carriedBy(question) },
      trust: found.trust,
    };
    return long
      ? { ...carried, reply: { ...carried.reply, bubbles: [...carried.reply.bubbles, ...tooLong()] } }
      : carried;
  }
  if (long) return { reply: plainReply(tooLong(), 'decline'), topic, subject: 'too-long', trust: 0 };
  return { ...declined(found, topic, unanswered, parts), trust: 0 };
}

/** Passages near in meaning to a message that may reach a model; looked up when first wanted, once. */
function nearIn(message: string, day: string, { writing }: Parts, drafting: Drafting | null): () => Promise<string[]> {
  let found: Promise<string[]> | null = null;
  const look = async () => {
    if (writing === null || writing.dense === null || drafting === null) return [];
    const { heard, inCare, consent } = drafting;
    const cleared = clear(
      message,
      { level: heard.level, inCare, place: writing.writer.place, consent },
      writing.commons,
    );
    return cleared.kind === 'kept' ? [] : writing.dense.nearest(cleared.text, mostNear, day);
  };
  return () => {
    found ??= look().catch(() => []);
    return found;
  };
}

const mostNear = 20;

/** The answer in a model's words where there is one and they hold. */
async function inModelWords(
  found: Answered,
  question: Question,
  message: string,
  topic: Topic | null,
  parts: Parts,
  drafting: Drafting,
  near: () => Promise<string[]>,
): Promise<Answered> {
  const find = makeFind(parts.today(), parts.library, parts.search, near);
  return drafted(found, { question, message, topic, find }, drafting, parts);
}

/** No figure leaves that nothing cited holds: then the nearest topics are named instead. */
function withGround(found: Answered, message: string, knowledge: Knowledge): Answered {
  if (found.kind !== 'answer') return found;
  const composed = grounded(found.composed, message, knowledge);
  if (composed !== null) return { ...found, composed };
  return { kind: 'decline', nearest: found.composed.passages.flatMap((id) => knowledge.passages.get(id) ?? []) };
}
