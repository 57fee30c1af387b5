import type { Conversation } from '../../core/conversation.ts';
import { type Decision, eraseWord, menuWord, safeWord } from '../../core/decide.ts';
import { localDay } from '../../core/local-day.ts';
import { pickedIn } from '../../core/menu.ts';
import { begin } from '../../core/referral/flow.ts';
import { asksForCase, type Heard, says } from '../../core/referral/heard.ts';
import { receiptIn } from '../../core/referral/receipt.ts';
import { matchSignals } from '../../core/signals.ts';
import { hear } from '../../core/triage/hear.ts';
import { type Choice, decodeChoice } from '../../core/update.ts';
import type { Carried } from '../carry-out.ts';
import { patienceMs } from '../parts.ts';
import { within } from '../within.ts';
import { arrive, knock } from './come-back.ts';
import { moved, onDraft } from './draft.ts';
import type { AtDesk } from './parts.ts';
import { spoken, words } from './say.ts';
import { onVisit } from './visit.ts';

/**
 * The turn of somebody who is, or wants to be, with the desk. Everything that is not the desk's goes to the ordinary
 * policy, and so does everything while the store cannot tell where this person stands.
 */
export async function turnAtDesk(given: AtDesk): Promise<Carried> {
  const { at, turn, decision, verdict, apart, now } = given;
  let { policy } = given;
  const { contact } = turn.update;
  // A picture or a voice is nobody's answer.
  if (turn.update.content.kind === 'unsupported') return policy(decision);
  const standing = await within(patienceMs, at.intake.load(contact, now)).catch(() => {
    policy = apart;
    return null;
  });
  const inside = { ...given, policy: apart, decision: standing === null ? decision : quietly(decision) };
  const heard = heardBy(given);
  const typed = heard.text === null ? null : receiptIn(heard.text);
  if (typed) return there(await arrive(inside, standing?.stamp ?? null, typed.receipt, typed.rest));
  switch (standing?.talk.stage) {
    case 'draft':
      return there(await onDraft(inside, standing.talk, standing.stamp, heard));
    case 'knock':
      return there(await knock(inside, standing.talk, standing.stamp, heard));
    case 'visit':
      return there(await onVisit(inside, standing.talk, standing.stamp, heard));
    case undefined:
      break;
  }
  // Said to everybody alike: it tells nothing of whether anything was ever sent.
  if (heard.text !== null && !heard.commands && asksForCase(heard.folded) && verdict.level !== 'emergency')
    return spoken(given, 'desk-how-back', words(given, 'desk-how-back'));
  const wants = heard.tap !== null || says(heard, 'begin');
  const asksForPerson =
    (decision.kind === 'say' && (decision.reply === 'talk-to-person' || decision.reply === 'desk-none')) ||
    (decision.kind === 'care' && decision.reply === 'person');
  if (!wants && !asksForPerson) return withOffer(given, await policy(decision));
  if (!(await takesCases(given)))
    return wants ? spoken(given, 'desk-none', words(given, 'desk-none')) : policy(decision);
  // Only a button of a beginning begins; any other is left from a talk that is over.
  if (heard.tap !== null && heard.tap.act !== 'begin')
    return spoken(given, 'desk-over', words(given, 'desk-over'), { offers: [offer] });
  if (!wants) return spoken(given, 'desk-person', words(given, 'desk-person'), { offers: [offer] });
  return there(await moved(given, begin(heard), null));
}

const there = (carried: Carried): Carried => ({ ...carried, atDesk: true });

/** Nothing is to be pushed to somebody who is with the desk. */
function quietly(decision: Decision): Decision {
  const isOn = decision.kind === 'news' && decision.to !== 'off';
  return isOn ? { kind: 'say', reply: 'news-not-now' } : decision;
}

const offer = { label: 'Nhắn cho người trực', choice: { kind: 'desk', act: 'begin', stamp: 'new' } } as const;

/** Under a card, the way to a human: not in an emergency, not to a child, not to whoever hurts somebody right now. */
async function withOffer(given: AtDesk, carried: Carried): Promise<Carried> {
  const { at } = given;
  const { reply, care } = carried;
  const isChild = care?.types.includes('child') === true && care.subject !== 'other';
  if (carried.subject === 'privacy-notice' && at.staffed)
    return { ...carried, reply: { ...reply, bubbles: [...reply.bubbles, ...words(given, 'desk-privacy')] } };
  if (reply.outcome !== 'help' || reply.level === 'emergency' || isChild || carried.erased) return carried;
  if (!(await takesCases(given))) return carried;
  return { ...carried, reply: { ...reply, offers: [offer, ...reply.offers] } };
}

async function takesCases({ at }: AtDesk): Promise<boolean> {
  return at.staffed && (await within(patienceMs, at.intake.ready()).catch(() => false));
}

function heardBy({ turn, conversation, reading, verdict, now }: AtDesk): Heard {
  const { id, content, sentAt } = turn.update;
  const { folded, command, asks } = reading;
  const isText = content.kind === 'text';
  const picked = isText ? pickedByNumber(conversation, folded) : null;
  const choice = content.kind === 'choice' ? content.choice : picked;
  return {
    update: id,
    sentAt,
    now,
    year: Number(localDay(now).slice(0, 4)),
    text: isText ? turn.message.trim() : null,
    folded: isText ? folded : '',
    tap: choice?.kind === 'desk' ? { act: choice.act, stamp: choice.stamp, typed: picked !== null } : null,
    verdict,
    sureDanger: isSureDanger(turn, reading),
    care: conversation.stage === 'open' ? conversation.care : null,
    // "Quay lại" is the menu's elsewhere; here it goes one step back.
    commands:
      safeWord.test(folded) || eraseWord.test(folded) || command !== null || (menuWord.test(folded) && !isBack(folded)),
    asks,
  };
}

/** Fewer words than this may sound like danger to the classifier and be a way to be reached. */
const mostShortWords = 6;

function isSureDanger({ message, parts }: AtDesk['turn'], { folded, careWord }: AtDesk['reading']): boolean {
  if (careWord?.kind === 'danger' || folded.split(' ').length > mostShortWords) return true;
  return matchSignals(parts.triage.signals, hear(message)).level === 'emergency';
}

const isBack = (folded: string) => /^(quay lai|tro ve|tro lai)$/.test(folded);

/** What stands under this number in the last list that was shown, where that is the desk's. */
function pickedByNumber(conversation: Conversation, folded: string): Choice | null {
  const offered = conversation.stage === 'open' ? (conversation.topic?.offered ?? []) : [];
  const choice = decodeChoice(offered[(pickedIn(folded) ?? 0) - 1] ?? '');
  return choice?.kind === 'desk' ? choice : null;
}
