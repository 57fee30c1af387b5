import { clear } from '../core/clearance/clear.ts';
import type { Conversation } from '../core/conversation.ts';
import { type Decision, decide, type Reading } from '../core/decide.ts';
import { either, type Verdict } from '../core/triage.ts';
import type { Content } from '../core/update.ts';
import type { Parts } from './parts.ts';
import { within } from './within.ts';

type Given = {
  conversation: Conversation;
  content: Content;
  verdict: Verdict;
  reading: Reading;
  message: string;
  until: number;
};

/**
 * The decision with a second ear on the operator's own server, where there is one: it is asked only of typed words that
 * nothing was heard in, it can only raise, and what it says that nobody can read counts as a concern.
 */
export async function heardAgain(
  decision: Decision,
  { conversation, content, verdict, reading, message, until }: Given,
  { writing }: Parts,
): Promise<Decision> {
  const mayHide = decision.kind === 'say' || (decision.kind === 'answer' && decision.heard.level === 'none');
  const inCare = conversation.stage === 'open' && conversation.care !== null;
  if (!writing?.secondEar || !mayHide || content.kind !== 'text') return decision;
  const leave = { level: verdict.level, inCare, place: writing.writer.place, consent: 'unasked' } as const;
  const cleared = clear(message, leave, writing.commons);
  const ms = Math.min(writing.secondEar.patienceMs, until - performance.now());
  if (cleared.kind === 'kept' || ms < 100) return decision;
  const said = await within(ms, writing.secondEar.judge(cleared.text, AbortSignal.timeout(Math.floor(ms)))).catch(
    () => null,
  );
  if (said === null || said === 'none') return decision;
  const level = said === 'unread' ? 'concern' : said;
  const heard = either(verdict, { level, types: [], subject: 'none' });
  // A model that read the message whole has heard no mere likeness.
  return decide(conversation, content, heard, { ...reading, givesWay: null });
}
