import { unsupportedFigures } from '../figures.ts';
import type { Passage } from '../passage.ts';
import type { Candidate } from './candidate.ts';
import { type Composed, distinct } from './composed.ts';
import { withoutOpener } from './opener.ts';
import { repeats, tellsOther } from './repeats.ts';

/** How near the second best must come to be said as well, how much of the question it must speak of, how long both may be. */
const nearlyAsGood = 0.7;
const spokenOf = 0.5;
const bothChars = 480;
/** Two fines for two acts leave open which it is, so they must come nearer to each other. */
const bothFines = 0.9;

const pointing = /^(?:Đó|Đây|Như vậy|Như thế|Việc đó|Điều đó|Trả như vậy)(?!\p{L})/u;

/**
 * When two places of the law answer about equally well, the person gets both rather than a coin toss. Nothing is added
 * that only shares a word with the question, or tells the same article again; what the second tells again and more gives
 * way to it.
 */
export function joined(composed: Composed, best: Candidate, second: Candidate | undefined): Composed {
  if (!second || composed.outcome === 'decline' || ![best, second].every(isPlain)) return composed;
  const fines = [best, second].every(({ passage }) => passage.facts.kind === 'fine');
  if (second.share < best.share * (fines ? bothFines : nearlyAsGood) || second.coverage < spokenOf) return composed;
  if (tellsTheSame(best.passage, second.passage, composed) || isOfPlan(best.passage) !== isOfPlan(second.passage))
    return composed;
  const added = withoutOpener(second.passage.say);
  // "Đó là bạo lực gia đình" judges what that card was asked about, and would judge another matter here.
  if (pointing.test(added)) return composed;
  if (repeats(added, composed.text)) return composed;
  const cites = distinct([...composed.cites, ...second.passage.cites]);
  if (repeats(composed.text, added)) {
    // First words and sums fit the question asked, and would be lost.
    if (composed.text !== best.passage.say) return composed;
    return { ...composed, text: added, cites, passages: [second.passage.id, ...composed.passages] };
  }
  const text = `${tellsOtherPenalty(composed.text, added) ? `${apart}\n` : ''}${composed.text}\n${added}`;
  if (text.length > bothChars) return composed;
  return { ...composed, text, cites, passages: [...composed.passages, second.passage.id] };
}

/** Two sums in a row leave open which of them it is. */
const apart = 'Mức khác nhau, tùy việc đã xảy ra:';

const penalty = /\b(?:phạt|tù)\b[^.]*\d/;

function tellsOtherPenalty(first: string, second: string): boolean {
  return penalty.test(first) && penalty.test(second) && unsupportedFigures(second, [first]).length > 0;
}

function isPlain({ passage }: Candidate): boolean {
  return ['text', 'article', 'card', 'limit', 'fine'].includes(passage.facts.kind);
}

/** What the plan or the strategy sets is not carried on by what some law says of the like, nor the other way round. */
function isOfPlan({ facts }: Passage): boolean {
  return facts.kind === 'text';
}

/** Whether the second rests only on articles that the first rests on, and says little that the first does not. */
function tellsTheSame(first: Passage, second: Passage, { text }: Composed): boolean {
  if (tellsOther(second.say, text)) return false;
  const root = (locator: string) => /^Điều \d+[a-zđ]?/.exec(locator)?.[0] ?? locator;
  return second.cites.every((cite) =>
    first.cites.some((one) => one.document === cite.document && root(one.locator) === root(cite.locator)),
  );
}
