/** A legal text taken apart. Numbers are as printed: "5", "5a"; letters as printed: "a", "đ", "a1". */
export type LegalText = {
  /** What stands before the first article and its chapter: state, number, title, grounds. */
  head: string[];
  articles: Article[];
  /** Recipients, signatures, annexes: what follows the last article. */
  closing: string[];
  /** Notes of changes that no mark in the text leads to. */
  looseNotes: string[];
  /** Lines of a table of contents. */
  contents: string[];
};

export type Article = {
  number: string;
  /** Empty when the article begins with its rule at once, as in a short decision. */
  title: string;
  /** The part, chapter, section and subsection it stands in, outermost first: "Chương II. Quyền và nghĩa vụ". */
  under: string[];
  lead: string[];
  clauses: Clause[];
  /** Points that stand under the article itself. */
  points: Point[];
  notes: string[];
};

export type Clause = { number: string; lead: string[]; points: Point[]; notes: string[] };
export type Point = { letter: string; lines: string[]; notes: string[] };
