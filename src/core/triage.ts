/** How much help a message calls for, from least to most (DESIGN: levels). */
export const levels = ['none', 'concern', 'support', 'emergency'] as const;
export type Level = (typeof levels)[number];

/** What kinds of harm a message speaks of. */
export const harmTypes = [
  'physical',
  'sexual',
  'psychological',
  'economic',
  'trafficking',
  'harassment',
  'forced_marriage',
  'child',
  'suicide',
  'online',
  'perpetrator',
] as const;
export type HarmType = (typeof harmTypes)[number];

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

/** Two verdicts on one message as one: the worse level, the types of both, the person that `a` names if it names one. */
export function either(a: Verdict, b: Verdict): Verdict {
  return {
    level: worse(a.level, b.level),
    types: [...new Set([...a.types, ...b.types])],
    subject: a.subject === 'none' ? b.subject : a.subject,
  };
}
