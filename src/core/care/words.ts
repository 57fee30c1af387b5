import { matchable } from '../question/names.ts';

/**
 * What a short message means around a disclosure:
 * - `guide`: what stands between the person and help, or what they want to know next; `reply` is the text that meets it
 * - `probe`: a question whose answer could hurt someone; `reply` reveals nothing; heard in every state. With a `subject`
 *   it is met as a card
 * - `danger`: words that, after a disclosure, mean danger now
 * - `retract`, `yes`, `no`, `thanks`, `leave`: whole messages that answer the bot
 */
export type CareWord = {
  id: string;
  kind: 'guide' | 'probe' | 'danger' | 'retract' | 'yes' | 'no' | 'thanks' | 'leave';
  reply: string | null;
  /** A clear question of law in the same message is answered first. */
  yields: boolean;
  /** Whom a probe betrays; `null` when it may be anybody's. */
  subject: 'perpetrator' | 'self' | null;
  /** Phrases; `*` stands for up to two words, `{name}` for any word group of that slot. */
  ask: string[];
};

/** Care words ready to match. */
export type CareWords = {
  /** Phrases found anywhere in a message. */
  inside: Array<{ pattern: RegExp; word: CareWord }>;
  /** Phrases that must be the whole message, politeness aside. */
  whole: Map<string, CareWord>;
  /** All words, as given. */
  list: CareWord[];
};

const wholeKinds: ReadonlySet<CareWord['kind']> = new Set(['retract', 'yes', 'no', 'thanks', 'leave']);

/** Compiles the words. `slots` are named groups of phrases that may stand for one another. */
export function makeCareWords(list: CareWord[], slots: Record<string, string[]> = {}): CareWords {
  const inside: CareWords['inside'] = [];
  const whole: CareWords['whole'] = new Map();
  for (const word of list)
    if (wholeKinds.has(word.kind)) for (const phrase of word.ask) whole.set(bare(matchable(phrase)), word);
    else inside.push({ pattern: new RegExp(word.ask.map((phrase) => patternOf(phrase, slots)).join('|'), 'g'), word });
  return { inside, whole, list };
}

/** What the message means around a disclosure; the longest phrase decides. `null` when it says nothing of the kind. */
export function hearCareWord(folded: string, words: CareWords): CareWord | null {
  const message = matchable(folded);
  const answer = words.whole.get(bare(message));
  if (answer) return answer;
  let best: CareWord | null = null;
  let longest = 0;
  for (const { pattern, word } of words.inside)
    for (const found of message.match(pattern) ?? [])
      if (found.length > longest) {
        longest = found.length;
        best = word;
      }
  return best;
}

/** A phrase as a pattern over the padded, folded message: whole words, a look-ahead for the blank behind. */
function patternOf(phrase: string, slots: Record<string, string[]>): string {
  const parts = phrase.split(/\s+/).map((part) => {
    const slot = /^\{(\w+)\}$/.exec(part)?.[1];
    if (part === '*') return '(?: \\S+){0,2}?';
    if (slot === undefined) return ` ${matchable(part).trim()}`;
    return ` (?:${(slots[slot] ?? []).map((one) => matchable(one).trim()).join('|')})`;
  });
  return `${parts.join('')}(?= )`;
}

const politeness = /^(?:da|a|oi|thoi|em|minh|toi|chau|con|ban|bot|ad|nhe|nha|chi|chu|bac)$/;

/** The message without greetings and particles at either end, so that "dạ vâng ạ" is a yes. Keeps at least one word. */
function bare(padded: string): string {
  const words = padded.trim().split(' ');
  while (words.length > 1 && politeness.test(words[0] ?? '')) words.shift();
  while (words.length > 1 && politeness.test(words.at(-1) ?? '')) words.pop();
  return ` ${words.join(' ')} `;
}
