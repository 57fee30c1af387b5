import type { FirstWords, Passage } from '../passage.ts';
import { isStopWord } from '../question/stop-words.ts';
import type { Question } from '../question/understand.ts';
import { yesNoOf } from '../question/yes-no.ts';
import { wordsOf } from '../search/terms.ts';
import { readNumbers } from '../vietnamese/numbers.ts';

/** How telling a folded word is, from 0 on. */
type Telling = (word: string) => number;

/** How much a reviewed way of asking must share with the question: one that asks for yes or no, and any other. */
const alike = { yesNo: 0.45, open: 0.6 };

/** "… đúng không": a claim is answered by whether it is so, which is another yes than that of an open question. */
const claims = /\b(?:dung|phai) (?:khong|chua|ha|vay)\b/;

/**
 * The reviewed words that come first where a passage is asked for in this way ("Không được."), or `null`. Of all its
 * ways of asking the one nearest to the question decides: the same rule is a yes to one of them and a no to another.
 * What is said to "con 8 tuổi" is not said to whoever names another number.
 */
export function firstWordsFor(passage: Passage, question: Question, tellsOf: Telling): string | null {
  if (!passage.firstWords) return null;
  const asked = yesNoOf(question.folded);
  const words = new Set(question.content.map((word) => word.folded));
  let best: { near: number; say: string | null } = { near: asked === null ? alike.open : alike.yesNo, say: null };
  for (const phrasing of passage.ask) {
    const spoken = wordsOf(phrasing);
    const told = spoken.map((word) => word.folded).join(' ');
    const known = yesNoOf(told);
    if (known?.frame !== asked?.frame || known?.negated !== asked?.negated) continue;
    if (claims.test(question.folded) !== claims.test(told)) continue;
    if (readNumbers(spoken).some(({ value }) => !question.figures.some((one) => one.value === value))) continue;
    const near = sharedBy(
      words,
      new Set(spoken.filter((word) => !isStopWord(word)).map((word) => word.folded)),
      tellsOf,
    );
    const say = saidTo(phrasing, passage.firstWords);
    if (near > best.near || (near === best.near && best.say === null)) best = { near, say };
  }
  return best.say;
}

function saidTo(phrasing: string, firstWords: readonly FirstWords[]): string | null {
  return firstWords.find(({ ask }) => ask === phrasing)?.say ?? null;
}

/** How much two sets of words share, weighed by how telling each word is, from 0 to 1. */
function sharedBy(one: ReadonlySet<string>, other: ReadonlySet<string>, tellsOf: Telling): number {
  const weigh = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + tellsOf(word), 0);
  const shared = weigh([...one].filter((word) => other.has(word)));
  return shared === 0 ? 0 : (2 * shared) / (weigh(one) + weigh(other));
}
