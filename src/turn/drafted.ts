import type { Composed } from '../core/answer/composed.ts';
import { convinces } from '../core/answer/threshold.ts';
import { type ClearedText, type Consent, clear } from '../core/clearance/clear.ts';
import type { Topic } from '../core/conversation.ts';
import { speaksToMachine } from '../core/grounding/form.ts';
import type { DraftSentence, Ground } from '../core/grounding.ts';
import type { Passage } from '../core/passage.ts';
import type { Preview, ShownPassage, Writer } from '../core/ports.ts';
import { type Question, understand } from '../core/question/understand.ts';
import { wordsOf } from '../core/search/terms.ts';
import type { Verdict } from '../core/triage.ts';
import type { Answered } from './answer-one.ts';
import type { Find } from './find.ts';
import { fromDraft } from './from-draft.ts';
import type { Parts } from './parts.ts';
import { within } from './within.ts';

/**
 * What a draft may know of the turn. `until`: when it must be done, on the clock of `performance.now()`. `preview`: how the
 * person sees it grow; `null` where nobody can.
 */
export type Drafting = {
  heard: Verdict;
  inCare: boolean;
  consent: Consent;
  until: number;
  preview: Preview | null;
};

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
  { heard, inCare, consent, until, preview }: Drafting,
  { writing, library }: Pick<Parts, 'writing' | 'library'>,
): Promise<Answered> {
  const { question, message, topic, find } = asked;
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
  /** What the person has seen of it: whole sentences that hold, and enough to stand as the answer. */
  let seen: Composed | null = null;
  let isOver = false;
  const show =
    preview &&
    ((composed: Composed) => {
      if (isOver || composed.text === seen?.text) return;
      seen = composed;
      preview(composed.text);
    });
  const told = (composed: Composed): Answered => {
    writer.count('used');
    return { kind: 'answer', composed, also: found.kind === 'answer' ? found.also : [], sure: false, trust: 0 };
  };
  try {
    const asking = { question, topic, find, cleared: cleared.text, ground, show };
    const attempted = await within(leftMs, attempt(found, asking, writer, library, signal));
    if (attempted !== 'broken') return attempted ? told(attempted) : found;
  } catch {
    writer.count('silent');
  } finally {
    isOver = true;
  }
  // What was seen does not vanish because the rest of it never came.
  return seen ? told(seen) : found;
}

/** What is computed, refused for good reason, or known not to be established is not a model's to say otherwise. */
function mayImprove(found: Answered): boolean {
  if (found.kind === 'answer')
    return !found.sure && found.composed.outcome === 'answer' && found.composed.screens === undefined;
  return found.kind === 'decline';
}

type Attempt = {
  question: Question;
  topic: Topic | null;
  find: Find;
  cleared: ClearedText;
  ground: Ground;
  show: ((composed: Composed) => void) | null;
};

/** The answer made of a model's draft; `null` where there is none, `broken` where the model failed on the way. */
async function attempt(
  found: Answered,
  { question, topic, find, cleared, ground, show }: Attempt,
  writer: Writer,
  library: Parts['library'],
  signal: AbortSignal,
): Promise<Composed | 'broken' | null> {
  const { knowledge } = library;
  const last = (topic?.passages ?? []).flatMap((id) => knowledge.passages.get(id) ?? []);
  const read = await writer.understand(
    cleared,
    last.slice(0, 2).map((one) => one.title),
    signal,
  );
  if (read === null || read.about === 'other') {
    if (read !== null) writer.count('not-answerable');
    return null;
  }
  const alone = understand(read.question, library.names);
  if (!sharesSubject(alone, question, last)) return null;
  const candidates = await find(alone);
  const best = candidates[0];
  const own = found.kind === 'answer' ? found.composed.passages.flatMap((id) => knowledge.passages.get(id) ?? []) : [];
  if (found.kind === 'decline' && (best === undefined || !convinces(best) || !mayShow(best.passage))) return null;
  const ofPlan = (one: Passage) => one.document === knowledge.plan;
  const near = candidates.map((one) => one.passage).filter(mayShow);
  // What was asked of the plan is told from the plan first.
  const sorted = read.about === 'plan' ? [...near.filter(ofPlan), ...near.filter((one) => !ofPlan(one))] : near;
  const passages = [...new Set([...own.filter(mayShow), ...sorted])].slice(0, mostShown);
  const retrieved = new Map(passages.map((one, at) => [`P${at + 1}`, one]));
  const made = (draft: DraftSentence[]) => fromDraft(draft, retrieved, question, ground, knowledge);
  const onSentences =
    show &&
    ((soFar: DraftSentence[]) => {
      const { composed } = made(soFar);
      if (composed) show(composed);
    });
  const labelled = [...retrieved].map(shown);
  const draft = await writer.draft(cleared, read.question, labelled, signal, onSentences ?? undefined);
  if (draft === null) return 'broken';
  if (draft.length === 0) {
    writer.count('not-answerable');
    return null;
  }
  const { composed, dropped } = made(draft);
  for (const _ of draft) writer.count('sentence');
  for (const why of dropped) writer.count(`rejected-${why}`);
  if (composed === null) writer.count('core-gone');
  return composed;
}

/** Whether the question as understood speaks of anything that the person or the talk did. */
function sharesSubject(alone: Question, question: Question, last: Passage[]): boolean {
  const said = new Set(question.words.map((word) => word.folded));
  const talk = new Set(last.slice(0, 2).flatMap((one) => wordsOf(one.title).map((word) => word.folded)));
  return alone.content.some((word) => said.has(word.folded) || talk.has(word.folded));
}

/** Reviewed or approved text that is law or plan; nothing that speaks to machines is put before one. */
function mayShow({ facts, say, text, title }: Passage): boolean {
  if (['unknown', 'elsewhere', 'commune', 'act'].includes(facts.kind)) return false;
  return !speaksToMachine(`${title} ${say} ${text}`);
}

function shown([label, { title, say, text }]: [string, Passage]): ShownPassage {
  const whole = text.includes(say) ? text : `${say}\n${text}`;
  return { label, title, text: whole.slice(0, mostShownChars) };
}
