import { matchable } from '../question/names.ts';
import type { Question } from '../question/understand.ts';
import type { QueryPart } from '../search/query.ts';
import type { Subject } from './coverage.ts';
import type { Everyday, Library } from './library.ts';

/** How much a word counts that the glossary adds to the ones typed. */
const glossaryWeight = 0.6;
const namingWeight = 0.4;

/** The question widened by the glossary: what to search for, and which words may stand for which. */
export function widen(question: Question, library: Library): { parts: QueryPart[]; subjects: Subject[] } {
  const parts = typedParts(question);
  const others = new Map<string, Set<string>>();
  const haystack = matchable(question.folded);
  for (const { phrase, means: all } of everydayIn(haystack, library))
    for (const means of all) {
      parts.push({ words: means, weight: glossaryWeight });
      for (const word of phrase.trim().split(' '))
        others.set(word, new Set([...(others.get(word) ?? []), ...means.map((one) => one.folded)]));
    }
  const distinct = new Set(question.content.map((word) => word.folded));
  const subjects = [...distinct].map((word) => ({
    word,
    tells: library.tellsOf(word),
    others: [...(others.get(word) ?? [])],
  }));
  return { parts, subjects };
}

/** The everyday phrases said, in the order of the glossary. */
function everydayIn(haystack: string, { glossary }: Library): Everyday[] {
  return [...new Set(haystack.trim().split(' '))]
    .flatMap((word) => glossary.get(word) ?? [])
    .filter(({ phrase }) => haystack.includes(phrase))
    .sort((a, b) => a.place - b.place);
}

/** The words as typed; the name of the document counts little, for all of its passages bear it. */
function typedParts({ words, naming }: Question): QueryPart[] {
  if (!naming) return [{ words, weight: 1 }];
  const [from, to] = naming;
  return [
    { words: words.slice(0, from), weight: 1 },
    { words: words.slice(from, to), weight: namingWeight },
    { words: words.slice(to), weight: 1 },
  ];
}
