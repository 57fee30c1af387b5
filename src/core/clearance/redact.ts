import type { Library } from '../answer/library.ts';
import { phoneNumbersIn } from '../phones.ts';
import { matchable } from '../question/names.ts';
import { isStopWord } from '../question/stop-words.ts';
import { expand } from '../vietnamese/expand.ts';
import { normalise, type Token } from '../vietnamese/normalise.ts';
import { tokensOf } from '../vietnamese/tokens.ts';
import { hideNames } from './names.ts';
import { hideNumbers } from './numbers.ts';
import { hidePlaces } from './places.ts';
import { type Hidden, hide, type Message } from './spans.ts';

/** What redaction knows of the world: which words are everybody's. Made once from the knowledge. */
export type Commons = {
  /** Whether the word is used in the knowledge, so that it tells of no one. */
  known: (word: Token) => boolean;
  /** Whether words in a row, lower case, stand so in the name of an act or an office. */
  proper: (words: string) => boolean;
  acts: ReadonlySet<string>;
  /** How the communes and former districts of a folded name are written, lower case. */
  places: { written: (name: string) => string[]; longest: number };
  province: string;
};

export function commonsOf({ knowledge, heard }: Library): Commons {
  const names = [...knowledge.documents.values()].flatMap((one) => [one.title, one.short, ...one.aliases]);
  const offices = knowledge.agencies.flatMap((one) => [one.name, ...one.aliases]);
  const province = knowledge.communes?.map.province ?? '';
  const spoken = ` ${[...names, ...offices, province].map(wordsAsWritten).join(' | ')} `;
  const map = knowledge.communes;
  return {
    // The index spells a final y as i.
    known: (word) =>
      heard(word.folded) || heard(word.folded.replace(/y$/, 'i')) || isStopWord(word) || everyday.has(word.folded),
    proper: (words) => spoken.includes(` ${words} `),
    acts: new Set([...knowledge.documents.keys()].map((one) => one.toLowerCase())),
    places: {
      written: (name) => (map?.names.get(name) ?? []).map((one) => wordsAsWritten(one.written)),
      longest: map?.longest ?? 0,
    },
    province: matchable(province).trim(),
  };
}

function wordsAsWritten(name: string): string {
  return tokensOf(name.normalize('NFC'))
    .map((word) => word.raw)
    .join(' ');
}

/** Words of ordinary talk that the knowledge may not use. */
const everyday = new Set(
  'hoi giup ad bot hello alo nhi nhe nha a oi vay the roi luon sep cong ty tien luong'.split(' '),
);

const addresses =
  /[\p{L}\d._%+-]+\s*(?:@|\(at\)|\[at\])\s*[\p{L}\d.-]+|(?:https?:\/\/|www\.)\S+|(?:fb|facebook|zalo|tiktok|insta(?:gram)?|tele(?:gram)?)\s*[:./]\s*\S+|@\S+|\b[\p{L}\d-]+\.(?:com|vn|net|org|me)\b\S*/giu;

/** The message without what could lead to a person; `hidden` of its `words` were taken out. */
export type Redacted = { text: string; hidden: number; words: number };

/**
 * Takes from a message everything that could lead to a person. It closes rather than opens: a word that is not used in
 * the knowledge does not go out, whatever it is, and what is left is looked over once more. `null` when it cannot be made
 * sure. Never throws.
 */
export function redact(text: string, commons: Commons): Redacted | null {
  try {
    const masked = normalise(text).clean.replace(addresses, ' @ ');
    const { clean, tokens, marked } = normalise(masked.replaceAll('@', ' xxaddressxx '));
    const words = expand(tokens);
    const typed = words.map((word) => clean.slice(word.start, word.end));
    const message: Message = { words, typed, hidden: words.map(() => null), bare: marked === 0 };
    words.forEach((word, at) => {
      if (word.raw.includes('xxaddressxx')) hide(message, at, at + 1, 'địa chỉ mạng');
    });
    hideNumbers(message, commons.acts);
    hidePlaces(message, commons.places, commons.province);
    hideNames(message, commons.known, commons.proper);
    // "Nguyễn Thị Hoa 1992": the year of her birth.
    words.forEach((word, at) => {
      if (/^\d+$/.test(word.raw) && message.hidden[at - 1] === 'tên') hide(message, at, at + 1, 'ngày');
    });
    words.forEach((word, at) => {
      if (!/^[\d%]/.test(word.raw) && !commons.known(word)) hide(message, at, at + 1, 'từ lạ');
    });
    const left = written(message);
    return isClean(left) ? { text: left, hidden: message.hidden.filter(Boolean).length, words: words.length } : null;
  } catch {
    return null;
  }
}

/** Words that stay, and one mark for each run of hidden ones. */
function written({ words, hidden }: Message): string {
  const parts: string[] = [];
  let last: Hidden | null = null;
  words.forEach((word, at) => {
    const what = hidden[at] ?? null;
    if (what === null) parts.push(word.raw);
    else if (what !== last) parts.push(`[${what}]`);
    last = what;
  });
  return parts.join(' ');
}

/** The second look: nothing that could be dialled, no paper's number, no address. */
function isClean(text: string): boolean {
  return (
    phoneNumbersIn(text).length === 0 &&
    !/\d{5,}(?![\d.,]*\s*(?:đồng|triệu|nghìn|tỷ))/.test(text) &&
    !text.includes('@')
  );
}
