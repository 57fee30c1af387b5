import { matchable } from '../question/names.ts';

/**
 * The places of care words by a word that must stand in a message for one of their phrases to be found there; under ''
 * those that may be found in any message. Most messages have none of these words.
 */
export type ByWord = ReadonlyMap<string, number[]>;

/** For each care word, what `neededBy` gives. */
export function byWordOf(needed: Array<ReadonlySet<string>>): ByWord {
  const places = new Map<string, number[]>();
  needed.forEach((words, place) => {
    for (const word of words) places.set(word, [...(places.get(word) ?? []), place]);
  });
  return places;
}

/** The places of the care words that the message (matchable) may say, in order. */
export function maySay(message: string, byWord: ByWord): number[] {
  const places = new Set<number>();
  // Blanks on either side put '' among the words.
  for (const word of message.split(' ')) for (const place of byWord.get(word) ?? []) places.add(place);
  return [...places].sort((a, b) => a - b);
}

/** For each phrase words of which a message must have one; '' where no word is needed. */
export function neededBy(phrases: string[], slots: Record<string, string[]>): Set<string> {
  return new Set(phrases.flatMap((phrase) => neededIn(phrase, slots)));
}

/** The words that can stand at one place of the phrase: of the places, the one with the fewest, the longest of those. */
function neededIn(phrase: string, slots: Record<string, string[]>): string[] {
  const places = placesOf(phrase, slots);
  const shortest = (words: string[]) => Math.min(...words.map((word) => word.length));
  return places.sort((a, b) => a.length - b.length || shortest(b) - shortest(a))[0] ?? [''];
}

/** The words that can stand at each place of the phrase, where they are known. */
function placesOf(phrase: string, slots: Record<string, string[]>): string[][] {
  return phrase.split(/\s+/).flatMap((part) => {
    if (part === '*') return [];
    const slot = /^\{(\w+)\}$/.exec(part)?.[1];
    const words = (slot === undefined ? [part] : (slots[slot] ?? [])).map(firstWord);
    return words.length === 0 || words.includes('') ? [] : [words];
  });
}

/** Phrases by all that each cannot do without: of each list, one word must stand in the message. */
export type Together = ReadonlyArray<ReadonlyArray<readonly string[]>>;

export function neededTogether(phrases: string[], slots: Record<string, string[]>): Together {
  // Places with few words first: they rule a message out soonest.
  return phrases.map((phrase) => placesOf(phrase, slots).sort((a, b) => a.length - b.length));
}

/** Whether the words of a message are enough for one of the phrases; which pattern is there, only looking can tell. */
export function isEnoughFor(together: Together, said: ReadonlySet<string>): boolean {
  return together.some((places) => places.every((words) => words.some((word) => said.has(word))));
}

/** The first word of what stands between blanks; '' where there is none, or where it is no plain word for a pattern. */
function firstWord(text: string): string {
  const [first = ''] = matchable(text).trim().split(' ');
  return /^[\p{L}\p{N}%]+$/u.test(first) ? first : '';
}
