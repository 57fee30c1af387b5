import { fold } from '../core/vietnamese/fold.ts';
import { makeRandom, seedOf } from './random.ts';
import { shortForms, swaps } from './spellings.ts';

type Random = () => number;

const openers = ['', '', 'dạ', 'chào bot', 'ad ơi', 'cho em hỏi', 'alo', 'chị ơi', 'bạn ơi', 'ơi', 'xin chào', 'hi'];
const closers = [
  '',
  '',
  'ạ',
  'với ạ',
  'huhu',
  'nhé',
  'ạ?',
  '...',
  'đi',
  'mọi người ơi',
  'với',
  'á',
  'hả bot',
  '😭',
  '!!',
];

/** The text as written with the keyboard's diacritics off. */
export function unmarked(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');
}

/**
 * The ways one message is typed that training learns from: as it is, without diacritics, and three mixed ones (some
 * diacritics lost, short forms, slips of the finger, other words for the same people, small talk around it). Seeded by
 * the text alone.
 */
export function variantsOf(text: string): string[] {
  const random = makeRandom(seedOf(text));
  return [
    text,
    unmarked(text),
    mapWords(text, (word) => (random() < 0.5 ? unmarked(word) : shortened(word, random, 0.3))),
    around(
      exchanged(
        mapWords(text, (word) => slipped(word, random)),
        random,
      ),
      random,
    ),
    unmarked(
      around(
        exchanged(
          mapWords(text, (word) => shortened(word, random, 0.6)),
          random,
        ),
        random,
      ),
    ),
  ];
}

function mapWords(text: string, change: (word: string) => string): string {
  return text.replace(/[\p{L}\p{M}]+/gu, change);
}

function shortened(word: string, random: Random, share: number): string {
  const forms = shortForms.get(word.toLowerCase());
  return forms && random() < share ? (forms[Math.floor(random() * forms.length)] ?? word) : word;
}

/** One slip in about a tenth of the words: a letter lost, doubled, or two changed round. */
function slipped(word: string, random: Random): string {
  if (word.length < 3 || random() >= 0.1) return word;
  const at = 1 + Math.floor(random() * (word.length - 1));
  const kind = random();
  if (kind < 0.4) return word.slice(0, at) + word.slice(at + 1);
  if (kind < 0.7) return word.slice(0, at) + word.charAt(at - 1) + word.slice(at);
  return word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1);
}

/** The same people by other names, the whole message alike: "em" and "chồng" become "tôi" and "ông xã". */
function exchanged(text: string, random: Random): string {
  let changed = text;
  for (const group of swaps) {
    const found = group.find((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(changed));
    const other = group[Math.floor(random() * group.length)];
    if (found === undefined || other === undefined || random() < 0.5) continue;
    changed = changed.replace(new RegExp(`(?<!\\p{L})${found}(?!\\p{L})`, 'giu'), other);
  }
  return changed;
}

function around(text: string, random: Random): string {
  const opener = openers[Math.floor(random() * openers.length)] ?? '';
  const closer = closers[Math.floor(random() * closers.length)] ?? '';
  const bare = random() < 0.5 ? text.replace(/[.,!?;:…]+/g, ' ') : text;
  return `${opener} ${bare} ${closer}`.trim().replace(/\s+/g, ' ');
}

/** Whether two texts are the same message typed in another way. */
export function sameMessage(a: string, b: string): boolean {
  const bare = (text: string) =>
    fold(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return bare(a) === bare(b);
}
