/** All words and pairs that people are known to ask with, as small numbers that are quick to compare. */
export type TermsKnown = {
  numbers: Map<string, number>;
  /** The number of a term, a new one when it has none yet. */
  numberOf: (term: string) => number;
};

export function makeTermsKnown(): TermsKnown {
  const numbers = new Map<string, number>();
  return {
    numbers,
    numberOf(term) {
      const known = numbers.get(term);
      if (known !== undefined) return known;
      numbers.set(term, numbers.size);
      return numbers.size - 1;
    },
  };
}
