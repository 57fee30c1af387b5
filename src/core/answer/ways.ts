import type { Passage } from '../passage.ts';
import { isStopWord } from '../question/stop-words.ts';
import { type YesNo, yesNoOf } from '../question/yes-no.ts';
import { wordsOfReviewed } from '../search/terms.ts';
import { readNumbers } from '../vietnamese/numbers.ts';

/**
 * A way people are known to ask for a passage, read for comparing it with a question: its folded words, those that tell
 * something (each once), the yes or no it asks for, whether it claims something, the numbers it names.
 */
export type Way = {
  phrasing: string;
  words: string[];
  telling: string[];
  yesNo: YesNo | null;
  claims: boolean;
  numbers: number[];
};

/** "… đúng không", "nghe bảo …": a claim is answered by whether it is so, which is another yes than that of an open question. */
const claim = /\b(?:dung|phai) (?:khong|chua|ha|vay)\b|\bnghe (?:bao|noi|ke|don)\b/;

export function claimsSomething(folded: string): boolean {
  return claim.test(folded);
}

const ways = new WeakMap<Passage, Way[]>();

/** Read when first wanted, and kept: a passage does not change. */
export function waysOf(passage: Passage): Way[] {
  const before = ways.get(passage);
  if (before) return before;
  const read = passage.ask.map(readWay);
  ways.set(passage, read);
  return read;
}

function readWay(phrasing: string): Way {
  const words = wordsOfReviewed(phrasing).map((word) => word.folded);
  const folded = words.join(' ');
  let further: Pick<Way, 'telling' | 'numbers'> | null = null;
  // Most ways ask for another yes or no than the question does: of those no more is ever wanted.
  const readOn = () => {
    further ??= readFurther(phrasing);
    return further;
  };
  return {
    phrasing,
    words,
    yesNo: yesNoOf(folded),
    claims: claimsSomething(folded),
    get telling() {
      return readOn().telling;
    },
    get numbers() {
      return readOn().numbers;
    },
  };
}

function readFurther(phrasing: string): Pick<Way, 'telling' | 'numbers'> {
  const spoken = wordsOfReviewed(phrasing);
  return {
    telling: [...new Set(spoken.filter((word) => !isStopWord(word)).map((word) => word.folded))],
    numbers: readNumbers(spoken).map(({ value }) => value),
  };
}
