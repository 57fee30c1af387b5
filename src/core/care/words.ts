import { longestNamed, matchable } from '../question/names.ts';

/**
 * What a short message means around a disclosure:
 * - `guide`: what stands between the person and help, or what they want to know next; `reply` is the text that meets it
 * - `probe`: a question whose answer could hurt someone; `reply` reveals nothing; heard in every state
 * - `danger`: words that, after a disclosure, mean danger now
 * - `retract`, `yes`, `no`, `thanks`, `leave`: whole messages that answer the bot
 */
export type CareWord = {
  id: string;
  kind: 'guide' | 'probe' | 'danger' | 'retract' | 'yes' | 'no' | 'thanks' | 'leave';
  reply: string | null;
  /** A clear question of law in the same message is answered first. */
  yields: boolean;
  ask: string[];
};

/** Care words ready to match. */
export type CareWords = {
  /** Phrases found anywhere in a message. */
  inside: Map<string, CareWord>;
  /** Phrases that must be the whole message, politeness aside. */
  whole: Map<string, CareWord>;
};

const wholeKinds: ReadonlySet<CareWord['kind']> = new Set(['retract', 'yes', 'no', 'thanks', 'leave']);

export function makeCareWords(list: CareWord[]): CareWords {
  const inside = new Map<string, CareWord>();
  const whole = new Map<string, CareWord>();
  for (const word of list)
    for (const phrase of word.ask) {
      const found = matchable(phrase);
      if (wholeKinds.has(word.kind)) whole.set(bare(found), word);
      else inside.set(found, word);
    }
  return { inside, whole };
}

/** What the message means around a disclosure; the longest phrase decides. `null` when it says nothing of the kind. */
export function hearCareWord(folded: string, words: CareWords): CareWord | null {
  const message = matchable(folded);
  const answer = words.whole.get(bare(message));
  if (answer) return answer;
  const found = longestNamed(message, words.inside.keys());
  return found === null ? null : (words.inside.get(found) ?? null);
}

const politeness = /^(?:da|a|oi|thoi|em|minh|toi|chau|con|ban|bot|ad|nhe|nha|chi|chu|bac)$/;

/** The message without greetings and particles at either end, so that "dạ vâng ạ" is a yes. Keeps at least one word. */
function bare(padded: string): string {
  const words = padded.trim().split(' ');
  while (words.length > 1 && politeness.test(words[0] ?? '')) words.shift();
  while (words.length > 1 && politeness.test(words.at(-1) ?? '')) words.pop();
  return ` ${words.join(' ')} `;
}
