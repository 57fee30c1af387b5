import type { Topic } from '../conversation.ts';
import type { Passage } from '../passage.ts';
import { ageTold, isOfAge } from '../question/age-span.ts';
import { isAskWord } from '../question/asks.ts';
import { isStopWord } from '../question/stop-words.ts';
import type { Question } from '../question/understand.ts';
import { wantedFact } from '../question/wanted.ts';
import { wordsOfReviewed } from '../search/terms.ts';
import type { Token } from '../vietnamese/normalise.ts';
import { type Candidate, isElsewhere } from './candidate.ts';
import { holdsFact } from './holds-fact.ts';
import type { Library } from './library.ts';
import { comparedOf, likenessTo } from './likeness.ts';
import { rootsOf } from './roots.ts';
import { sentenceWith } from './sentences.ts';

/** How much a message leans on what was talked about before. */
export type Lean = 'none' | 'weak' | 'strong';

const opens = /^(the|vay|va|roi|neu|nhung|ma|truong hop|voi|rieng|a the|the con|vay con|thi)\b/;
const opensWithYet = /^còn(?= |$)/;
const closes =
  /\b(thi sao|thi the nao|thi nhu the nao|thi bao nhieu|thi may|thi bi gi|thi lam (gi|sao|the nao)|sao|nua)$/;
const pointsBack =
  /\b(cai (nay|do|kia)|(viec|dieu|muc|so|khoan|nguoi|luat|vu) (nay|do|ay)|truong hop (nay|do|ay)|khi do|luc do|hom do|trong do|o do|nhu (vay|the))\b/;

/** The words of a question's own subject: neither its shape nor the kind of answer. */
export function subjectOf(question: Question): Token[] {
  const { words } = question;
  const own = question.content.filter((word) => {
    const at = words.indexOf(word);
    return !isAskWord(word, words[at - 1], words[at + 1]);
  });
  // "Con" is mostly "còn" where diacritics are missing, and a child where they are not or where a word says so.
  const child = question.words.find(
    (word, at) =>
      word.folded === 'con' &&
      ((word.raw === 'con' && question.words.some((one) => one.raw !== one.folded)) ||
        /^(cai|nho|chung|rieng|nuoi|o|trai|gai)$/.test(question.words[at + 1]?.folded ?? '')),
  );
  return child && !own.includes(child) ? [...own, child] : own;
}

/** Whether a question names the act or the place it asks of. */
function namesPlace({ document, strangerAct, place }: Question): boolean {
  return document !== null || strangerAct || place.article !== null || place.objective !== null;
}

export function leanOf(question: Question): Lean {
  const { folded } = question;
  if (namesPlace(question)) return 'none';
  const own = subjectOf(question).length;
  const raw = question.words.map((word) => word.raw).join(' ');
  if (own === 0) return 'strong';
  const marked = opens.test(folded) || opensWithYet.test(raw) || closes.test(folded) || pointsBack.test(folded);
  if (marked) return own <= 5 ? 'strong' : 'weak';
  return own <= 3 ? 'weak' : 'none';
}

/** So many words of its own, and a message without a sign of leaning says all that it asks. */
const saysItAll = 6;

/** Whether a message goes on with no talk: it names the act or the place it asks of, or says all itself. */
export function standsAlone(question: Question): boolean {
  return namesPlace(question) || (leanOf(question) === 'none' && subjectOf(question).length >= saysItAll);
}

const contexts = new WeakMap<Passage, Token[]>();

/** What the talk is about, as the words of the passage last answered from. Read once for each passage. */
function contextOf(last: Passage): Token[] {
  const before = contexts.get(last);
  if (before) return before;
  const { facts } = last;
  const named = facts.kind === 'indicator' ? (facts.measures[0]?.name ?? last.title) : last.title;
  const words = wordsOfReviewed(named);
  contexts.set(last, words);
  return words;
}

const spoken = new WeakMap<Passage, string>();

/** The question with what the talk is about and was after beside it, where it leans on the talk. */
export function inTalk(
  question: Question,
  last: Passage,
  { year, wanted }: Pick<Topic, 'year' | 'wanted'> = {},
): Question {
  if (leanOf(question) === 'none') return question;
  const before = spoken.get(last);
  const talk = before ?? foldedWords(wordsOfReviewed([last.title, ...last.ask].join(' . ')));
  if (before === undefined) spoken.set(last, talk);
  return { ...question, talk, talkYear: year, talkWanted: wanted };
}

/** A question of hardly any words, said in full: with the subject last talked about after its own words. */
export function saidInFull(question: Question, last: Passage): Question {
  const words = [...question.words, ...contextOf(last)];
  return { ...question, words, folded: foldedWords(words) };
}

function foldedWords(words: Token[]): string {
  return words.map((word) => word.folded).join(' ');
}

/** The question with the subject last talked about added to its words, for searching and ranking. */
export function inContext(question: Question, last: Passage): Question {
  const said = new Set(question.words.map((word) => word.folded));
  const context = contextOf(last).filter((word) => !said.has(word.folded));
  const words = [...question.words, ...context];
  const content = [...question.content, ...context.filter((word) => !isStopWord(word))];
  return { ...question, words, content };
}

/** Passages next to the last ones: of the same article or target, cited together, or offered with them. */
export function neighbours(last: Passage[], library: Library): Set<string> {
  const near = new Set<string>();
  for (const one of last) {
    for (const id of [one.id, ...one.related]) near.add(id);
    for (const root of rootsOf(one)) for (const id of library.citing.get(root) ?? []) near.add(id);
  }
  return near;
}

/** A candidate read as the answer to a follow-up. */
type Reading = { value: number };

/**
 * The candidates that answer a follow-up, best first: they speak of what it adds, and of what was talked about before.
 * Empty when none does both.
 */
export function followers(candidates: Candidate[], question: Question, last: Passage[], library: Library): Candidate[] {
  const [main] = last;
  if (!main) return [];
  const near = neighbours(last, library);
  const own = subjectOf(question).map((word) => word.folded);
  const context = contextOf(main)
    .filter((word) => !isStopWord(word) && !own.includes(word.folded))
    .map((word) => word.folded);
  const wanted = wantedFact(question.asked) ?? (question.asks.has('fine') ? punished(question) : null);
  const asked = comparedOf(question.words, library);
  const told = ageTold(question);
  const read = (one: Candidate): Reading | null => {
    const { passage } = one;
    const said = shareSaid(passage, library);
    const entry = library.entries.get(passage.id);
    const ofAge = isOfAge(entry?.ages ?? null, told);
    // "Nạn nhân 14 tuổi thì sao": what is on everybody below 16 speaks of that age.
    const adds = ofAge === true ? own.filter((word) => word !== 'tuoi' && !/^\d+$/.test(word)) : own;
    const reading = { own: said(adds, inTextOnly), context: said(context, 0.9), near: near.has(passage.id) };
    const repeats = last.some((each) => each.id === passage.id);
    // What speaks of neither need not be read any further.
    if (!speaksOf(reading, repeats)) return null;
    const holds =
      wanted === null ||
      (passage.facts.kind === 'unknown' && !repeats) ||
      holdsFact(passage.say, wanted) ||
      sentenceWith(wanted, passage, question) !== null;
    const likeness = entry ? likenessTo(entry, asked, library).dice : 0;
    const value =
      reading.own +
      0.5 * reading.context +
      0.6 * likeness +
      (reading.near ? 0.2 : 0) +
      (passage.document === main.document ? 0.1 : 0) +
      0.4 * one.near -
      (repeats && passage.document !== library.knowledge.plan ? 0.35 : 0);
    return holds && ofAge !== false ? { value } : null;
  };
  return candidates
    .filter((one) => !isElsewhere(one))
    .flatMap((one) => {
      const reading = read(one);
      return reading ? [{ one, reading }] : [];
    })
    .sort((a, b) => b.reading.value - a.reading.value || (a.one.passage.id < b.one.passage.id ? -1 : 1))
    .map(({ one }) => one);
}

/** "Có bị đi tù không?" is not answered by a fine. */
function punished({ wants }: Question): 'prison' | 'fine' {
  return wants.has('prison') ? 'prison' : 'fine';
}

/** Whether a passage says enough of what the message adds, and of what was talked about before; shares from 0 to 1. */
function speaksOf({ own, context, near }: { own: number; context: number; near: boolean }, repeats: boolean): boolean {
  return own >= (repeats ? 0.8 : 0.55) && (context >= 0.5 || (near && context >= 0.25));
}

/** How much of the question's own subject a passage speaks of, most in its title and known phrasings. */
export function ownShare(passage: Passage, question: Question, library: Library): number {
  return shareSaid(passage, library)(
    subjectOf(question).map((word) => word.folded),
    inTextOnly,
  );
}

/** How much a passage speaks of what the talk is about. */
export function contextShare(passage: Passage, last: Passage, library: Library): number {
  const context = contextOf(last).filter((word) => !isStopWord(word));
  return shareSaid(passage, library)(
    context.map((word) => word.folded),
    0.9,
  );
}

/** People say "bố", the law says "cha". */
const parent: Record<string, string> = { bo: 'cha', cha: 'bo' };

/** What a word counts that only the longer text has. */
const inTextOnly = 0.6;

/** How much of some words a passage speaks of, by how telling they are; less counts what only its longer text says. */
function shareSaid(passage: Passage, library: Library): (words: string[], inText: number) => number {
  const entry = library.entries.get(passage.id);
  const all = entry?.words ?? new Set<string>();
  const key = entry?.asked ?? new Set<string>();
  return (words, inText) => {
    let met = 0;
    let asked = 0;
    for (const word of words) {
      const tells = library.tellsOf(word);
      asked += tells;
      const said = (words: ReadonlySet<string>) => words.has(word) || words.has(parent[word] ?? '');
      met += said(key) ? tells : said(all) ? tells * inText : 0;
    }
    return asked === 0 ? 1 : met / asked;
  };
}
