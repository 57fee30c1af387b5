import type { Entry } from './entry.ts';
import type { Library } from './library.ts';

/** A word of the subject, how telling it is, and other words that would say the same. */
export type Subject = { word: string; tells: number; others: string[] };

/** The shares of the subjects that all of a passage's words meet, that its core does, and that its core or kin do. */
export function coverageOf(
  subjects: Subject[],
  entry: Entry,
  library: Library,
): { words: number; core: number; kin: number } {
  let all = 0;
  const met = { words: 0, core: 0, kin: 0 };
  for (const one of subjects) {
    const inCore = meets(one, entry.core);
    all += one.tells;
    met.core += one.tells * inCore;
    // The core is part of the words, and no kin is surer than the word itself.
    met.words += one.tells * (inCore === 1 ? 1 : meets(one, entry.words));
    met.kin += one.tells * (inCore === 1 ? 1 : Math.max(inCore, kinTo(one.word, entry.core, library)));
  }
  return all === 0 ? met : { words: met.words / all, core: met.core / all, kin: met.kin / all };
}

/** 1 when the words hold the subject, nearly as much when they hold a word that would say the same. */
function meets(subject: Subject, words: ReadonlySet<string>): number {
  if (words.has(subject.word)) return 1;
  return subject.others.some((other) => words.has(other)) ? 0.9 : 0;
}

/** How surely the words hold something that goes with the word. */
function kinTo(word: string, words: ReadonlySet<string>, library: Library): number {
  // The surest come first.
  for (const [other, sure] of library.kin.get(word) ?? []) if (words.has(other)) return sure;
  return 0;
}
