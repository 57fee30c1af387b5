import { unsupportedFigures } from '../figures.ts';
import { isStopWord } from '../question/stop-words.ts';
import { wordsOf } from '../search/terms.ts';

/** How many of its telling words another text must have said before for a text to add nothing. */
const mostly = 0.7;

/** Whether the later text says again what the earlier one does: no figure of its own, and hardly a word. */
export function repeats(later: string, earlier: string): boolean {
  if (unsupportedFigures(later, [earlier]).length > 0) return false;
  const said = new Set(wordsOf(earlier).map((word) => word.folded));
  const telling = new Set(
    wordsOf(later)
      .filter((word) => !isStopWord(word))
      .map((word) => word.folded),
  );
  const again = [...telling].filter((word) => said.has(word)).length;
  return again >= telling.size * mostly;
}

/** Of a text that tells something else the earlier one has less than half the words. */
const shared = 0.5;

/** Whether most words of a text are not in the earlier one: it tells something else, though both rest on one place. */
export function tellsOther(text: string, earlier: string): boolean {
  const known = rawWordsOf(earlier);
  const words = [...rawWordsOf(text)];
  return words.filter((word) => known.has(word)).length < shared * words.length;
}

function rawWordsOf(text: string): Set<string> {
  return new Set(wordsOf(text).map((word) => word.raw));
}
