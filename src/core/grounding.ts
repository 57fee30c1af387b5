import { figuresIn } from './figures.ts';
import { alignedWith, countsAlike, deniesAlike, rulesAlike, standsAsWritten } from './grounding/aligned.ts';
import { type Clause, clausesOf } from './grounding/clauses.ts';
import { type Evidence, evidenceOf } from './grounding/evidence.ts';
import { isPlain, isVietnamese, mostSentenceChars, speaksToMachine } from './grounding/form.ts';
import { namesKnownPlaces, namesKnownThings } from './grounding/names.ts';
import { factsOf, type NumberFact } from './grounding/number-facts.ts';
import { flipsModality, flipsNegation } from './grounding/polarity.ts';
import { isSupported, withoutPlaces } from './grounding/support.ts';
import type { Knowledge } from './knowledge.ts';
import type { Passage } from './passage.ts';
import { phoneNumbersIn } from './phones.ts';

/** A sentence that a model proposes, and the labels of the passages it says it rests on. */
export type DraftSentence = { text: string; passages: string[] };

/** Why a sentence was dropped. */
export const rejections = [
  'no-citation',
  'unknown-passage',
  'too-long',
  'markup',
  'language',
  'to-machine',
  'phone',
  'figure',
  'bound',
  'article',
  'name',
  'negation',
  'modality',
  'unsupported',
] as const;
export type Rejection = (typeof rejections)[number];

export type KeptSentence = { text: string; passages: Passage[] };
export type Grounded = {
  /** What may be said; empty when the core of the draft is gone. */
  kept: KeptSentence[];
  dropped: Rejection[];
};

/** Says what of a draft may be said. */
export type Ground = typeof ground;

/** More sentences than a phone screen holds are no answer. */
const mostSentences = 8;

/**
 * What of a draft may be said: sentences that rest on passages that were retrieved and say nothing these do not.
 * `retrieved` maps the labels that the model was given to passages. The core is the first sentence, and half of all:
 * without it nothing is kept.
 */
export function ground(
  draft: DraftSentence[],
  retrieved: ReadonlyMap<string, Passage>,
  knowledge: Knowledge,
): Grounded {
  const judged = draft.slice(0, mostSentences).map((one) => ({ one, why: reject(one, retrieved, knowledge) }));
  const dropped = judged.flatMap(({ why }) => why ?? []);
  const kept = judged.flatMap(({ one, why }) =>
    why === null
      ? [{ text: one.text.trim(), passages: one.passages.flatMap((label) => retrieved.get(label) ?? []) }]
      : [],
  );
  const hasCore = judged[0]?.why === null && kept.length * 2 >= judged.length && draft.length <= mostSentences;
  return { kept: hasCore ? kept : [], dropped };
}

function reject(
  { text, passages }: DraftSentence,
  retrieved: ReadonlyMap<string, Passage>,
  knowledge: Knowledge,
): Rejection | null {
  if (passages.length === 0) return 'no-citation';
  const cited = passages.flatMap((label) => retrieved.get(label) ?? []);
  if (cited.length < passages.length) return 'unknown-passage';
  if (text.length > mostSentenceChars) return 'too-long';
  const sentence = text.normalize('NFC');
  if (!isPlain(sentence)) return 'markup';
  if (!isVietnamese(sentence)) return 'language';
  if (speaksToMachine(sentence)) return 'to-machine';
  if (phoneNumbersIn(sentence).length > 0) return 'phone';
  return unlike(sentence, evidenceOf(cited, knowledge), knowledge);
}

/** How the sentence departs from its evidence. */
function unlike(sentence: string, evidence: Evidence, knowledge: Knowledge): Rejection | null {
  if (!namesKnownPlaces(sentence, evidence)) return 'article';
  if (!namesKnownThings(sentence, evidence, knowledge)) return 'name';
  if (figuresIn(sentence).some((one) => !evidence.figures.has(one) && !evidence.text.includes(` ${one} `)))
    return 'figure';
  const said = clausesOf(
    withoutPlaces(
      sentence,
      evidence.told.flatMap((one) => one.names),
    ),
  );
  for (const clause of said) {
    const aligned = alignedWith(clause, evidence.clauses);
    const why = numbersDepart(clause, aligned, evidence);
    if (why !== null) return why;
    if (!countsAlike(clause, aligned)) return 'figure';
    if (!deniesAlike(clause, aligned) || !standsAsWritten(clause, evidence.clauses)) return 'negation';
    if (!rulesAlike(clause, aligned)) return 'modality';
  }
  if (flipsNegation(said, evidence.clauses)) return 'negation';
  if (flipsModality(said, evidence.clauses)) return 'modality';
  return isSupported(sentence, evidence) ? null : 'unsupported';
}

/** Whether a number counts something else, bounds otherwise, or is told of somebody else than in the evidence. */
function numbersDepart(clause: Clause, aligned: Clause[], { numbers }: Evidence): 'figure' | 'bound' | null {
  const near = factsOf(aligned);
  for (const one of factsOf([clause])) {
    const isSame = ({ value, unit }: NumberFact) => value === one.value && unit === one.unit;
    const same = (near.length > 0 ? near : numbers).filter(isSame);
    if (same.length === 0) return 'figure';
    if (!same.some((other) => other.bound === one.bound && isAbout(one, other))) return 'bound';
  }
  return null;
}

/** Whether both speak of the same one of each contrast that the sentence names. */
function isAbout(said: NumberFact, known: NumberFact): boolean {
  return said.about.every((one) => known.about.includes(one));
}
