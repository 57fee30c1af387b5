import type { Candidate } from './candidate.ts';
import type { Asked } from './clues.ts';
import { speaksOfTerm } from './defined.ts';
import type { Library } from './library.ts';
import { isOfTarget } from './of-target.ts';
import { groundsFor, type Rivals, trustNames } from './trust.ts';
import { trustWeights } from './trust-weights.ts';

/** The least trust that is an answer: between losing few right answers and letting through few strange questions. */
export const least = 0.34;
/** A target told from data is answered with from much less: what it lacks is said, and what it counts is named. */
const leastTarget = 0.08;
/** A fine or a limit lacks nothing that could be said. */
const leastFigure = 0.15;
/** What says itself that it is not established declines either way, and tells more than a bare decline. */
const leastUnknown = 0.2;

const weights = trustNames.map((name) => trustWeights[name] ?? 0);

/** So like the ways people ask for a matter elsewhere, and so much more than those for what is held. */
const likeElsewhere = 0.45;
const clearlyMore = 0.1;

/** So much more of the question than that matter speaks of, and the question is not about that matter. */
const speaksOfMore = 0.2;

function isElsewhereRather(candidate: Candidate, { elsewhere }: Rivals, { wants }: Asked, library: Library): boolean {
  if (elsewhere === undefined || elsewhere.likeness < likeElsewhere) return false;
  // "Bảo hiểm y tế cho nạn nhân mua bán" is not the health insurance of just anybody.
  if (candidate.coverage - elsewhere.coverage >= speaksOfMore) return false;
  // Whoever asks for years in prison asks for no count of children hurt, though most of the words are the same.
  const asksFor = library.entries.get(elsewhere.passage.id)?.asksFor;
  if (wants.size > 0 && ![...wants].some((want) => asksFor?.has(want))) return false;
  return elsewhere.likeness - candidate.likeness >= clearlyMore;
}

/** So like a known way of asking, and so far before all else, and odd words around it name no other target. */
const clearly = { likeness: 0.45, coverage: 0.99, before: 3.5 };

function isClearlyThat(candidate: Candidate, { held, elsewhere }: Rivals): boolean {
  const others = [...held, ...(elsewhere ? [elsewhere] : [])].filter((one) => one !== candidate);
  return (
    candidate.likeness >= clearly.likeness &&
    candidate.coverage >= clearly.coverage &&
    others.every((one) => candidate.score - one.score >= clearly.before)
  );
}

/** How likely the candidate is to answer the question beside its rivals, 0–1. */
export function trustIn(candidate: Candidate, rivals: Rivals, asked: Asked, library: Library): number {
  if (asked.question.strangerAct || isElsewhereRather(candidate, rivals, asked, library)) return 0;
  const entry = library.entries.get(candidate.passage.id);
  if (entry && !speaksOfTerm(asked.question, entry)) return 0;
  if (entry && !isOfTarget(asked, entry) && !isClearlyThat(candidate, rivals)) return 0;
  const grounds = groundsFor(candidate, rivals, asked, library);
  const sum = grounds.reduce((total, ground, at) => total + ground * (weights[at] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** So like a known phrasing that it is that question, though its few words tell little. */
const sameQuestion = 0.8;

/** The least trust that is an answer, by what the passage holds. */
function leastFor({ facts }: Candidate['passage']): number {
  if (facts.kind === 'unknown') return leastUnknown;
  if (facts.kind === 'indicator') return leastTarget;
  return ['fine', 'limit'].includes(facts.kind) ? leastFigure : least;
}

/** Whether the evidence is enough to answer. */
export function convinces({ trust, likeness, passage }: Candidate): boolean {
  return trust >= leastFor(passage) || (likeness >= sameQuestion && trust > 0);
}
