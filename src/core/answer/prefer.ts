import type { Passage } from '../passage.ts';
import { ageSpanIn, ageTold, isOfAge } from '../question/age-span.ts';
import { fold } from '../vietnamese/fold.ts';
import { type Candidate, inPlaceOf, isElsewhere, placeOf } from './candidate.ts';
import { type Asked, clueNames } from './clues.ts';
import { comparesWithElsewhere } from './elsewhere.ts';
import type { Library } from './library.ts';

/** Candidates in order of score, with the one that suits a reader better before its near equals. */
export function preferred(ranked: Candidate[], asked: Asked, library: Library): Candidate[] {
  const fitting = oneTargetFirst(
    valueFirst(likestFirst(knownFirst(rulesFirst(forbiddenFirst(targetFirst(ranked, asked), asked), asked))), asked),
    asked,
  );
  const told = homeToo(ofThatAgeFirst(prisonFirst(yearToCome(fitting, asked), asked), asked), asked, library);
  return usualFirst(bothSidesFirst(cardFirst(listFirst(narrowFirst(told), asked)), asked, library), asked);
}

/** Cases with rules of their own, which whoever means them names. */
const ofItsOwn: readonly RegExp[] = [
  /\b(?:con nuoi|nhan (?:con )?nuoi|nuoi con nuoi)\b/,
  /\bmang thai ho\b/,
  /\b(?:sinh|de|thai) (?:doi|ba)\b/,
  /\bbao hiem xa hoi tu nguyen\b/,
  /\bnuoc ngoai\b/,
];
/** How near the usual case must come, and how far it must be trusted. */
const usual = { near: 0.3, trust: 0.5 };

/** "Đẻ con được nghỉ mấy tháng": what is set for adopted children goes after what is as near and set for all. */
function usualFirst(ranked: Candidate[], { question }: Asked): Candidate[] {
  const [first] = ranked;
  if (!first || isElsewhere(first)) return ranked;
  const said = question.talk === undefined ? question.folded : `${question.folded} ${question.talk}`;
  const isUnnamed = ({ passage }: Candidate) => {
    const title = fold(passage.title);
    return ofItsOwn.some((one) => one.test(title) && !one.test(said));
  };
  if (!isUnnamed(first)) return ranked;
  const other = ranked.find(
    (one) =>
      !isElsewhere(one) &&
      one.near >= usual.near &&
      one.trust >= usual.trust &&
      one.coverage >= first.coverage &&
      !isUnnamed(one),
  );
  return other ? ahead(other, ranked) : ranked;
}

/** "Chỉ tiêu lãnh đạo nữ năm 2030": a milestone and no office is named, so the target is asked for, not who answers for it. */
function valueFirst(ranked: Candidate[], { question }: Asked): Candidate[] {
  const milestones = question.years.filter((year) => year === 2025 || year === 2030);
  if (ranked[0]?.passage.facts.kind !== 'agency' || milestones.length === 0) return ranked;
  if (question.agency !== null || question.asks.has('who')) return ranked;
  const target = ranked.find(
    ({ passage: { facts }, trust }) =>
      trust > 0 &&
      facts.kind === 'indicator' &&
      facts.measures.some(
        ({ values, fromThenOn }) => fromThenOn || milestones.some((year) => values[year as 2025 | 2030]),
      ),
  );
  return target ? ahead(target, ranked) : ranked;
}

/** How near one target must come to the objective that lists it. */
const nearTheList = 0.35;

/** Of an objective and the one target of it that says as much of the question, the target is what a claim is about. */
function oneTargetFirst(ranked: Candidate[], { question }: Asked): Candidate[] {
  const facts = ranked[0]?.passage.facts;
  if (!ranked[0] || facts?.kind !== 'objective' || !question.asks.has('check') || question.place.objective)
    return ranked;
  const { coverage } = ranked[0];
  const own = ranked.filter(
    (one) =>
      one.passage.facts.kind === 'indicator' &&
      one.passage.facts.objective === facts.objective &&
      one.near >= nearTheList &&
      one.coverage >= coverage,
  );
  const [target] = own;
  return target && own.length === 1 ? ahead(target, ranked) : ranked;
}

/** How much of the question a target must speak of to be what a share is claimed of, how near it must come, and how far it is trusted then. */
const claimed = { coverage: 0.9, near: 0.02, trust: 0.5 };

/** "60 % lãnh đạo phải là nữ đúng không": a share claimed of all that a target is of is held against that target. */
function targetFirst(ranked: Candidate[], { question }: Asked): Candidate[] {
  const shares = question.figures.filter((one) => one.unit === '%');
  if (shares.length !== 1 || !question.asks.has('check') || question.scope === 'law') return ranked;
  const target = ranked.find(
    ({ passage: { facts }, coverage, near, trust }) =>
      facts.kind === 'indicator' &&
      facts.measures.some((one) => one.unit === '%') &&
      coverage >= claimed.coverage &&
      near >= claimed.near &&
      trust > 0,
  );
  if (!target) return ranked;
  const first = target === ranked[0] ? target : inPlaceOf(target, ranked[0] ?? target);
  return [{ ...first, trust: Math.max(first.trust, claimed.trust) }, ...ranked.filter((one) => one !== target)];
}

/**
 * How like a known way of asking is enough, how much liker than the first, how near it must come, the least trust, and how
 * much less of the question it may speak of: what is liker by far may come from further behind.
 */
const liker = [
  { like: 0.6, by: 0.14, near: 0.35, trust: 0.3, less: 0 },
  { like: 0.5, by: 0.2, near: 0.1, trust: 0, less: 0 },
  { like: 0.55, by: 0.25, near: 0.75, trust: 0.5, less: 0.25 },
];

/** What people are known to ask for in nearly these words, before what only shares more telling words with them. */
function likestFirst(ranked: Candidate[]): Candidate[] {
  const [first] = ranked;
  if (!first || isElsewhere(first)) return ranked;
  const [likest] = ranked
    .filter((one) => one !== first && !isElsewhere(one) && isLiker(one, first))
    .sort((one, other) => other.likeness - one.likeness);
  return likest ? ahead(likest, ranked) : ranked;
}

function isLiker({ likeness, near, trust, coverage }: Candidate, first: Candidate): boolean {
  return liker.some(
    (one) =>
      likeness >= one.like &&
      likeness - first.likeness >= one.by &&
      near >= one.near &&
      trust >= one.trust &&
      first.coverage - coverage <= one.less,
  );
}

/** How much of a comparison with another province the home's target must speak of to be told as its one half. */
const ofHome = 0.7;

/** "So với tỉnh khác thì chỉ tiêu … cao hơn không": home's half is told, and that the other is not held here. */
function homeToo(ranked: Candidate[], { question }: Asked, library: Library): Candidate[] {
  const [first, ...others] = ranked;
  if (first?.passage.facts.kind !== 'indicator' || first.coverage < ofHome) return ranked;
  if (!comparesWithElsewhere(question, library.knowledge)) return ranked;
  return [{ ...first, trust: Math.max(first.trust, claimed.trust) }, ...others];
}

/** How near, and how trusted, what names a year must be to be told of that year. */
const ofYear = { near: 0.3, trust: 0.5 };

/** "Từ 1/1/2027": what is told of that very year goes before what is told without one. */
function yearToCome(ranked: Candidate[], { question }: Asked): Candidate[] {
  const [first] = ranked;
  // A day that is named ("1/1/2027") is none of the years that are.
  const years = (question.folded.match(/\b20[2-4]\d\b/g) ?? []).filter((year) => year !== '2025' && year !== '2030');
  const names = ({ passage }: Candidate) => years.some((year) => passage.title.includes(year));
  if (!first || years.length === 0 || names(first) || first.passage.facts.kind === 'indicator') return ranked;
  const told = ranked.find(
    (one) => names(one) && !isElsewhere(one) && one.near >= ofYear.near && one.trust >= ofYear.trust,
  );
  return told ? ahead(told, ranked) : ranked;
}

/** How many are looked at for one of the age told, and how far it must be trusted. */
const forThatAge = { looked: 8, trust: 0.5 };

/** "Trẻ 12 tuổi": no article on people of another age is told where the same act has one on people of that age. */
function ofThatAgeFirst(ranked: Candidate[], { question }: Asked): Candidate[] {
  const [first] = ranked;
  const told = ageTold(question);
  if (!first || told === null) return ranked;
  const fits = ({ passage }: Candidate) => isOfAge(ageSpanIn(fold(passage.title)), told);
  if (fits(first) !== false) return ranked;
  const other = ranked
    .slice(0, forThatAge.looked)
    .find((one) => one.passage.document === first.passage.document && one.trust >= forThatAge.trust && fits(one));
  return other ? ahead(other, ranked) : ranked;
}

const saysPrison = clueNames.indexOf('prison');
/** How near what tells of prison must come to what does not. */
const nearPrison = 0.5;

/** "Xâm hại trẻ em bị tù bao nhiêu năm" is answered by what tells of prison, not by what the word means. */
function prisonFirst(ranked: Candidate[], { question }: Asked): Candidate[] {
  const [first] = ranked;
  if (!first || !question.wants.has('prison') || first.clues[saysPrison] || first.passage.facts.kind === 'unknown')
    return ranked;
  const told = ranked.find(
    (one) => one.clues[saysPrison] && !isElsewhere(one) && one.near >= nearPrison && one.coverage >= first.coverage,
  );
  return told ? [told, ...ranked.filter((one) => one !== told)] : ranked;
}

/** How near what is known must come to what is not established, and how much more of the question it must speak of. */
const nearlyKnown = 0.75;
const saysMore = 0.2;

const asksIfForbidden = /\b(?:bi )?cam (?:khong|hay khong|k|ko|chua|a)\b|\bco duoc phep\b/;
/** How near, and how trusted, what says so must be where it is asked whether something is forbidden. */
const forbids = { near: 0.3, trust: 0.5 };

/** "Có bị cấm không" is answered by what forbids it, though what it costs is not established. */
function forbiddenFirst(ranked: Candidate[], { question }: Asked): Candidate[] {
  const [first] = ranked;
  if (first?.passage.facts.kind !== 'unknown' || !asksIfForbidden.test(question.folded)) return ranked;
  if (!/\bphat\b/.test(fold(first.passage.title)) || /\bphat\b/.test(question.folded)) return ranked;
  const known = ranked.find(
    (one) =>
      one.passage.facts.kind !== 'unknown' &&
      !isElsewhere(one) &&
      one.near >= forbids.near &&
      one.trust >= forbids.trust,
  );
  return known ? [known, ...ranked.filter((one) => one !== known)] : ranked;
}

const sumUnknown = /\b(?:bao nhieu|may)\b/;
const asksSum = /\b(?:bao nhieu|may|nhieu|het|ton|muc|gia)\b/;
/** How near, and how trusted, a rule about a sum that is not established must be where the sum is not asked for. */
const aboutSum = { near: 0.2, trust: 0.5 };

/** "Án phí thì ai chịu", "hộ nghèo có được miễn không": who pays is known, though how much is not. */
function rulesFirst(ranked: Candidate[], { question }: Asked): Candidate[] {
  const [first] = ranked;
  if (first?.passage.facts.kind !== 'unknown' || !sumUnknown.test(fold(first.passage.title))) return ranked;
  if (asksSum.test(question.folded)) return ranked;
  const known = ranked.find(
    (one) =>
      one.passage.facts.kind !== 'unknown' &&
      !isElsewhere(one) &&
      one.passage.document === first.passage.document &&
      one.near >= aboutSum.near &&
      one.trust >= aboutSum.trust,
  );
  return known ? [known, ...ranked.filter((one) => one !== known)] : ranked;
}

/** What is not established gives way to what is, where that speaks of clearly more of the question. */
function knownFirst(ranked: Candidate[]): Candidate[] {
  const [first] = ranked;
  if (first?.passage.facts.kind !== 'unknown') return ranked;
  const known = ranked.find(
    (one) =>
      one.passage.facts.kind !== 'unknown' &&
      !isElsewhere(one) &&
      one.near >= nearlyKnown &&
      one.trust > first.trust &&
      one.coverage >= first.coverage + saysMore,
  );
  return known ? [known, ...ranked.filter((one) => one !== known)] : ranked;
}

/** How near a part of an article must come to the whole to be told instead of it. */
const nearTheWhole = 0.5;

/** Of an article and a clause or point of it that says as much of the question, the narrowest part is what was asked for. */
function narrowFirst(ranked: Candidate[]): Candidate[] {
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
function listFirst(ranked: Candidate[], { question }: Asked): Candidate[] {
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
function cardFirst(ranked: Candidate[]): Candidate[] {
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
function bothSidesFirst(ranked: Candidate[], asked: Asked, library: Library): Candidate[] {
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

function ahead(one: Candidate, ranked: Candidate[]): Candidate[] {
  return [inPlaceOf(one, ranked[0] ?? one), ...ranked.filter((other) => other !== one)];
}
