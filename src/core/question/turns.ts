const turn = /\blan (?:thu )?(dau|hai|nhat)\b/g;

/** Which turn of something that is done twice a folded text speaks of; `null` when of none, or of both. */
export function turnIn(folded: string): 'first' | 'second' | null {
  const turns = new Set([...folded.matchAll(turn)].map(([, word]) => (word === 'hai' ? 'second' : 'first')));
  const [one] = turns;
  return turns.size === 1 && one ? one : null;
}
