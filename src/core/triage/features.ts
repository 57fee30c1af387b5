import type { Heard } from './hear.ts';
import { generalise, type WordClasses } from './word-classes.ts';

/**
 * What a message shows: places (32 bit hashes, signed: small numbers cost no memory of their own) and their values, side
 * by side. A place may come twice.
 */
export type Features = { places: number[]; values: number[] };

/** Share of words with diacritics from which a message counts as written with them. */
const writtenFrom = 0.4;
/** How loud each kind of gram speaks. */
const loudness = { word: 1, skip: 0.7, class: 1.2, letters: 1.2 };
const faceSeed = 0x12345687;
/** Letters of the shortest and the longest letter gram. */
const shortest = 3;
const longest = 6;

/**
 * Word 1–3-grams, skip-grams, letter 3–6-grams, and n-grams over word classes, each of the written and of the folded
 * words, and faces. "đánh" and "đành" fold alike, so folded evidence counts half where the message has diacritics; where it has
 * none there is nothing else.
 */
export function featuresOf(heard: Heard, classes: WordClasses): Features {
  const features: Features = { places: [], values: [] };
  const written = Math.min(1, heard.marks / writtenFrom);
  const views = [
    { words: heard.words.map((word) => word.raw), names: classes.written, trust: written, seed: 0x811c9dc5 },
    { words: heard.words.map((word) => word.folded), names: classes.folded, trust: 1 - written / 2, seed: 0x2f0b4a51 },
  ];
  for (const { words, names, trust, seed } of views) {
    if (trust === 0) continue;
    add(features, wordGrams(words, seed + 1), trust * loudness.word);
    add(features, skipGrams(words, seed + 2), trust * loudness.skip);
    add(features, wordGrams(generalise(words, names, classes.longest), seed + 3), trust * loudness.class);
    add(features, letterGrams(words.join(' '), seed + 4), trust * loudness.letters);
  }
  for (const face of heard.faces) add(features, new Set([spread(join(faceSeed, hashOf(face)))]), 1);
  return features;
}

/** Adds grams as a block of length `weight`, so that long messages speak no louder than short ones. */
function add({ places, values }: Features, grams: Set<number>, weight: number): void {
  const value = weight / Math.sqrt(grams.size);
  for (const gram of grams) {
    places.push(gram);
    values.push(value);
  }
}

function wordGrams(words: string[], seed: number): Set<number> {
  const row = ['^', ...words, '$'].map(hashOf);
  const grams = new Set<number>();
  for (let at = 0; at < row.length; at++) {
    let gram = seed;
    for (let end = at; end < Math.min(row.length, at + 3); end++) {
      gram = join(gram, row[end] ?? 0);
      grams.add(spread(gram));
    }
  }
  return grams;
}

/** Pairs of words with one to three others between them. */
function skipGrams(words: string[], seed: number): Set<number> {
  const row = words.map(hashOf);
  const grams = new Set<number>();
  for (let at = 0; at < row.length; at++)
    for (let next = at + 2; next < Math.min(row.length, at + 5); next++)
      grams.add(spread(join(join(seed, row[at] ?? 0), row[next] ?? 0)));
  return grams;
}

function letterGrams(text: string, seed: number): Set<number> {
  const row = ` ${text} `;
  const grams = new Set<number>();
  for (let at = 0; at < row.length; at++) {
    let gram = seed;
    for (let end = at; end < Math.min(row.length, at + longest); end++) {
      gram = Math.imul(gram ^ row.charCodeAt(end), 0x01000193);
      if (end - at + 1 >= shortest) grams.add(spread(gram));
    }
  }
  return grams;
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}

function join(gram: number, next: number): number {
  return Math.imul(((gram << 5) | (gram >>> 27)) ^ next, 0x9e3779b1);
}

/** Spreads a hash so that its upper bits serve as a place in a smaller table. */
function spread(hash: number): number {
  let value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
