import type { FirstWords, Passage } from '../passage.ts';
import { isAgeOfChild, isAgeOfPerson } from '../question/person-age.ts';
import type { Question } from '../question/understand.ts';
import { isSameYes, yesNoOf } from '../question/yes-no.ts';
import { turnsAbout } from './done-to.ts';
import { claimsSomething, type Way, waysOf } from './ways.ts';

/** How telling a folded word is, from 0 on. */
type Telling = (word: string) => number;

/**
 * How much a reviewed way of asking must share with the question: one that asks for yes or no, the same where a passage has
 * a yes for one way and a no for another, and any other. Of 3,836 reviewed ways held against the others of their passage,
 * these give a word to 140, four of them the wrong one; at 0.6 for all it was 19 of 218.
 */
const alike = { yesNo: 0.65, either: 0.75, open: 0.6 };

/**
 * The reviewed words that come first where a passage is asked for in this way ("Không được."), or `null`. Of all its
 * ways of asking the one nearest to the question decides: the same rule is a yes to one of them and a no to another.
 * What is said to "con 8 tuổi" is not said to whoever names another number.
 */
export function firstWordsFor(passage: Passage, question: Question, tellsOf: Telling): string | null {
  const { firstWords } = passage;
  if (!firstWords) return null;
  const asked = yesNoOf(question.folded);
  const claims = claimsSomething(question.folded);
  const words = new Set(question.content.map((word) => word.folded));
  const askingAlike = waysOf(passage).filter((way) => isSameYes(way.yesNo, asked) && way.claims === claims);
  // Mostly no way that asks alike has words of its own, and then none is read any further.
  const said = askingAlike.flatMap((way) => saidTo(way.phrasing, firstWords) ?? []);
  if (said.length === 0) return null;
  const least = said.some(deniesIt) && !said.every(deniesIt) ? alike.either : alike.yesNo;
  let best: { near: number; say: string | null } = { near: asked === null ? alike.open : least, say: null };
  for (const way of askingAlike) {
    if (endsOnMay.test(question.folded) && !endsOnMay.test(way.words.join(' ')) && saysYes(way, firstWords)) continue;
    if (turnsAbout(question.folded, way.words.join(' '))) continue;
    if (way.numbers.some((value) => !question.figures.some((one) => one.value === value))) continue;
    // A figure claimed is not confirmed by a yes to whoever named none.
    if (claims && question.figures.some((one) => isClaim(one, question) && !way.numbers.includes(one.value))) continue;
    // Of a hen in place of a motorbike another word may be true: much else must be alike then.
    const shared = sharedBy(words, way.telling, tellsOf);
    const near = isOfOther(words, way.telling, tellsOf) && shared < alike.open ? 0 : shared;
    const say = saidTo(way.phrasing, firstWords);
    if (near > best.near || (near === best.near && best.say === null)) best = { near, say };
  }
  return best.say;
}

function deniesIt(say: string): boolean {
  return /^(?:Không|Chưa|Đừng|Bị cấm|Cấm)(?!\p{L})/u.test(say);
}

/** "… được không" is answered by what is allowed; "Có." answers "có … không". */
const endsOnMay = /\bduoc (?:khong|chua)(?: (?:a|nhe|vay|the|em|chi|anh))*$/;

function saysYes({ phrasing }: Way, firstWords: readonly FirstWords[]): boolean {
  return /^Có[.,]/.test(saidTo(phrasing, firstWords) ?? '');
}

/** Whether the most telling word of either is missing in the other. */
function isOfOther(words: ReadonlySet<string>, telling: string[], tellsOf: Telling): boolean {
  const most = (some: Iterable<string>) =>
    [...some].reduce((best, one) => (tellsOf(one) > tellsOf(best) ? one : best), '');
  return !words.has(most(telling)) && !telling.includes(most(words));
}

function isClaim(figure: Question['figures'][number], question: Question): boolean {
  return figure.unit !== null && !isAgeOfPerson(figure, question) && !isAgeOfChild(figure, question);
}

function saidTo(phrasing: string, firstWords: readonly FirstWords[]): string | null {
  return firstWords.find(({ ask }) => ask === phrasing)?.say ?? null;
}

/** How much two lists of words, each once, share, weighed by how telling each word is, from 0 to 1. */
function sharedBy(one: ReadonlySet<string>, other: string[], tellsOf: Telling): number {
  const weigh = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + tellsOf(word), 0);
  const shared = weigh([...one].filter((word) => other.includes(word)));
  return shared === 0 ? 0 : (2 * shared) / (weigh(one) + weigh(other));
}
