import type { SmalltalkIntent } from './knowledge.ts';
import { matchable } from './question/names.ts';
import { isStopWord } from './question/stop-words.ts';
import type { Question } from './question/understand.ts';

/**
 * Small talk ready to match: phrases as folded words by the first of them, each with its place among all, longest first;
 * and the phrases that are courtesies.
 */
export type Smalltalk = { byWord: ReadonlyMap<string, Spoken[]>; courtesies: ReadonlySet<string> };
type Spoken = { place: number; reply: string; phrase: string[] };

export function makeSmalltalk(intents: SmalltalkIntent[]): Smalltalk {
  const phrases = intents
    .flatMap(({ reply, ask }) => ask.map((phrase) => ({ reply, phrase: bare(matchable(phrase).trim().split(' ')) })))
    .filter(({ phrase }) => phrase.join('') !== '')
    .sort((a, b) => lengthOf(b) - lengthOf(a) || (a.phrase.join(' ') < b.phrase.join(' ') ? -1 : 1));
  const byWord = new Map<string, Spoken[]>();
  phrases.forEach((one, place) => {
    const [word = ''] = one.phrase;
    byWord.set(word, [...(byWord.get(word) ?? []), { ...one, place }]);
  });
  const reviewed = phrases.filter(({ reply }) => courteous.has(reply));
  return { byWord, courtesies: new Set(reviewed.map(({ phrase }) => phrase.join(' '))) };
}

/** Words that may stand anywhere in small talk without changing it. */
const particle = /^(?:la|cua|a|nhe|nha|nhi|vay|the|ay|oi|day|rat|cac|voi|luon|minh|nay|do|dau|gium|dum)$/;

/** The words without particles; all of them when nothing else is left. */
function bare(words: string[]): string[] {
  const kept = words.filter((word) => !particle.test(word));
  return kept.length > 0 ? kept : words;
}

/** Replies to courtesies and to who is speaking here; "buồn quá" is small talk too, and may be more. */
const courteous = new Set(['greeting', 'thanks', 'goodbye', 'who-are-you', 'are-you-human']);

/** Whether the message is, word for word, a courtesy that was reviewed: apart from particles, nothing else is told. */
export function isCourtesy(words: string[], { courtesies }: Smalltalk): boolean {
  return courtesies.has(bare(words).join(' '));
}

const lengthOf = ({ phrase }: { phrase: string[] }) => phrase.join(' ').length;

/** Words people add to a greeting, thanks or a farewell that ask nothing. */
const pleasant =
  /^(b|bn|nhiet|tinh|tot|vui|qua|lam|that|mai|mot|toi|sang|chieu|sau|khac|tiep|gap|di|ve|ngu|lam|viec|ban|roi|day|nghi|het|tam|giup|do|nho|ca|nha|moi|nguoi|buoi|ngay|lanh|suc|khoe|chuc|bac|chau|chi|anh|co|chu|ong|ba|em|con|trua|hieu|het)$/;

/**
 * The fixed reply for a message that is small talk and nothing else, or `null`. Short fillers ("không", "à") count only
 * where they make up most of the message: "có bị đuổi việc không" is a question.
 */
export function smalltalkReply({ words, asks }: Question, { byWord }: Smalltalk): string | null {
  const spoken = words.filter((word) => /[\p{L}\p{N}]/u.test(word.folded));
  const telling = spoken.filter((word) => !particle.test(word.folded));
  const left = telling.length > 0 ? telling : spoken;
  const all = left.length;
  const heard = new Set(left.map((word) => word.folded));
  const maySay = [...heard].flatMap((word) => byWord.get(word) ?? []).sort((a, b) => a.place - b.place);
  let reply: string | null = null;
  for (const one of maySay) {
    const at = indexOf(one.phrase, left);
    if (at < 0) continue;
    left.splice(at, one.phrase.length);
    // The longest phrase tells best what was meant.
    reply ??= one.reply;
  }
  if (reply === null) return politeForm(spoken, asks);
  // "Có được không?" is made of fillers, and yet asks.
  if (reply === 'filler' && all > 1 && /^co .+ (khong|chua)$/.test(spoken.map((word) => word.folded).join(' ')))
    return null;
  if (left.length === 0) return reply;
  const polite = reply === 'greeting' || reply === 'thanks' || reply === 'goodbye';
  if (!left.every((word) => isStopWord(word) || (polite && pleasant.test(word.folded))))
    return politeForm(spoken, asks);
  const said = (all - left.length) / all;
  if (asks.size > 0 && !polite) return said >= 0.6 && reply !== 'filler' ? reply : null;
  return asks.size === 0 && (polite || said >= 0.5) ? reply : null;
}

const longestPolite = 12;
const asking = /\b(?:khong|chua|gi|nao|sao|ai|dau|may|bao nhieu|bao lau|lam the nao|muon hoi|cho hoi|hoi ve)\b/;
/** Courtesies by their form, whatever else is told in them: "lúc khác tôi hỏi tiếp", "cảm ơn đã giải thích". */
const forms: ReadonlyArray<readonly [reply: string, form: RegExp]> = [
  [
    'goodbye',
    /\b(?:khac|mai|sau|lat|chieu|toi) (?:\S+ ){0,3}(?:hoi|nhan|noi chuyen|tro chuyen|chat)(?: (?:tiep|sau|them|nhe|nha|day|a))*$/,
  ],
  [
    'goodbye',
    /^(?:thoi|gio|the thoi) (?:\S+ ){0,2}(?:di (?:lam|nuong|ruong|ray|ngu|cho|hoc|an)|ve nau|nau com|an com|nghi|off)(?: \S+){0,3}$/,
  ],
  ['thanks', /^(?:\S+ ){0,3}(?:cam on|biet on|doi on)\b|\b(?:cam on|biet on)(?: \S+){0,3}$/],
  [
    'thanks',
    /^(?:bot|ad|hoa ban|tra loi|giai thich|ban (?:tra loi|noi|giai thich)).*\b(?:de hieu|thong minh|gioi|huu ich|tuyet|nhiet tinh|ro rang|hay)(?: \S+){0,2}$/,
  ],
];

/** A short message that is courteous by its form, and asks nothing. */
function politeForm(spoken: Question['words'], asks: Question['asks']): string | null {
  const said = spoken.map((word) => word.folded).join(' ');
  if (spoken.length > longestPolite || asks.size > 0 || asking.test(said)) return null;
  return forms.find(([, form]) => form.test(said))?.[0] ?? null;
}

/** Where the phrase stands among the words, or -1. */
function indexOf(phrase: string[], words: Question['words']): number {
  for (let at = 0; at + phrase.length <= words.length; at++)
    if (phrase.every((part, offset) => words[at + offset]?.folded === part)) return at;
  return -1;
}
