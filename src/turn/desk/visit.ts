import { quietMs } from '../../core/conversation.ts';
import { answerBy, spokenMoment } from '../../core/referral/desk.ts';
import type { Heard } from '../../core/referral/heard.ts';
import type { Visit } from '../../core/referral/intake.ts';
import type { DeskTalk } from '../../core/referral/talk.ts';
import { atCase, humanIsIn, isLate } from '../../core/referral/visit.ts';
import type { Offer } from '../../core/reply.ts';
import type { Carried } from '../carry-out.ts';
import { patienceMs } from '../parts.ts';
import { within } from '../within.ts';
import type { AtDesk } from './parts.ts';
import { spoken, words } from './say.ts';

export type VisitTalk = Extract<DeskTalk, { stage: 'visit' }>;

/** An update of somebody who is with their case. */
export async function onVisit(given: AtDesk, talk: VisitTalk, from: string, heard: Heard): Promise<Carried> {
  const { at, turn, now, policy, decision } = given;
  const { contact, id } = turn.update;
  const look = () => within(patienceMs, at.intake.visit(talk.key, talk.seen, now));
  const visit = await look().catch(() => undefined);
  // Without the store the bot is all there is.
  if (visit === undefined) return policy(decision);
  if (visit === null) {
    await at.intake.drop(contact).catch(() => {});
    return heard.tap === null ? policy(decision) : spoken(given, 'desk-gone', words(given, 'desk-gone'));
  }
  const plan = atCase(talk, from, visit, heard, at.desk);
  if (plan.do === 'withdraw') {
    await at.intake.withdraw(talk.key, now);
    await at.intake.drop(contact);
    return spoken(given, 'desk-withdrawn', words(given, 'desk-withdrawn'));
  }
  if (plan.do === 'leave') {
    await at.intake.drop(contact);
    return spoken(given, 'desk-left', words(given, 'desk-left'));
  }
  const isTold = isLate(visit, talk, now);
  const stamp = at.newStamp();
  // The receipt is shown once more, should its first showing have failed; then it is forgotten.
  const receipt = id === talk.last ? talk.receipt : null;
  const next: VisitTalk = { ...talk, seen: visit.seen, told: talk.told || isTold, last: id, receipt };
  await keepVisit(given, next, from, stamp);
  const before = [...lettersOf(given, visit), ...(isTold ? words(given, 'desk-late') : [])];
  const own = visit.letters.join('\n');
  switch (plan.do) {
    case 'look': {
      const again = talk.receipt === null ? [] : receiptBubbles(given, talk.receipt);
      // The receipt says itself by when an answer is due; who answers, or that nobody will, it does not.
      const saysAll = again.length > 0 && !visit.closed && !humanIsIn(visit, at.desk, now);
      const news = before.length > 0 ? before : saysAll ? [] : stateOf(given, visit);
      const bubbles = [...again, ...news];
      return spoken(given, 'desk-visit', bubbles, { offers: visitOffers(stamp), own });
    }
    case 'write': {
      const about = { answerBy: answerBy(at.desk, now), urgent: plan.urgent };
      const written = await within(patienceMs, at.intake.write(talk.key, plan.words, about, now)).catch(() => false);
      const said = plan.urgent ? 'desk-emergency' : written ? 'desk-passed-on' : 'desk-not-passed-on';
      const carried = spoken(given, said, [...before, ...words(given, said)], { own });
      return plan.urgent ? { ...carried, reply: { ...carried.reply, outcome: 'help' } } : carried;
    }
    case 'policy': {
      const carried = await policy(decision);
      const kept = decision.kind === 'erase' ? words(given, 'desk-kept') : [];
      const bubbles = [...before, ...carried.reply.bubbles, ...kept];
      // In danger the card comes first.
      const inOrder = carried.reply.outcome === 'help' ? [...carried.reply.bubbles, ...before, ...kept] : bubbles;
      return { ...carried, reply: { ...carried.reply, bubbles: inOrder }, own };
    }
  }
}

/** The case as somebody finds it who has just come back. */
export function arrived(given: AtDesk, visit: Visit, stamp: string, isTold: boolean): Carried {
  const letters = lettersOf(given, visit);
  const late = isTold ? words(given, 'desk-late') : [];
  // Whoever is told that a human is in knows who reads what they type next.
  const saysAll = letters.length > 0 && !visit.closed && !humanIsIn(visit, given.at.desk, given.now);
  const bubbles = [...letters, ...late, ...(saysAll ? [] : stateOf(given, visit))];
  return spoken(given, 'desk-visit', bubbles, { offers: visitOffers(stamp), own: visit.letters.join('\n') });
}

/** Keeps the visit for another quarter of an hour; that another update came first does not matter. */
export async function keepVisit(given: AtDesk, talk: VisitTalk, from: string | null, stamp: string): Promise<void> {
  const { at, turn, now } = given;
  const to = { talk, stamp, until: new Date(now.getTime() + quietMs) };
  await within(patienceMs, at.intake.keep(turn.update.contact, from, to, now)).catch(() => false);
}

export function receiptBubbles(given: AtDesk, receipt: string): string[] {
  return words(given, 'desk-receipt', { receipt });
}

export function visitOffers(stamp: string): Offer[] {
  const to = (label: string, act: string): Offer => ({ label, choice: { kind: 'desk', act, stamp } });
  return [to('Xem có trả lời chưa', 'look'), to('Để sau', 'leave')];
}

function lettersOf(given: AtDesk, { letters }: Visit): string[] {
  return letters.flatMap((letter) => words(given, 'desk-letter', { letter }));
}

/** Where the case stands when nothing new has come. */
function stateOf(given: AtDesk, visit: Visit): string[] {
  const { at, now } = given;
  if (visit.closed) return words(given, 'desk-case-closed');
  if (humanIsIn(visit, at.desk, now)) return words(given, 'desk-human-in');
  const isDue = visit.answerBy !== null && visit.answerBy > now;
  return isDue && visit.answerBy !== null
    ? words(given, 'desk-waiting', { by: spokenMoment(visit.answerBy, now) })
    : words(given, 'desk-nothing-new');
}
