import { quietMs } from '../../core/conversation.ts';
import type { Heard } from '../../core/referral/heard.ts';
import { says } from '../../core/referral/heard.ts';
import type { DeskTalk } from '../../core/referral/talk.ts';
import { isLate } from '../../core/referral/visit.ts';
import type { Carried } from '../carry-out.ts';
import { patienceMs } from '../parts.ts';
import { within } from '../within.ts';
import { trouble } from './draft.ts';
import type { AtDesk } from './parts.ts';
import { spoken, words } from './say.ts';
import { arrived, keepVisit, type VisitTalk } from './visit.ts';

/** Trying a code word takes a moment: its key is made slow on purpose. */
const tryPatienceMs = 5_000;
/** No code word is longer. */
const mostWordChars = 60;

/** A receipt was typed, with or without the code word behind it. What is said never tells whether it exists. */
export function arrive(given: AtDesk, from: string | null, receipt: string, codeWord: string): Promise<Carried> {
  return codeWord === '' ? askWord(given, from, receipt, 'desk-ask-word') : tryWord(given, from, receipt, codeWord);
}

/** An update of somebody who was asked for the code word. */
export async function knock(
  given: AtDesk,
  talk: Extract<DeskTalk, { stage: 'knock' }>,
  from: string,
  heard: Heard,
): Promise<Carried> {
  const { at, turn, policy, decision } = given;
  if (heard.update === talk.last) return askWord(given, from, talk.receipt, 'desk-ask-word');
  if (says(heard, 'stop')) {
    await at.intake.drop(turn.update.contact).catch(() => {});
    return spoken(given, 'desk-left', words(given, 'desk-left'));
  }
  // Asked for too early; no guess at the word.
  if (says(heard, 'withdraw') || says(heard, 'look')) return askWord(given, from, talk.receipt, 'desk-ask-word');
  const isWord =
    heard.text !== null &&
    !heard.commands &&
    heard.verdict.level !== 'emergency' &&
    heard.text.length <= mostWordChars &&
    !heard.text.includes('?');
  return isWord ? tryWord(given, from, talk.receipt, heard.text ?? '') : policy(decision);
}

async function tryWord(given: AtDesk, from: string | null, receipt: string, codeWord: string): Promise<Carried> {
  const { at, turn, now } = given;
  const { contact, channel, id } = turn.update;
  try {
    const key = await within(tryPatienceMs, at.intake.comeBack({ contact, channel }, receipt, codeWord, now));
    if (key === 'wait' || key === 'crowded') {
      // Somebody floods this door with guesses: the operator must know.
      if (key === 'crowded') turn.parts.onTrouble('desk-guesses');
      await at.intake.drop(contact);
      return spoken(given, `desk-${key}`, words(given, `desk-${key}`));
    }
    const visit = key === null ? null : await within(patienceMs, at.intake.visit(key, null, now));
    if (key === null || visit === null) return await askWord(given, from, receipt, 'desk-no-match');
    const blank: VisitTalk = { stage: 'visit', key, seen: visit.seen, receipt: null, told: false, last: id };
    const isTold = isLate(visit, blank, now);
    const stamp = at.newStamp();
    await keepVisit(given, { ...blank, told: isTold }, from, stamp);
    return arrived(given, visit, stamp, isTold);
  } catch {
    return trouble(given);
  }
}

async function askWord(given: AtDesk, from: string | null, receipt: string, say: string): Promise<Carried> {
  const { at, turn, now } = given;
  const talk: DeskTalk = { stage: 'knock', receipt, askedAt: now, last: turn.update.id };
  const to = { talk, stamp: at.newStamp(), until: new Date(now.getTime() + quietMs) };
  await within(patienceMs, at.intake.keep(turn.update.contact, from, to, now)).catch(() => false);
  return spoken(given, say, words(given, say));
}
