import type { Passage } from '../passage.ts';
import type { Hit } from '../ports.ts';
import { matchable } from '../question/names.ts';
import type { Question } from '../question/understand.ts';
import { fold } from '../vietnamese/fold.ts';
import { type Evidence, evidenceFor, type Subject } from './evidence.ts';
import type { Library } from './library.ts';

/** A passage that may answer, with the evidence that it does. */
export type Candidate = { passage: Passage; evidence: Evidence; score: number };

/** Orders search hits by how well they fit the question: words, known phrasings, named document, kind of answer. */
export function rank(hits: Hit[], question: Question, subjects: Subject[], library: Library): Candidate[] {
  const best = Math.max(...hits.map((hit) => hit.score), 1e-9);
  return hits
    .flatMap((hit) => {
      const passage = library.knowledge.passages.get(hit.id);
      if (!passage || !mayAnswer(passage, question, library)) return [];
      const evidence = evidenceFor(hit.id, subjects, question.words, library);
      const score =
        0.45 * (hit.score / best) +
        0.55 * evidence.likeness +
        0.3 * evidence.coverage +
        bonusFor(passage, question, library);
      return [{ passage, evidence, score }];
    })
    .sort((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1));
}

/** Years, and words that go with any sum of money. */
const ofAnySum = /^(?:.*\d.*|tien|ton|het|mat|chi|can|trieu|dong)$/;

/**
 * A document that stands behind another one is kept for questions that name it, alone or beside the other; the plan's
 * money for those that share more than a year with it ("ly hôn tốn bao nhiêu tiền năm 2026" does not).
 */
function mayAnswer(passage: Passage, question: Question, library: Library): boolean {
  if (passage.facts.kind === 'budget') {
    const own = library.wordsOf.get(passage.id);
    const said = question.content.filter(({ folded }) => !ofAnySum.test(folded));
    if (said.length > 0 && !said.some(({ folded }) => own?.has(folded))) return false;
  }
  const document = library.knowledge.documents.get(passage.document);
  if (!document?.onlyWhenNamed) return true;
  const said = matchable(question.folded);
  return [document.number, document.short, ...document.aliases].some((name) => said.includes(matchable(name)));
}

/** What speaks for or against a passage apart from its words. */
function bonusFor(passage: Passage, question: Question, library: Library): number {
  const { facts } = passage;
  const { asks } = question;
  let bonus = 0;
  if (question.document !== null) {
    const cited =
      passage.document === question.document || passage.cites.some((one) => one.document === question.document);
    bonus += cited ? 0.15 : -0.25;
  }
  if (question.place.objective !== null && (facts.kind === 'indicator' || facts.kind === 'objective'))
    bonus += facts.objective === question.place.objective ? 0.2 : -0.3;
  if (question.agency !== null && facts.kind === 'agency') bonus += facts.agency === question.agency.id ? 0.15 : -0.15;
  const wantsMoney = asks.has('fine') && (asks.has('how-much') || !asks.has('who'));
  if (facts.kind === 'fine') bonus += wantsMoney ? 0.12 : -0.12;
  if (facts.kind === 'card' && passage.document !== library.knowledge.plan) bonus += 0.03;
  // An amount that is not established must win over the amount of a similar act.
  if (facts.kind === 'unknown') bonus += wantsMoney && /\bphat\b/.test(fold(passage.title)) ? 0.12 : -0.05;
  if (facts.kind === 'update') bonus += asks.has('now') ? 0.1 : -0.05;
  if ((question.years.includes(2025) || question.years.includes(2030)) && passage.document === library.knowledge.plan)
    bonus += facts.kind === 'indicator' || facts.kind === 'budget' ? 0.1 : 0;
  if (asks.has('how-much') && facts.kind === 'indicator') bonus += 0.03;
  return bonus;
}
