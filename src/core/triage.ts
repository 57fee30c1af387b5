/** How much help a message calls for, from least to most (DESIGN: levels). */
export const levels = ['none', 'concern', 'support', 'emergency'] as const;
export type Level = (typeof levels)[number];

export type HarmType =
  | 'physical'
  | 'sexual'
  | 'psychological'
  | 'economic'
  | 'trafficking'
  | 'harassment'
  | 'forced_marriage'
  | 'child'
  | 'suicide'
  | 'online'
  | 'perpetrator';

export type Subject = 'self' | 'other' | 'perpetrator' | 'none';

/** What the detectors made of one message. */
export type Verdict = { level: Level; types: HarmType[]; subject: Subject };

export const calm: Verdict = { level: 'none', types: [], subject: 'none' };

/** The higher of two levels. Detectors can only raise. */
export function worse(a: Level, b: Level): Level {
  return levels.indexOf(a) >= levels.indexOf(b) ? a : b;
}

/** Whether `level` is at least `floor`. */
export function atLeast(level: Level, floor: Level): boolean {
  return levels.indexOf(level) >= levels.indexOf(floor);
}
