import { quietMs } from '../../core/conversation.ts';
import { answerBy } from '../../core/referral/desk.ts';
import { type DraftTalk, draftMs, type Move, move } from '../../core/referral/flow.ts';
import type { Heard } from '../../core/referral/heard.ts';
import type { Carried } from '../carry-out.ts';
import { patienceMs } from '../parts.ts';
import { within } from '../within.ts';
import type { AtDesk } from './parts.ts';
import { question, spoken, words } from './say.ts';
import { receiptBubbles, visitOffers } from './visit.ts';

/** Sealing takes a moment: the key of the return is made slow on purpose. */
const referPatienceMs = 5_000;

/** An update of somebody who is on the way to the yes. */
export function onDraft(given: AtDesk, talk: DraftTalk, stamp: string, heard: Heard): Promise<Carried> {
  return moved(given, move(talk, stamp, heard, given.at.desk), stamp);
}

/** Carries a move out. `from`: the stamp of the state it was made from, `null` for a beginning. */
export async function moved(given: AtDesk, made: Move, from: string | null): Promise<Carried> {
  const { at, turn, now, policy } = given;
  const { contact } = turn.update;
  try {
    switch (made.do) {
      case 'ask': {
        const stamp = at.newStamp();
        if (!(await keep(given, made.talk, from, stamp))) return await asItStands(given);
        return question(given, made.talk.step, made.talk.draft, stamp, made.note);
      }
      case 'policy': {
        // Kept first: where the policy erases, this goes too. A card does not wait for it.
        await keep(given, made.talk, from, at.newStamp()).catch(() => false);
        const carried = await policy(given.decision);
        const { reply } = carried;
        if (!made.paused || carried.erased) return carried;
        const waits = words(given, reply.level === 'emergency' ? 'desk-paused-danger' : 'desk-paused');
        return { ...carried, reply: { ...reply, bubbles: [...reply.bubbles, ...waits] } };
      }
      case 'end':
        if (made.reply === 'child') {
          await within(patienceMs, at.intake.drop(contact)).catch(() => {});
          return await forChild(given);
        }
        await within(patienceMs, at.intake.drop(contact));
        return spoken(given, made.reply, words(given, made.reply));
      case 'refer': {
        const stamp = at.newStamp();
        const urgency = made.talk.level === 'emergency' ? 'urgent' : made.talk.level === 'support' ? 'soon' : 'usual';
        const yes = {
          referral: made.referral,
          urgency,
          answerBy: answerBy(at.desk, now),
          update: turn.update.id,
          stamp,
          until: new Date(now.getTime() + quietMs),
        } as const;
        const done = await within(referPatienceMs, at.intake.refer(contact, from ?? '', yes, now));
        if (done === 'stale') return await asItStands(given);
        if (done === 'closed') return spoken(given, 'desk-none', words(given, 'desk-none'));
        return spoken(given, 'desk-receipt', receiptBubbles(given, done.receipt), { offers: visitOffers(stamp) });
      }
    }
  } catch {
    return trouble(given);
  }
}

/** Another update came first, or the yes was to something else: what is asked now is asked, and nothing is done. */
async function asItStands(given: AtDesk): Promise<Carried> {
  const { at, turn, now, policy, decision } = given;
  const standing = await within(patienceMs, at.intake.load(turn.update.contact, now));
  if (standing?.talk.stage === 'draft')
    return question(given, standing.talk.step, standing.talk.draft, standing.stamp, 'desk-stale');
  if (standing?.talk.stage === 'visit' && standing.talk.receipt !== null)
    return spoken(given, 'desk-receipt', receiptBubbles(given, standing.talk.receipt), {
      offers: visitOffers(standing.stamp),
    });
  return decision.kind === 'say' && decision.reply === 'desk-none'
    ? spoken(given, 'desk-over', words(given, 'desk-over'))
    : policy(decision);
}

function keep({ at, turn, now }: AtDesk, talk: DraftTalk, from: string | null, stamp: string): Promise<boolean> {
  const until = new Date(Math.min(talk.begunAt.getTime() + draftMs, now.getTime() + quietMs));
  return within(patienceMs, at.intake.keep(turn.update.contact, from, { talk, stamp, until }, now));
}

/** Whoever is under 16 gets the card for children; nothing is kept (safety rule 26). */
function forChild({ policy }: AtDesk): Promise<Carried> {
  const heard = { level: 'support', types: ['child'], subject: 'self' } as const;
  return policy({ kind: 'help', card: 'child', heard: { ...heard, types: ['child'] }, alsoAnswer: false });
}

/** The store failed: nothing is known to be sent, which is said, with the lines. */
export function trouble(given: AtDesk): Carried {
  given.turn.parts.onTrouble('desk');
  return spoken(given, 'desk-trouble', words(given, 'desk-trouble'));
}
