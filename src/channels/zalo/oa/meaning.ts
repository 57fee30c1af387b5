/** What an error of the Official Account API means for us. Zalo tells it inside an answer with status 200. */
export type Meaning =
  /** Too much in this minute. */
  | 'flood'
  /** The access token does not hold: another is needed. */
  | 'token'
  /** This person gets nothing: not following, blocked, inactive, or refused such messages. */
  | 'stop'
  /** They did not write for too long: nothing may be pushed to them. */
  | 'window'
  /** Nothing of the kind may be sent between 22 and 6 o'clock. */
  | 'night'
  /** What the operator must see to. */
  | 'quota'
  | 'disabled'
  | 'configuration'
  | 'billing'
  /** This message will never be taken. */
  | 'refused';

const codes: ReadonlyArray<readonly [Meaning, readonly number[]]> = [
  ['flood', [-32]],
  ['refused', [-201, -210, -233, -240, -242, -248, -249]],
  ['disabled', [-204, -205, -219]],
  ['configuration', [-209, -212, -221, -223, -224, -235]],
  ['quota', [-211, -218]],
  ['stop', [-213, -217, -227, -244]],
  ['token', [-216, -220]],
  ['window', [-230, -232]],
  ['night', [-234]],
  ['billing', [-320, -321]],
];

const meanings = new Map(codes.flatMap(([meaning, all]) => all.map((code) => [code, meaning] as const)));

/** What a code that is not 0 means; one nobody has described is a message that will not be taken. */
export function meaningOf(code: number): Meaning {
  return meanings.get(code) ?? 'refused';
}
