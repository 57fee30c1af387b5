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

/** Faces by what they show, and the share of messages that end with one: people joke about ordinary things far more. */
const laughs = ['😂', ':))', '=))', '🤣', 'haha', 'kkk', ':v'];
const cries = ['😭', ':((', '😢'];
const faceShare = { ordinary: { laugh: 0.25, cry: 0.05 }, told: { laugh: 0.06, cry: 0.1 } };

/**
 * The ways one message is typed that training learns from: as it is, without diacritics, with some of them lost
 * and short forms, and with slips of the finger or short forms, other words for the same people and small talk around it.
 * Seeded by the text alone.
 */
export function variantsOf(text: string): string[] {
  const random = makeRandom(seedOf(text));
  return [
    text,
    unmarked(text),
    mapWords(text, (word) => (random() < 0.5 ? unmarked(word) : shortened(word, random, 0.3))),
    random() < 0.4 ? exchangedAround(text, random, slipped) : unmarked(exchangedAround(text, random, hastily)),
  ];
}

/** A variant with the face that a message of this kind may end with. `nth` tells the variants of a message apart. */
export function withFace(variant: string, ordinary: boolean, nth: number): string {
  const random = makeRandom(seedOf(`${nth} ${variant}`));
  const share = ordinary ? faceShare.ordinary : faceShare.told;
  const chance = random();
  const faces = chance < share.laugh ? laughs : chance < share.laugh + share.cry ? cries : [];
  return `${variant} ${faces[Math.floor(random() * faces.length)] ?? ''}`.trim();
}

/**
 * A message beside an ordinary one of somebody else, before or after it, some without diacritics. It discloses what it
 * disclosed: so words that merely stand around are learned to be neutral.
 */
export function besideOrdinary(text: string, ordinary: string[]): string {
  const random = makeRandom(seedOf(`beside ${text}`));
  const other = ordinary[Math.floor(random() * ordinary.length)] ?? '';
  const between = [' ', '. ', ', ', '\n'][Math.floor(random() * 4)] ?? ' ';
  const both = random() < 0.5 ? `${text}${between}${other}` : `${other}${between}${text}`;
  return random() < 0.4 ? unmarked(both) : both;
}

function exchangedAround(text: string, random: Random, typed: (word: string, random: Random) => string): string {
  return around(
    exchanged(
      mapWords(text, (word) => typed(word, random)),
      random,
    ),
    random,
  );
}

function hastily(word: string, random: Random): string {
  return shortened(word, random, 0.6);
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
