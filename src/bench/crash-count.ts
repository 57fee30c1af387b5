import type { PlatformUpdate, Seen } from './crash-platform.ts';

export type Tally = {
  lost: number;
  outOfOrder: number;
  /** Sent twice although the first sending was noted: a fault of ours. */
  doubled: number;
  /** Sent twice because the process was killed between sending and noting it: no platform lets us know. */
  uncertain: number;
};

/**
 * Counts what went wrong. A second copy is `uncertain` only when it comes from a later life of the worker and the first
 * was the last thing the earlier life sent to that contact; anything sent after it proves that it had been noted.
 */
export function tally(updates: PlatformUpdate[], seen: Seen): Tally {
  const parts = new Map<number, Set<number>>();
  const whole = new Set<number>();
  const firstOf = new Map<string, { life: number; at: number }>();
  const lastAt = new Map<string, number>();
  const furthest = new Map<string, number>();
  const counts: Tally = { lost: 0, outOfOrder: 0, doubled: 0, uncertain: 0 };
  for (const { contact, life, at } of seen) lastAt.set(`${life} ${contact}`, at);
  for (const { contact, answers, part, parts: all, life, at } of seen) {
    const place = answers * 100 + part;
    if (place < (furthest.get(contact) ?? 0)) counts.outOfOrder++;
    furthest.set(contact, Math.max(place, furthest.get(contact) ?? 0));
    const first = firstOf.get(`${answers} ${part}`);
    if (first === undefined) firstOf.set(`${answers} ${part}`, { life, at });
    else if (first.life < life && lastAt.get(`${first.life} ${contact}`) === first.at) counts.uncertain++;
    else counts.doubled++;
    firstOf.set(`${answers} ${part}`, { life, at });
    const those = parts.get(answers) ?? new Set();
    parts.set(answers, those.add(part));
    if (those.size === all) whole.add(answers);
  }
  counts.lost = updates.filter((one) => !whole.has(one.id)).length;
  return counts;
}
