import type { Care } from '../conversation.ts';
import type { Decision, Reading } from '../decide.ts';
import { atLeast, type HarmType, type Verdict } from '../triage.ts';
import { type Card, cardFor } from './card.ts';

/** Texts written for whoever is hurt: to somebody who hurts others they would teach the wrong lesson. */
const forTheHurt: ReadonlySet<string> = new Set([
  'safety-plan',
  'shelter',
  'not-your-fault',
  'rights',
  'afraid-known',
  'device',
  'for-children',
  'safe-moment',
  'their-kin',
  'no-proof',
  'your-choice',
]);

/** What to do next, step by step, where the steps of somebody who lives with violence do not fit. */
export const steps: Readonly<Partial<Record<Card, string>>> = {
  suicide: 'suicide-again',
  'suicide-other': 'suicide-other-steps',
  trafficking: 'trafficking-steps',
  child: 'child-steps',
  'child-other': 'child-other-steps',
  'forced-marriage': 'marriage-steps',
  sexual: 'sexual-steps',
  online: 'online-steps',
  harassment: 'harassment-steps',
  other: 'other-steps',
  'other-outside': 'other-steps',
  'emergency-other': 'other-steps',
  perpetrator: 'calm-down',
};

/** What of the texts for grown-ups is told to a child in its own steps. */
const childsOwn: ReadonlySet<string> = new Set(['no-answer', 'too-far', 'no-money', 'your-choice', 'shelter']);
/** What somebody who thinks of dying is told in other words. */
const ofDying: ReadonlySet<string> = new Set(['person', 'shelter', 'your-choice']);
/** What somebody who is hurt is told of themselves; whoever worries for them is told how to stand by. */
const ofTheHurt: ReadonlySet<string> = new Set(['your-choice', 'not-your-fault', 'safe-moment', 'for-children']);

/** What is met before a card is shown again even in danger now: why the way it names cannot be gone. */
const evenInDanger: ReadonlySet<string> = new Set([
  'cannot-call',
  'no-answer',
  'too-far',
  'language',
  'no-money',
  'device',
]);

/** The path that a disclosure is on, danger or not: words of dying stay in the background once another harm had its card. */
function pathOf({ types, subject, shown }: Told): Card {
  const later = shown !== undefined && shown.length > 0 && !shown.at(-1)?.startsWith('suicide');
  return cardFor({ level: 'support', subject, types: later ? types.filter((type) => type !== 'suicide') : types });
}

type Told = Pick<Care, 'types' | 'subject' | 'shown'>;

/**
 * The text that meets a word on what comes next, for the person who said it: "phải làm sao" of a child, a friend,
 * somebody harassed at work or somebody who hurts others wants other steps.
 */
export function guideFor(reply: string, care: Told): string {
  const path = pathOf(care);
  if (path === 'perpetrator') {
    if (reply === 'safety-plan') return 'calm-down';
    return forTheHurt.has(reply) ? 'hold-perpetrator' : reply;
  }
  const own = steps[path] ?? reply;
  if (reply === 'safety-plan') return own;
  if (path === 'child' && childsOwn.has(reply)) return own;
  if (path === 'suicide' && ofDying.has(reply)) return own;
  return care.subject === 'other' && ofTheHurt.has(reply) ? own : reply;
}

/** What is said when there is nothing to say but that the bot listens; not the same twice running. */
export function holdFor({ subject, said, types }: Care): string {
  if (subject === 'perpetrator') return 'hold-perpetrator';
  if (subject === 'other') return 'hold-other';
  if (types.includes('suicide')) return 'suicide-again';
  return said === 'hold' ? 'hold-again' : 'hold';
}

/** The cards of this talk, so that the same list is not pasted twice. */
export function shownIn(care: Care | null): readonly string[] {
  return care === null ? [] : (care.shown ?? [care.said]);
}

/**
 * What is done when a card would be shown again: in danger its first lines once more; what stands in the way is met; a
 * question is answered; else a short word, and to whoever tells on and on now and then only that they are heard.
 */
export function toldAgain(card: Card, heard: Verdict, care: Care, reading: Reading): Decision {
  const { careWord, asks, phrased } = reading;
  const inDanger = atLeast(heard.level, 'emergency');
  const guide = careWord?.kind === 'guide' && !(careWord.yields && asks) ? careWord.reply : null;
  if (guide !== null && (!inDanger || (!phrased && evenInDanger.has(guide))))
    return caring(guideFor(guide, { ...heard, shown: care.shown }), heard);
  if (card === 'suicide') return { kind: 'help', card: 'suicide-again', heard, alsoAnswer: false };
  if (inDanger) return { kind: 'help', card, heard, alsoAnswer: reading.asksPenalty, brief: true };
  const word =
    heard.subject === 'perpetrator' || heard.subject === 'other' ? holdFor({ ...care, ...heard }) : 'help-again';
  if (asks && !phrased)
    return {
      kind: 'answer',
      heard: { ...heard, level: 'concern' },
      otherwise: word,
      ...aboutTold(heard, reading),
      shows: true,
    };
  // Told anew, it is met with the lines to call each time, whomever it is about.
  if (word !== 'help-again') return { ...caring(word, heard), shows: true };
  if (care.said === 'help-again' && !asks) return caring('hold', heard);
  return { kind: 'help', card: 'help-again', heard, alsoAnswer: asks };
}

/** Whether it is a crime, forbidden, punished: "thế có phải tội không". */
const asksIfForbidden = /\b(?:co|la) (?:phai )?(?:la )?(?:toi|pham toi|pham luat|bao luc|trai luat|sai luat)\b/;

/** Who is to be told: "em phải báo ai". */
const asksWhomToTell = /\b(?:bao|to cao|to giac|trinh bao)(?: cho| voi| tin)? (?:ai|o dau|dau|cho nao|noi nao)\b/;

/** "Luật phạt bao nhiêu" right after a card asks of what was told, not of nothing. */
export function aboutTold({ types }: Verdict, { asksPenalty, folded, contentWords }: Reading): { about?: HarmType[] } {
  const ofIt = asksPenalty || asksIfForbidden.test(folded) || asksWhomToTell.test(folded);
  const leans = contentWords <= 2 && types.length > 0 && ofIt;
  return leans ? { about: types } : {};
}

function caring(reply: string, heard: Verdict): Extract<Decision, { kind: 'care' }> {
  return { kind: 'care', reply, heard, shows: false, leaves: false };
}
