import type { Passage } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { type Composed, distinct } from './composed.ts';
import { withoutOpener } from './opener.ts';
import type { Candidate } from './pick.ts';
import { convinces } from './threshold.ts';

/** How near the second best must come to be said as well, how well known both must be, and how long both may be. */
const nearlyAsGood = 0.94;
const known = 0.4;
const bothChars = 480;

/**
 * When two places of the law answer about equally well and people are known to ask for both in such words, the person
 * gets both rather than a coin toss. Nothing is added that only shares words with the question, or tells the same
 * article again.
 */
export function joined(
  composed: Composed,
  best: Candidate,
  second: Candidate | undefined,
  question: Question,
): Composed {
  if (!second || composed.outcome === 'decline' || ![best, second].every(isPlain)) return composed;
  const asGood = second.score >= best.score * nearlyAsGood && convinces(second, question);
  if (!asGood || second.evidence.likeness < known || best.evidence.likeness < known) return composed;
  if (tellsTheSame(best.passage, second.passage)) return composed;
  const text = `${composed.text}\n${withoutOpener(second.passage.say)}`;
  if (text.length > bothChars) return composed;
  const cites = distinct([...composed.cites, ...second.passage.cites]);
  return { ...composed, text, cites, passages: [...composed.passages, second.passage.id] };
}

function isPlain({ passage }: Candidate): boolean {
  return ['text', 'article', 'card', 'limit', 'fine'].includes(passage.facts.kind);
}

/** Whether the second rests only on articles that the first rests on. */
function tellsTheSame(first: Passage, second: Passage): boolean {
  const root = (locator: string) => /^Điều \d+[a-zđ]?/.exec(locator)?.[0] ?? locator;
  return second.cites.every((cite) =>
    first.cites.some((one) => one.document === cite.document && root(one.locator) === root(cite.locator)),
  );
}
