import { matchable } from '../question/names.ts';
import type { HarmType } from '../triage.ts';
import { fold } from '../vietnamese/fold.ts';
import { type ByWord, byWordOf, isEnoughFor, maySay, neededBy, neededTogether, type Together } from './needed.ts';

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
  /** Phrases found anywhere in a message, and which of them may be, by a word that one of their phrases needs. */
  inside: Array<{ pattern: RegExp; word: CareWord; phrases: Phrase[]; together: Together }>;
  byWord: ByWord;
  /** Phrases that must be the whole message, politeness aside. */
  whole: Map<string, CareWord>;
  /** All words, as given. */
  list: CareWord[];
  /** What harm is called where the law is asked, the most particular first. */
  acts: CareAct[];
};

/** The words for an act, where all of these types were told. */
export type CareAct = { types: HarmType[]; say: string };

/** What the law is asked about, for what was told; `null` when there are no words for it. */
export function actOf(types: readonly HarmType[], { acts }: CareWords): string | null {
  return acts.find((act) => act.types.every((type) => types.includes(type)))?.say ?? null;
}

/** One phrase over the whole of what was found, with its folded words and how it spells them. */
type Phrase = { pattern: RegExp; spellings: Spellings };
type Spellings = Map<string, Set<string>>;

/** A word of a message: as written (lower case) and folded. */
type Written = { raw: string; folded: string };

const wholeKinds: ReadonlySet<CareWord['kind']> = new Set(['retract', 'yes', 'no', 'thanks', 'leave']);

/** Compiles the words. `slots` are named groups of phrases that may stand for one another. */
export function makeCareWords(list: CareWord[], slots: Record<string, string[]> = {}, acts: CareAct[] = []): CareWords {
  const inside: CareWords['inside'] = [];
  const whole: CareWords['whole'] = new Map();
  for (const word of list)
    if (wholeKinds.has(word.kind)) for (const phrase of word.ask) whole.set(bare(matchable(phrase)), word);
    else {
      const pattern = new RegExp(word.ask.map((phrase) => patternOf(phrase, slots)).join('|'), 'g');
      const together = neededTogether(word.ask, slots);
      const phrases = word.ask.map((phrase) => ({
        pattern: new RegExp(`^${patternOf(phrase, slots)} $`),
        spellings: spellingsOf(phrase, slots),
      }));
      inside.push({ pattern, word, phrases, together });
    }
  return { inside, byWord: byWordOf(inside.map(({ word }) => neededBy(word.ask, slots))), whole, list, acts };
}

/**
 * What the message means around a disclosure; the longest phrase decides. `null` when it says nothing of the kind. Words
 * are compared folded; a `guide` is not heard in words whose marks spell something else ("ở xã" is not "ở xa").
 */
export function hearCareWord(said: readonly Written[], words: CareWords): CareWord | null {
  const message = matchable(said.map((one) => one.folded).join(' '));
  const answer = words.whole.get(bare(message));
  if (answer) return answer;
  let best: CareWord | null = null;
  let longest = 0;
  const heard = new Set(message.split(' '));
  for (const place of maySay(message, words.byWord)) {
    const { pattern, word, phrases, together } = words.inside[place] as CareWords['inside'][number];
    if (!isEnoughFor(together, heard)) continue;
    for (const { 0: found } of message.matchAll(pattern))
      if (found.length > longest && !(word.kind === 'guide' && spellsOther(found, said, phrases))) {
        longest = found.length;
        best = word;
      }
  }
  return best;
}

/** Whether each phrase that was found is written with marks it does not have, in some word of it everywhere that is said. */
function spellsOther(found: string, said: readonly Written[], phrases: Phrase[]): boolean {
  const spelled = (spellings: Spellings) =>
    found
      .trim()
      .split(' ')
      .every((word) => {
        const known = spellings.get(word);
        const written = said.filter(({ folded }) => folded === word).map(({ raw }) => spelt(raw));
        return !known || written.length === 0 || written.some((raw) => raw === word || known.has(raw));
      });
  return !phrases.some(({ pattern, spellings }) => pattern.test(`${found} `) && spelled(spellings));
}

function spellingsOf(phrase: string, slots: Record<string, string[]>): Spellings {
  const named = [...phrase.matchAll(/\{(\w+)\}/g)].flatMap(([, slot]) => slots[slot ?? ''] ?? []);
  const spellings: Spellings = new Map();
  for (const word of [phrase, ...named].flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}%]+/u)))
    spellings.set(fold(word), (spellings.get(fold(word)) ?? new Set()).add(spelt(word)));
  return spellings;
}

/** Hỏi and ngã sound alike in much of the country and are written for one another. */
function spelt(word: string): string {
  return word.normalize('NFD').replaceAll('\u0303', '\u0309').normalize('NFC');
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
