import { helpWords } from '../../core/care/help-words.ts';
import type { Care } from '../../core/conversation.ts';
import { answerBy, isOpen, spokenHours, spokenMoment } from '../../core/referral/desk.ts';
import { optionsOf } from '../../core/referral/options.ts';
import type { Draft, Step } from '../../core/referral/talk.ts';
import { summaryOf } from '../../core/referral/words.ts';
import { type Offer, plainReply } from '../../core/reply.ts';
import { atLeast, type Verdict } from '../../core/triage.ts';
import type { Carried } from '../carry-out.ts';
import type { AtDesk } from './parts.ts';

/** The bubbles of a fixed text of the desk. */
export function words({ at, turn, now }: AtDesk, id: string, more: Record<string, string> = {}): string[] {
  const { replies, directory, today } = turn.parts;
  const { desk } = at;
  const by = spokenMoment(answerBy(desk, now), now);
  return replies.get(id, {
    ...helpWords(directory, today()),
    desk: desk.name,
    readers: desk.readers,
    hours: spokenHours(desk),
    by,
    wait: replies.get(isOpen(desk, now) ? 'desk-open-now' : 'desk-shut-now', { by }).bubbles.join(' '),
    days: String(desk.keepClosedDays),
    ...more,
  }).bubbles;
}

/** A reply of the desk. `own`: words of a person in it, whose numbers pass the last look. */
export function spoken(
  { conversation, verdict }: Pick<AtDesk, 'conversation' | 'verdict'>,
  subject: string,
  bubbles: string[],
  { offers = [], own }: { offers?: Offer[]; own?: string } = {},
): Carried {
  const before = conversation.stage === 'open' ? conversation.care : null;
  const care = careAfter(before, verdict);
  const still = care?.level === 'concern' ? 'concern' : 'support';
  const level = care !== null && !atLeast(verdict.level, still) ? still : verdict.level;
  const helpOffered = bubbles.some((one) => /\b11[135]\b|SOS/.test(one));
  const reply = { ...plainReply(bubbles, 'smalltalk'), ...verdict, level, offers, helpOffered };
  const topic = { passages: [], shown: 0, offered: [] };
  return { reply, topic, care, erased: false, subject, ...(own === undefined ? {} : { own }) };
}

/** What is told at the desk is a disclosure like any other: the talk stays careful after it. */
function careAfter(before: Care | null, { level, types, subject }: Verdict): Care | null {
  if (!atLeast(level, 'support')) return before;
  const all = [...new Set([...types, ...(before?.types ?? [])])];
  return {
    level: 'support',
    types: all,
    subject: subject === 'none' ? (before?.subject ?? 'self') : subject,
    said: 'desk',
    shown: before?.shown,
  };
}

/** The question of a step with its options; the summary is shown exactly as it would be passed on. */
export function question(given: AtDesk, step: Step, draft: Draft, stamp: string, note: string | null): Carried {
  const { about, when, codeWord } = draft;
  const isWhole = step === 'confirm' && about !== null && when !== null && codeWord !== null;
  const summary = isWhole ? summaryOf({ ...draft, about, when, codeWord }) : '';
  const bubbles = [...(note === null ? [] : words(given, note)), ...words(given, `desk-${step}`, { summary })];
  const offers = optionsOf(step, draft).map(
    ({ act, label }): Offer => ({ label, choice: { kind: 'desk', act, stamp } }),
  );
  return spoken(given, `desk-${step}`, bubbles, { offers, ...(isWhole ? { own: summary } : {}) });
}
