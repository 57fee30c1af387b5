import type { Care } from '../conversation.ts';
import type { Reading } from '../decide.ts';
import { atLeast, type HarmType, type Subject, type Verdict } from '../triage.ts';

/** The writer speaks of themselves. */
const ofOneself = /\b(?:em|toi|minh|chau|tao|tui|mik)\b/;

/** Whoever asked for a friend says that it is about themselves. */
const ownsUp =
  /\b(?:that ra|thuc ra|noi that|thu that|chinh|(?:ban|dua|nguoi|co|anh|chi) (?:do|ay|kia)|ban (?:em|toi|minh|chau))\b.*\b(?:la|chinh) (?:chinh )?(?:em|toi|minh|chau|tui|tao|t|e)\b(?: (?:do|day|a|ak|thoi|luon|roi|ban oi))*$|^(?:la |chinh (?:la )?)(?:em|toi|minh|chau|tui) (?:do|day)(?: a)?$/;

/**
 * Chances (0 to 1) of danger right now and of any disclosure from which a message means danger in a talk of harm, though
 * alone it tells too little: "nghe đứa bé gào". Chosen on the development dialogues and those of
 * another writer.
 */
const urgentInTalk = 0.5;
const hardlyTold = 0.1;
/**
 * How likely (0 to 1) words must speak of dying to turn a talk of another harm; of whoever is being taken away or married
 * off "không muốn đi nữa" says something else most often.
 */
const likelyDying = 0.6;
const likelyOfTaken = 0.8;

/** A message in the light of what was disclosed before: context raises, never lowers. */
export function inContext(verdict: Verdict, care: Care | null, reading: Reading): Verdict {
  if (care === null) return verdict;
  const { careWord } = reading;
  const subject = subjectIn(verdict, care, reading);
  const types = typesIn(verdict, care, subject, reading);
  const told = atLeast(care.level, 'support');
  // "Thật ra bạn đó là em": what was told of a friend is their own, and has a card of its own.
  if (told && care.subject === 'other' && ownsUp.test(reading.folded))
    return { level: verdict.level === 'emergency' ? 'emergency' : 'support', types, subject: 'self' };
  const urgent = careWord === null && reading.urgency >= urgentInTalk && reading.likelihood >= hardlyTold;
  if (told && (urgent || careWord?.kind === 'danger')) return { level: 'emergency', types, subject };
  // "Có" to the gentle question is a disclosure.
  if (careWord?.kind === 'yes' && care.level === 'concern')
    return { level: 'support', types, subject: subject === 'none' ? 'self' : subject };
  return verdict.level === 'none' ? verdict : { ...verdict, types, subject };
}

/** The types told so far; what was told before says better what it is about than a guess does. */
function typesIn(verdict: Verdict, care: Care, subject: Subject, reading: Reading): HarmType[] {
  const { guessed, phrased } = reading;
  const unsure = guessed || (verdict.level === 'concern' && atLeast(care.level, 'support'));
  const own = unsure && care.types.length > 0 ? [] : verdict.types;
  // What only sounded like harm before gives way to what is told now.
  const before = care.level === 'concern' && !unsure && atLeast(verdict.level, 'support') ? [] : care.types;
  const types: HarmType[] = [...new Set([...own, ...before])];
  // "Em có phải là người vợ tồi không" makes nobody one who hurts others.
  const accused = subject !== 'perpetrator' && !phrased && !care.types.includes('perpetrator');
  return accused ? types.filter((type) => type !== 'perpetrator') : types;
}

/**
 * A message by itself, in a talk of another harm: "em không muốn đi nữa" of whoever is being taken away sounds like dying
 * and is not, so that dying is heard there in plain words or where it is very likely.
 */
export function heardAlone(verdict: Verdict, care: Care | null, { phrased, dying }: Reading): Verdict {
  if (care === null || phrased || !atLeast(care.level, 'support')) return verdict;
  const taken = care.types.includes('trafficking') || care.types.includes('forced_marriage');
  if (dying >= (taken ? likelyOfTaken : likelyDying)) return verdict;
  if (care.types.length === 0 || care.types.includes('suicide')) return verdict;
  return { ...verdict, types: verdict.types.filter((type) => type !== 'suicide') };
}

/**
 * Whom it is about. Once that was told, only words that say so plainly tell it anew: "có lộ em không" of whoever worries
 * for a friend still is about the friend, and "vợ tôi bỏ đi rồi" of whoever hurt her makes him no victim.
 */
function subjectIn(verdict: Verdict, care: Care, { folded, phrased }: Reading): Subject {
  if (verdict.subject === 'none' || care.subject === 'none')
    return verdict.subject === 'none' ? care.subject : verdict.subject;
  if (atLeast(care.level, 'support') && !phrased) return care.subject;
  // "Nó không muốn nói với bố mẹ" goes on about the friend, however it would sound alone.
  const stillOther = care.subject === 'other' && verdict.subject === 'self' && !ofOneself.test(folded);
  return stillOther ? care.subject : verdict.subject;
}
