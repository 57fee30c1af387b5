import { fold } from '../vietnamese/fold.ts';
import { type Candidate, isElsewhere } from './candidate.ts';
import type { Asked } from './clues.ts';

/** How near what is known must come to what is not established, and how much more of the question it must speak of. */
const nearlyKnown = 0.75;
const saysMore = 0.2;

const asksIfForbidden = /\b(?:bi )?cam (?:khong|hay khong|k|ko|chua|a)\b|\bco duoc phep\b/;
/** How near, and how trusted, what says so must be where it is asked whether something is forbidden. */
const forbids = { near: 0.3, trust: 0.5 };

/** "Có bị cấm không" is answered by what forbids it, though what it costs is not established. */
export function forbiddenFirst(ranked: Candidate[], { question }: Asked): Candidate[] {
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
export function rulesFirst(ranked: Candidate[], { question }: Asked): Candidate[] {
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
export function knownFirst(ranked: Candidate[]): Candidate[] {
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
