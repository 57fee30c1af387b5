import { atLeast, type HarmType, type Verdict } from '../triage.ts';

/** The fixed texts that show the way to help, one for each path (ids of `prompts/replies`). */
export const cards = [
  'emergency',
  'emergency-other',
  'emergency-perpetrator',
  'child',
  'child-other',
  'suicide',
  'suicide-again',
  'suicide-other',
  'trafficking',
  'forced-marriage',
  'sexual',
  'harassment',
  'online',
  'other',
  'other-outside',
  'perpetrator',
  'help',
  'help-again',
] as const;
export type Card = (typeof cards)[number];

/** Paths with words of their own, the gravest first: what is met first decides the card. */
const paths: ReadonlyArray<readonly [HarmType, Card]> = [
  ['suicide', 'suicide'],
  ['trafficking', 'trafficking'],
  ['child', 'child'],
  ['forced_marriage', 'forced-marriage'],
  // Touched by a boss, threatened with pictures: both cards also say where to go after being forced.
  ['online', 'online'],
  ['harassment', 'harassment'],
  ['sexual', 'sexual'],
];

/** In danger that is happening now only these paths keep their own words; the rest is "get out, call". */
const urgentPaths: ReadonlySet<Card> = new Set<Card>(['suicide', 'trafficking', 'child', 'forced-marriage']);

/** Harm that hardly ever comes from the family: what the law says of domestic violence does not fit it. */
const outsideFamilies: ReadonlySet<HarmType> = new Set<HarmType>(['harassment', 'online']);

/** The card that fits a disclosure (level `support` or higher). */
export function cardFor({ level, types, subject }: Verdict): Card {
  const own = paths.find(([type]) => types.includes(type))?.[1] ?? null;
  if (own === 'suicide') return subject === 'other' ? 'suicide-other' : own;
  const urgent = atLeast(level, 'emergency');
  if (subject === 'perpetrator') return urgent ? 'emergency-perpetrator' : 'perpetrator';
  if (own === 'child') return subject === 'other' ? 'child-other' : 'child';
  if (urgent) {
    if (own !== null && urgentPaths.has(own)) return own;
    return subject === 'other' ? 'emergency-other' : 'emergency';
  }
  if (subject !== 'other') return own ?? 'help';
  return types.some((type) => outsideFamilies.has(type)) ? 'other-outside' : 'other';
}
