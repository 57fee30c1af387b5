import { ahead, type Candidate, inPlaceOf } from './candidate.ts';
import type { Asked } from './clues.ts';
import { comparesWithElsewhere } from './elsewhere.ts';
import type { Library } from './library.ts';

/** "Chỉ tiêu lãnh đạo nữ năm 2030": a milestone and no office is named, so the target is asked for, not who answers for it. */
export function valueFirst(ranked: Candidate[], { question }: Asked): Candidate[] {
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
export function oneTargetFirst(ranked: Candidate[], { question }: Asked): Candidate[] {
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
export function targetFirst(ranked: Candidate[], { question }: Asked): Candidate[] {
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

/** How much of a comparison with another province the home's target must speak of to be told as its one half. */
const ofHome = 0.7;

/** "So với tỉnh khác thì chỉ tiêu … cao hơn không": home's half is told, and that the other is not held here. */
export function homeToo(ranked: Candidate[], { question }: Asked, library: Library): Candidate[] {
  const [first, ...others] = ranked;
  if (first?.passage.facts.kind !== 'indicator' || first.coverage < ofHome) return ranked;
  if (!comparesWithElsewhere(question, library.knowledge)) return ranked;
  return [{ ...first, trust: Math.max(first.trust, claimed.trust) }, ...others];
}
