import type { Ask } from '../question/asks.ts';
import { type Side, sideOf } from '../question/side.ts';
import type { Question } from '../question/understand.ts';
import type { Want } from '../question/wants.ts';
import { pairsOf } from '../search/terms.ts';
import { coverageOf, type Subject } from './coverage.ts';
import type { Entry } from './entry.ts';
import type { Library } from './library.ts';
import { type Compared, comparedOf, likenessTo } from './likeness.ts';
import { type Sense, saidIn, senseOf } from './senses.ts';
import type { Strangeness } from './strangeness.ts';

/** What is weighed of one passage that may answer, in this order. Shares are 0–1; flags 0 or 1. */
export const clueNames = [
  'first',
  'look',
  'likeness',
  'close-likeness',
  'phrasing-met',
  'asked-met',
  'coverage',
  'core-coverage',
  'pair-coverage',
  'sense',
  'sense-behind',
  'kin-coverage',
  'written',
  'document',
  'other-document',
  'article',
  'objective',
  'other-objective',
  'agency',
  'other-agency',
  'agency-unasked',
  'plan-year',
  'plan-words',
  'law-words',
  'strategy-targets',
  'strategy-elsewhere',
  'wants-said',
  'wants-stated',
  'wants-missing',
  'money-fine',
  'fine-unasked',
  'fine-unknown',
  'prison',
  'prison-missing',
  'meaning',
  'meaning-unasked',
  'who-agency',
  'yes-or-no',
  'now-update',
  'company',
  'is-card',
  'is-fine',
  'is-limit',
  'is-indicator',
  'is-objective',
  'is-agency',
  'is-budget',
  'is-update',
  'is-unknown',
  'is-text',
  'wanted-as-asked',
  'never-asked-so',
  'unknown-wanted',
  'unknown-likeness',
  'unknown-met',
  'article-missing',
] as const;
export type ClueName = (typeof clueNames)[number];

/** The question as it is compared with passages, worked out once. */
export type Asked = {
  question: Question;
  subjects: Subject[];
  compared: Compared;
  pairs: Array<{ pair: string; tells: number }>;
  /** Words typed with diacritics. */
  written: string[];
  side: Side | null;
  wants: Set<Want>;
  /** What it wants to hear of and the kinds of question it is, those that tell one passage from another. */
  wanted: Array<Want | Ask>;
  strangeness: Strangeness;
  /** How telling all subjects are together, and those that no passage has. */
  tells: { all: number; unheard: number };
  sense: Sense;
};

export function makeAsked(question: Question, subjects: Subject[], library: Library): Asked {
  const telling = new Set(subjects.map((one) => one.word));
  const pairs = [...new Set(pairsOf(question.words))].filter((pair) =>
    pair.split('_').some((word) => telling.has(word)),
  );
  return {
    question,
    subjects,
    compared: comparedOf(question.words, library),
    pairs: pairs.map((pair) => ({ pair, tells: library.tellsOf(pair) })),
    written: question.content.filter((word) => word.raw !== word.folded).map((word) => word.raw),
    side: sideOf(question.words),
    wants: question.wants,
    wanted: [...question.wants, ...[...question.asks].filter(tellsApart)],
    strangeness: library.strangeness(question),
    tells: { all: sumOf(subjects), unheard: sumOf(subjects.filter((one) => !library.heard(one.word))) },
    sense: senseOf(saidIn([question.words]), library.senses),
  };
}

function sumOf(subjects: Subject[]): number {
  return subjects.reduce((sum, one) => sum + one.tells, 0);
}

/**
 * What the search says of one passage: how far it trusts it, how many others stand at the same place, how near the
 * question its sense lies, and that of the nearest.
 */
export type Standing = { first: number; look: number; company: number; sense: number; nearest: number };

/** The clues for one passage, as numbers in the order of `clueNames`. */
export function cluesFor(entry: Entry, asked: Asked, standing: Standing, library: Library): number[] {
  const clues: number[] = [];
  for (const clue of Object.values(namedClues(entry, asked, standing, library))) clues.push(Number(clue));
  return clues;
}

/** The clues by name, written down in the order of `clueNames`. */
export function namedClues(
  entry: Entry,
  asked: Asked,
  standing: Standing,
  library: Library,
): Record<ClueName, number | boolean> {
  const { question, wants } = asked;
  const { passage } = entry;
  const { facts } = passage;
  const like = likenessTo(entry, asked.compared, library);
  const inDocument = question.document !== null && entry.documents.has(question.document);
  const inPlan = passage.document === library.knowledge.plan;
  const said = hasAny(entry.says, wants);
  const stated = hasAny(entry.states, wants);
  const fineAsked = question.asks.has('fine') && (wants.has('money') || !question.asks.has('who'));
  const figured = wants.size > 0;
  const { kind } = facts;
  const objective = kind === 'indicator' || kind === 'objective' ? (facts as { objective: number }).objective : null;
  const agency = facts.kind === 'agency' ? facts.agency : null;
  const coverage = coverageOf(asked.subjects, entry, library);
  const { sense } = standing;
  let [allSo, mostSo] = [0, 0];
  for (const one of asked.wanted) {
    const asSo = entry.asksFor.get(one) ?? 0;
    allSo += asSo;
    mostSo = Math.max(mostSo, asSo);
  }
  const asOften = asked.wanted.length === 0 ? 0.5 : allSo / asked.wanted.length;
  return {
    first: standing.first,
    look: standing.look,
    likeness: like.dice,
    'close-likeness': Math.max(0, like.dice - 0.6),
    'phrasing-met': like.phrasingMet,
    'asked-met': like.askedMet,
    coverage: coverage.words,
    'core-coverage': coverage.core,
    'pair-coverage': share(asked.pairs, ({ pair }) => entry.pairs.has(pair)),
    sense,
    'sense-behind': standing.nearest - sense,
    'kin-coverage': coverage.kin,
    written: asked.written.length === 0 ? 0.5 : countOf(asked.written, entry.written) / asked.written.length,
    document: inDocument,
    'other-document': question.document !== null && !inDocument,
    article: question.place.article !== null && passage.locator.startsWith(`Điều ${question.place.article}`),
    objective: objective !== null && question.place.objective === objective,
    'other-objective':
      objective !== null && question.place.objective !== null && question.place.objective !== objective,
    agency: agency !== null && question.agency?.id === agency,
    'other-agency': agency !== null && question.agency !== null && question.agency.id !== agency,
    'agency-unasked': agency !== null && question.agency === null && !question.asks.has('who'),
    'plan-year':
      (kind === 'indicator' || kind === 'budget') && (question.years.includes(2025) || question.years.includes(2030)),
    'plan-words': inPlan && question.scope === 'plan',
    'law-words': !inPlan && question.scope === 'law',
    'strategy-targets': question.scope === 'strategy' && !inPlan && passage.locator.startsWith('Mục tiêu'),
    'strategy-elsewhere': question.scope === 'strategy' && inPlan,
    'wants-said': figured && said,
    'wants-stated': figured && !said && stated,
    'wants-missing': figured && !stated,
    'money-fine': fineAsked && (kind === 'fine' || entry.says.has('money')),
    'fine-unasked': kind === 'fine' && !question.asks.has('fine') && !wants.has('money'),
    'fine-unknown': fineAsked && kind === 'unknown' && entry.core.has('phat'),
    prison: wants.has('prison') && entry.says.has('prison'),
    'prison-missing': wants.has('prison') && !entry.states.has('prison'),
    meaning: question.asks.has('define') && entry.meaning,
    'meaning-unasked': !question.asks.has('define') && entry.meaning,
    'who-agency': question.asks.has('who') && (kind === 'agency' || entry.says.has('place')),
    'yes-or-no': question.asks.has('check') && entry.yesOrNo,
    'now-update': kind === 'update' && question.asks.has('now'),
    company: standing.company,
    'is-card': kind === 'card',
    'is-fine': kind === 'fine',
    'is-limit': kind === 'limit',
    'is-indicator': kind === 'indicator',
    'is-objective': kind === 'objective',
    'is-agency': kind === 'agency',
    'is-budget': kind === 'budget',
    'is-update': kind === 'update',
    'is-unknown': kind === 'unknown',
    'is-text': kind === 'text',
    'wanted-as-asked': asOften,
    'never-asked-so': asked.wanted.length > 0 && passage.ask.length > 0 && mostSo === 0,
    'unknown-wanted': kind === 'unknown' ? asOften : 0,
    'unknown-likeness': kind === 'unknown' ? like.dice : 0,
    'unknown-met': kind === 'unknown' ? like.phrasingMet : 0,
    'article-missing': (kind === 'article' || kind === 'text') && figured && !stated,
  };
}

function hasAny(stated: ReadonlySet<Want>, wants: Set<Want>): boolean {
  for (const want of wants) if (stated.has(want)) return true;
  return false;
}

/** Kinds of question that tell one passage on a matter from another. */
function tellsApart(ask: Ask): boolean {
  return ask !== 'more' && ask !== 'now';
}

/** The share of all that is asked, each thing by how telling it is; 0 when nothing is. */
function share<T extends { tells: number }>(things: T[], isMet: (thing: T) => boolean): number {
  let all = 0;
  let found = 0;
  for (const thing of things) {
    all += thing.tells;
    if (isMet(thing)) found += thing.tells;
  }
  return all === 0 ? 0 : found / all;
}

function countOf(words: string[], among: ReadonlySet<string>): number {
  let count = 0;
  for (const word of words) if (among.has(word)) count++;
  return count;
}
