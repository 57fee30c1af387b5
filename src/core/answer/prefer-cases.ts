import { ageSpanIn, ageTold, isOfAge } from '../question/age-span.ts';
import { fold } from '../vietnamese/fold.ts';
import { ahead, type Candidate, isElsewhere } from './candidate.ts';
import { type Asked, clueNames } from './clues.ts';

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
export function usualFirst(ranked: Candidate[], { question }: Asked): Candidate[] {
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

/** How near, and how trusted, what names a year must be to be told of that year. */
const ofYear = { near: 0.3, trust: 0.5 };

/** "Từ 1/1/2027": what is told of that very year goes before what is told without one. */
export function yearToCome(ranked: Candidate[], { question }: Asked): Candidate[] {
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
export function ofThatAgeFirst(ranked: Candidate[], { question }: Asked): Candidate[] {
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
export function prisonFirst(ranked: Candidate[], { question }: Asked): Candidate[] {
  const [first] = ranked;
  if (!first || !question.wants.has('prison') || first.clues[saysPrison] || first.passage.facts.kind === 'unknown')
    return ranked;
  const told = ranked.find(
    (one) => one.clues[saysPrison] && !isElsewhere(one) && one.near >= nearPrison && one.coverage >= first.coverage,
  );
  return told ? [told, ...ranked.filter((one) => one !== told)] : ranked;
}
