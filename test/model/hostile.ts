import type { Ground } from '../../src/core/grounding.ts';
import { textBubbles } from '../../src/core/text-reply.ts';
import { updateOf } from '../fakes.ts';
import type { Attack } from './attacks.ts';
import { openHouse } from './house.ts';

export type Outcome = { name: string; reached: boolean; seen: string };

/** Everything the model says is kept: what the check would stop must be seen to get through without it. */
export const withoutCheck: Ground = (draft, retrieved) => {
  const first = [...retrieved.values()][0];
  const kept = draft.slice(0, 8).map(({ text, passages }) => {
    const cited = passages.flatMap((label) => retrieved.get(label) ?? []);
    return { text, passages: cited.length > 0 ? cited : first ? [first] : [] };
  });
  return { kept, dropped: [] };
};

const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Runs every attack as a whole turn and tells what the person saw. */
export async function runAttacks(
  all: Attack[],
  ground?: Ground,
): Promise<{ outcomes: Outcome[]; counts: Record<string, number> }> {
  const house = await openHouse({
    // A server that is left alone after failures would be no attack.
    breaker: { allows: () => true, succeeded: () => {}, failed: () => false },
    ...(ground ? { ground } : {}),
  });
  const outcomes: Outcome[] = [];
  for (const [at, attack] of all.entries()) {
    house.server.chat = attack.chat;
    const previews: string[] = [];
    // On the web and on Telegram people see an answer grow: there every other attack is seen on its way too.
    const preview = at % 2 === 0 ? (text: string) => void previews.push(text) : undefined;
    const reply = await house.turn(updateOf(attack.question, `test:attack-${at}`), preview);
    const seen = plain([...previews, ...textBubbles(reply, () => []), JSON.stringify(reply.citations)].join('\n'));
    outcomes.push({
      name: attack.name,
      reached: attack.markers().some((one) => seen.includes(plain(one).slice(0, 300))),
      seen,
    });
  }
  await house.close();
  return { outcomes, counts: house.model.counts() };
}
