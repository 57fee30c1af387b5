import type { Passage } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { wantedFact } from '../question/wanted.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Token } from '../vietnamese/normalise.ts';
import type { Asked } from './clues.ts';
import type { Entry } from './entry.ts';
import { gradesIn, gradesOf } from './grades.ts';
import { alwaysAsksForAny, asksForAnyTarget } from './of-target-words.ts';

/** People and everyday things that stand alone in Vietnamese; all else mostly takes two syllables. */
const standsAlone = new Set('nu nam me be trai gai con gio bac tre xa thon ban de sinh lam song loa dai'.split(' '));

/** So large a share of the subject without ground, and a target is another one; of much said, some is always beside it. */
const ungrounded = 0.5;
const ungroundedOfMuch = 0.65;
const much = 5;
/** One word as telling as this that the target never has, in a question of so few words, names another target too. */
const tellsMuch: ReadonlyArray<readonly [words: number, tells: number]> = [
  [5, 2.5],
  [6, 3.5],
];
/** A word written with other marks is another word, however little its letters tell. */
const anotherWord = 9;

/**
 * Whether a target of the plan is about what the question names; other passages always may be. "Nữ dùng internet" is no
 * target of the plan, though "nữ" and "kế hoạch" stand in all of them: each word must stand in the target beside a
 * neighbour it has in the question, for "tạm lánh" is made neither of "tạm" nor of "lãnh đạo"; and as it is written, for
 * "nữ công an" is no "nữ làm công ăn lương".
 */
export function isOfTarget({ question, subjects }: Asked, entry: Entry): boolean {
  const { facts } = entry.passage;
  const { kind } = facts;
  if (kind !== 'indicator' && kind !== 'objective') return true;
  const { place, words } = question;
  if (place.objective !== null || place.indicator !== null) return true;
  const known = new Map(subjects.map((one) => [one.word, one]));
  const naming = namingIn(question);
  const byOtherWords = ({ folded }: Token) => {
    const others = known.get(folded)?.others ?? [];
    return others.length === 1
      ? entry.words.has(others[0] ?? '')
      : others.some((one, at) => entry.pairs.has(`${others[at - 1]}_${one}`));
  };
  const has = (word: Token) => entry.words.has(word.folded) && isThatWord(word, entry);
  const stands = (word: Token) => {
    if (!has(word)) return false;
    const at = words.indexOf(word);
    const pairs = [words[at - 1], word, words[at + 1]].map((one) => one?.folded);
    return (
      standsAlone.has(word.folded) ||
      entry.pairs.has(`${pairs[0]}_${pairs[1]}`) ||
      entry.pairs.has(`${pairs[1]}_${pairs[2]}`)
    );
  };
  if (countsCases.test(question.folded) || !hasGrade(question.folded, facts) || !hasAge(question, entry)) return false;
  const strange = naming.filter(
    (word) => !stands(word) && !byOtherWords(word) && !asksForAnyTarget(word, words) && !isMistyped(word, entry),
  );
  if (strange.length < 1) return true;
  // An objective gathers several targets: a figure of something else is none of them.
  if (kind === 'objective' && wantedFact(question.asked) === 'percent') return false;
  const tellsOf = (word: Token) => (isThatWord(word, entry) ? (known.get(word.folded)?.tells ?? 0) : anotherWord);
  const most = Math.max(0, ...strange.filter((word) => !has(word)).map(tellsOf));
  if (tellsMuch.some(([few, tells]) => naming.length <= few && most >= tells)) return false;
  return naming.length < 2 || strange.length / naming.length < (naming.length < much ? ungrounded : ungroundedOfMuch);
}

/** What the plan is called says of no target what it is of, where anything else does. */
function namingIn(question: Question): Token[] {
  const { words } = question;
  const at = (word: Token, by: number) => words[words.indexOf(word) + by]?.folded;
  const asksOffice = (word: Token) =>
    word.folded === 'quan' ? at(word, -1) === 'co' : word.folded === 'co' && at(word, 1) === 'quan';
  // "Chị Hội ghi": whoever says so.
  const says = (word: Token) =>
    /^(?:ghi|noi|bao|viet|ke)$/.test(at(word, 1) ?? '') &&
    /^(?:chi|anh|co|chu|bac|ong|ba|em|ben)$/.test(at(word, -1) ?? '');
  const all = question.content.filter((word) => saysWhat(word, question) && !asksOffice(word) && !says(word));
  const equal = /\bbinh dang\b/.test(question.folded);
  const inPair = (word: Token, pair: RegExp) =>
    pair.test(`${word.folded} ${at(word, 1)}`) || pair.test(`${at(word, -1)} ${word.folded}`);
  const equality = (word: Token) =>
    word.folded === 'gioi' || inPair(word, /^binh dang$/) || (equal && inPair(word, /^nam nu$/));
  const rest = all.filter((word) => !equality(word));
  return rest.length >= 2 ? rest : all;
}

const marked = new WeakMap<Entry, ReadonlySet<string>>();

/** Whether a word typed with marks is written so there, or nowhere with other marks. */
function isThatWord({ raw, folded }: Token, entry: Entry): boolean {
  if (raw === folded || entry.written.has(raw) || entry.written.has(raw.replace(/ỹ$/, 'ĩ').replace(/ý$/, 'í')))
    return true;
  const before = marked.get(entry);
  const all = before ?? new Set([...entry.written].flatMap((one) => (fold(one) === one ? [] : [fold(one)])));
  if (before === undefined) marked.set(entry, all);
  return !all.has(folded);
}

/** "Cấp 3" is no grade of a target that speaks of others. */
function hasGrade(folded: string, facts: Passage['facts']): boolean {
  if (facts.kind !== 'indicator') return true;
  const asked = gradesIn(folded);
  const held = facts.measures.flatMap((one) => [...gradesOf(one)]);
  return asked.length === 0 || held.length === 0 || asked.some((one) => held.includes(one));
}

/** No target counts cases of violence or divorce, or minutes. */
const countsCases = /\b(?:so|bao nhieu|may|giam) vu\b|\b(?:bao nhieu|may) phut\b/;

/** Deaths of "trẻ dưới 5 tuổi" are no target that speaks of no such age. */
function hasAge({ figures }: Question, { passage }: Entry): boolean {
  const ages = figures.filter((one) => one.unit === 'tuổi').map((one) => one.value);
  return ages.length === 0 || ages.some((age) => new RegExp(`(?<!\\d)${age} tuổi`).test(passage.text));
}

const letters = (word: string) => [...word].sort().join('');
/** Words by which the plan itself is meant. */
const ofPlan = ['hoach', 'tieu', 'tinh', 'muc'].map(letters);

/** Letters in a wrong order ("hoahc") name nothing else. */
function isMistyped({ folded }: Token, entry: Entry): boolean {
  if (folded.length < 4 || entry.words.has(folded)) return false;
  const own = letters(folded);
  return ofPlan.includes(own) || [...entry.words].some((one) => one.length === folded.length && letters(one) === own);
}

/** Whether a word of the subject names what the target is of. An abbreviation may stand for anything. */
function saysWhat({ folded }: Token, { agency }: Question): boolean {
  if (alwaysAsksForAny(folded) || folded.length < 2 || !/[aeiouy]/.test(folded) || /\d/.test(folded)) return false;
  return agency === null || !agency.name.toLowerCase().includes(folded);
}
