import { createHash } from 'node:crypto';
import type { Embeddable } from './core/embedding.ts';
import type { Passage } from './core/passage.ts';

/** What embedding models take with ease; a long article's beginning says what it is about. */
const mostChars = 2_000;

/** Passages that search may find, as texts to embed: title and answer, then the rest. */
export function embeddableOf(passages: Passage[]): Embeddable[] {
  return passages
    .filter(({ facts }) => facts.kind !== 'commune' && facts.kind !== 'act')
    .map(({ id, title, say, text }) => {
      const whole = `${title}\n${say}\n${text}`.slice(0, mostChars);
      return { id, text: whole, sum: createHash('sha256').update(whole).digest('hex').slice(0, 16) };
    });
}
