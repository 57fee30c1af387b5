import { asItStands, type Composed, distinct } from '../core/answer/composed.ts';
import { holdsFact } from '../core/answer/holds-fact.ts';
import { convinces } from '../core/answer/threshold.ts';
import { type ClearedText, type Consent, clear } from '../core/clearance/clear.ts';
import type { Topic } from '../core/conversation.ts';
import { speaksToMachine } from '../core/grounding/form.ts';
import type { Ground } from '../core/grounding.ts';
import type { Passage } from '../core/passage.ts';
import type { ShownPassage, Writer } from '../core/ports.ts';
import { type Question, understand } from '../core/question/understand.ts';
import { wantedFact } from '../core/question/wanted.ts';
import { wordsOf } from '../core/search/terms.ts';
import type { Verdict } from '../core/triage.ts';
import type { Answered } from './answer-one.ts';
import type { Find } from './find.ts';
import type { Parts } from './parts.ts';
import { within } from './within.ts';

/** What a draft may know of the turn. `until`: when it must be done, on the clock of `performance.now()`. */
export type Drafting = { heard: Verdict; inCare: boolean; consent: Consent; until: number };

/** Passages a model is shown, and how much of each. */
const mostShown = 6;
const mostShownChars = 1_500;
/** With less time left a call is not worth beginning. */
const leastMs = 300;

/**
 * The answer in a model's words, where they say what the knowledge says and answer more than could be answered without;
 * else `found` as it is. Never rejects, and is done in time.
 */
export async function drafted(
  found: Answered,
  asked: { question: Question; message: string; topic: Topic | null; find: Find },
  { heard, inCare, consent, until }: Drafting,
  { writing, library }: Pick<Parts, 'writing' | 'library'>,
): Promise<Answered> {
  const { message, topic, find } = asked;
  if (writing === null || !mayImprove(found)) return found;
  const { writer, commons, ground } = writing;
  const cleared = clear(message, { level: heard.level, inCare, place: writer.place, consent }, commons);
  if (cleared.kind === 'kept') {
    writer.count('kept-back');
    return found;
  }
  const leftMs = until - performance.now();
  if (leftMs < leastMs) return found;
  const signal = AbortSignal.timeout(Math.floor(leftMs));
  try {
    return await within(
      leftMs,
      attempt(found, { question: asked.question, topic, find, cleared: cleared.text, ground }, writer, library, signal),
    );
  } catch {
    writer.count('silent');
    return found;
  }
}

/** What is computed, refused for good reason, or known not to be established is not a model's to say otherwise. */
function mayImprove(found: Answered): boolean {
  if (found.kind === 'answer')
    return !found.sure && found.composed.outcome === 'answer' && found.composed.screens === undefined;
  return found.kind === 'decline';
}

type Attempt = { question: Question; topic: Topic | null; find: Find; cleared: ClearedText; ground: Ground };

async function attempt(
  found: Answered,
  { question, topic, find, cleared, ground }: Attempt,
  writer: Writer,
  library: Parts['library'],
  signal: AbortSignal,
): Promise<Answered> {
  const { knowledge } = library;
  const last = (topic?.passages ?? []).flatMap((id) => knowledge.passages.get(id) ?? []);
  const read = await writer.understand(
    cleared,
    last.slice(0, 2).map((one) => one.title),
    signal,
  );
  if (read === null || read.about === 'other') {
    if (read !== null) writer.count('not-answerable');
    return found;
  }
  const alone = understand(read.question, library.names);
  if (!sharesSubject(alone, question, last)) return found;
  const candidates = await find(alone);
  const best = candidates[0];
  const own = found.kind === 'answer' ? found.composed.passages.flatMap((id) => knowledge.passages.get(id) ?? []) : [];
  if (found.kind === 'decline' && (best === undefined || !convinces(best) || !mayShow(best.passage))) return found;
  const ofPlan = (one: Passage) => one.document === knowledge.plan;
  const near = candidates.map((one) => one.passage).filter(mayShow);
  // What was asked of the plan is told from the plan first.
  const sorted = read.about === 'plan' ? [...near.filter(ofPlan), ...near.filter((one) => !ofPlan(one))] : near;
  const passages = [...new Set([...own.filter(mayShow), ...sorted])].slice(0, mostShown);
  const retrieved = new Map(passages.map((one, at) => [`P${at + 1}`, one]));
  const draft = await writer.draft(cleared, read.question, [...retrieved].map(shown), signal);
  if (draft === null) return found;
  if (draft.length === 0) {
    writer.count('not-answerable');
    return found;
  }
  const { kept, dropped } = ground(draft, retrieved, knowledge);
  for (const why of dropped) writer.count(`rejected-${why}`);
  const used = [...new Set(kept.flatMap((one) => one.passages))];
  const text = kept.map((one) => one.text).join(' ');
  const wanted = wantedFact(question.folded);
  const first = used[0];
  if (first === undefined || (wanted !== null && !holdsFact(text, wanted)) || text.length > mostTextChars) {
    writer.count('core-gone');
    return found;
  }
  writer.count('used');
  const composed: Composed = {
    text,
    cites: distinct(used.flatMap((one) => asItStands(one).cites)),
    passages: used.map((one) => one.id),
    more: first.more,
    outcome: 'answer',
  };
  return { kind: 'answer', composed, also: found.kind === 'answer' ? found.also : [], sure: false };
}

/** Whether the question as understood speaks of anything that the person or the talk did. */
function sharesSubject(alone: Question, question: Question, last: Passage[]): boolean {
  const said = new Set(question.words.map((word) => word.folded));
  const talk = new Set(last.slice(0, 2).flatMap((one) => wordsOf(one.title).map((word) => word.folded)));
  return alone.content.some((word) => said.has(word.folded) || talk.has(word.folded));
}

/** One phone screen: a longer draft says more than was asked. */
const mostTextChars = 500;

/** Reviewed or approved text that is law or plan; nothing that speaks to machines is put before one. */
function mayShow({ facts, say, text, title }: Passage): boolean {
  if (['unknown', 'elsewhere', 'commune', 'act'].includes(facts.kind)) return false;
  return !speaksToMachine(`${title} ${say} ${text}`);
}

function shown([label, { title, say, text }]: [string, Passage]): ShownPassage {
  const whole = text.includes(say) ? text : `${say}\n${text}`;
  return { label, title, text: whole.slice(0, mostShownChars) };
}
