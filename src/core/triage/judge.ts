import type { HarmType, Level, Verdict } from '../triage.ts';
import type { Scores } from './classifier.ts';

/**
 * Chances (0 to 1) from which a message counts, kept beside the weights. What sounds urgent
 * counts from `urgent` on, below `support`: haste alone ("đang ở đâu") is no cry for help, but it makes one likelier.
 * Talk of the law without a word of the writer (`aloof.ts`) must reach `aloof` for a card; what lies below gets its
 * answer and the offer.
 */
export type Thresholds = {
  concern: number;
  urgent: number;
  support: number;
  aloof: number;
  emergency: number;
  type: number;
};

/** The verdict of the classifier. Between `concern` and `support` lies what it is unsure of. */
export function judge(scores: Scores, thresholds: Thresholds, aloof: boolean): Verdict {
  const level = levelOf(scores, thresholds, aloof);
  if (level === 'none') return { level, types: [], subject: 'none' };
  const who = [...scores.subjects].reduce((best, one) => (one[1] > best[1] ? one : best));
  return { level, types: typesOf(scores.types, thresholds.type), subject: who[0] };
}

function levelOf({ disclosure, emergency }: Scores, thresholds: Thresholds, aloof: boolean): Level {
  if (emergency >= thresholds.emergency && disclosure >= thresholds.urgent) return 'emergency';
  if (disclosure >= (aloof ? thresholds.aloof : thresholds.support)) return 'support';
  return disclosure >= thresholds.concern ? 'concern' : 'none';
}

/** Every type likely enough; the likeliest one when none is. */
function typesOf(chances: Map<HarmType, number>, enough: number): HarmType[] {
  const ranked = [...chances].sort((a, b) => b[1] - a[1]);
  const likely = ranked.filter(([, chance]) => chance >= enough);
  return (likely.length > 0 ? likely : ranked.slice(0, 1)).map(([name]) => name);
}
