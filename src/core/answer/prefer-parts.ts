import type { Passage } from '../passage.ts';
import { fold } from '../vietnamese/fold.ts';
import { ahead, type Candidate, placeOf } from './candidate.ts';
import type { Asked } from './clues.ts';
import type { Library } from './library.ts';

/** How near a part of an article must come to the whole to be told instead of it. */
const nearTheWhole = 0.5;

/** Of an article and a clause or point of it that says as much of the question, the narrowest part is what was asked for. */
export function narrowFirst(ranked: Candidate[]): Candidate[] {
  const [first] = ranked;
  if (first?.passage.facts.kind !== 'article') return ranked;
  const parts = ranked.filter(
    (one) => isPartOf(one.passage, first.passage) && one.near >= nearTheWhole && one.coverage >= first.coverage,
  );
  const [part, ...others] = parts;
  // Where sister parts fit as well ("báo cho ai", of a list of six), the list was asked for.
  if (!part || others.some((one) => areSisters(one.passage, part.passage))) return ranked;
  return narrowFirst(ahead(part, ranked));
}

function isPartOf(one: Passage, whole: Passage): boolean {
  return one.document === whole.document && one.locator.startsWith(`${whole.locator} `);
}

function areSisters(one: Passage, other: Passage): boolean {
  const above = ({ locator }: Passage) => locator.replace(/ \S+ \S+$/, '');
  return above(one) === above(other);
}

const asksForList =
  /\bnhung (?:noi|ai|nguoi|cho|co quan|don vi|ben|giay to|viec|hanh vi|truong hop|quyen|cach|bien phap|dau|gi)\b/;

/** Asks where or whom, and names none. */
const asksOpenly = /\b(?:o dau|di dau|den dau|(?:cho|voi|goi|bao|gap|tim|nho) ai|(?:noi|cho) nao)\b/;
/** How near the list must come to a point of it that the question does not name. */
const nearThePoint = 0.3;

/** "Báo ở những nơi nào", "báo ở đâu": the article that lists them all, before the one point of it that comes nearest. */
export function listFirst(ranked: Candidate[], { question }: Asked): Candidate[] {
  const [first] = ranked;
  if (!first || !/ điểm /.test(first.passage.locator)) return ranked;
  const openly = asksOpenly.test(question.folded) && !names(first.passage.title, question);
  if (!openly && !asksForList.test(question.folded)) return ranked;
  const least = openly ? nearThePoint : nearTheWhole;
  const whole = ranked.find(
    (one) => one.near >= least && one.passage.facts.kind === 'article' && isPartOf(first.passage, one.passage),
  );
  return whole ? ahead(whole, ranked) : ranked;
}

/** Whether the question says any word of the title that tells something. */
function names(title: string, { content }: Asked['question']): boolean {
  const words = new Set(fold(title).split(/[^\p{L}\d]+/u));
  return content.some((word) => words.has(word.folded));
}

/** How near a card must come to the article it rests on to be told instead of it. */
const nearlyLevel = 0.5;

/** Of an article and a card on it that fit about equally well, the card is in plainer words. */
export function cardFirst(ranked: Candidate[]): Candidate[] {
  const [first, second] = ranked;
  if (!first || !second || first.passage.facts.kind !== 'article' || second.passage.facts.kind !== 'card')
    return ranked;
  const { document, locator } = first.passage;
  const onIt = second.passage.cites.some((one) => one.document === document && one.locator === locator);
  return onIt && first.score - second.score < nearlyLevel ? ahead(second, ranked) : ranked;
}

/** How near a passage on both must come to one on men or women only, when the question is of neither. */
const nearOnBoth = 0.35;

/** "Tuổi kết hôn?" names neither men nor women: what tells of both goes before what tells of one. */
export function bothSidesFirst(ranked: Candidate[], asked: Asked, library: Library): Candidate[] {
  const sideOf = (one: Candidate) => library.entries.get(one.passage.id)?.side ?? null;
  const [first] = ranked;
  if (!first || asked.side !== null || sideOf(first) === null) return ranked;
  const fuller = ranked.find(
    (one) =>
      one.near >= nearOnBoth &&
      one.coverage >= first.coverage &&
      (one.passage.facts.kind !== 'unknown' || first.passage.facts.kind === 'unknown') &&
      sideOf(one) === null &&
      placeOf(one.passage) === placeOf(first.passage) &&
      !isPartOf(one.passage, first.passage),
  );
  return fuller ? ahead(fuller, ranked) : ranked;
}
