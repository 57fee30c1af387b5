/** Tells the operator what must be seen to, in words, and the log by code. */
export type Alarms<Word extends string> = {
  /** Tells it, unless it was told within the hour. */
  raise: (word: Word) => void;
  /** It is over: should it come again, it is told again. Whether any of it had been told. */
  clear: (...words: Word[]) => boolean;
};

const againMs = 60 * 60_000;

export function makeAlarms<Word extends string>(
  words: Record<Word, string>,
  to: { tell: (line: string) => void; onTrouble: (code: string) => void; nowMs: () => number },
): Alarms<Word> {
  const toldAt = new Map<Word, number>();
  return {
    raise(word) {
      const before = toldAt.get(word);
      if (before !== undefined && Math.abs(to.nowMs() - before) < againMs) return;
      toldAt.set(word, to.nowMs());
      to.onTrouble(word);
      to.tell(words[word]);
    },
    clear(...over) {
      return over.filter((word) => toldAt.delete(word)).length > 0;
    },
  };
}
