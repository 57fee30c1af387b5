import type { Care } from '../conversation.ts';
import type { Reading } from '../decide.ts';
import { atLeast, type HarmType, type Verdict } from '../triage.ts';
import { type Card, cardFor } from './card.ts';
import { shownIn } from './next.ts';

/** Cards for harm of any kind: after another they say little new, so that only reviewed words call for them. */
const general: ReadonlySet<Card> = new Set<Card>(['help', 'other', 'other-outside']);

/**
 * The card for `heard`, a message in its context, of which `alone` was heard by itself: one of its own for a harm not told
 * before, else the one of all that was told.
 */
export function cardTold(heard: Verdict, alone: Verdict, care: Care | null, reading: Reading): Card {
  const { guessed, phrased, family } = reading;
  const placed = (card: Card) => seenAs(card === 'other' && !family ? 'other-outside' : card, care);
  const told = placed(cardFor(ofNow(heard, alone, reading)));
  if (care === null || guessed || alone.types.length === 0 || !shownIn(care).includes(told)) return told;
  const own = placed(cardFor({ ...heard, types: ofChild(alone.types, heard) }));
  return phrased || !general.has(own) ? own : told;
}

/** Whoever saw the one card for somebody else has seen the other. */
function seenAs(card: Card, care: Care | null): Card {
  const shown = shownIn(care);
  if (card === 'other' && shown.includes('other-outside')) return 'other-outside';
  return card === 'other-outside' && shown.includes('other') ? 'other' : card;
}

/** In danger now the card is for what is told now, whatever was told before: a knife at the door after words of dying. */
function ofNow(heard: Verdict, { level, types }: Verdict, { guessed }: Reading): Verdict {
  const fresh = atLeast(level, 'emergency') && types.length > 0 && !guessed;
  return fresh ? { ...heard, types: ofChild(types, heard) } : heard;
}

/** The types of one message of a talk; who was a child is one still. */
function ofChild(types: HarmType[], { types: told }: Verdict): HarmType[] {
  return told.includes('child') && !types.includes('child') ? [...types, 'child'] : types;
}
