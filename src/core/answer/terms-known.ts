/** All words and pairs that people are known to ask with, as small numbers that are quick to compare. */
export type TermsKnown = {
  numbers: Map<string, number>;
  /** The number of a term, a new one when it has none yet. */
  numberOf: (term: string) => number;
  /** The same text, always as the same string: one passage after the other says it again. */
  shared: (text: string) => string;
};

export function makeTermsKnown(): TermsKnown {
  const numbers = new Map<string, number>();
  const texts = new Map<string, string>();
  const shared = (text: string) => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  };
  return {
    numbers,
    shared,
    numberOf(term) {
      const known = numbers.get(term);
      if (known !== undefined) return known;
      numbers.set(shared(term), numbers.size);
      return numbers.size - 1;
    },
  };
}
