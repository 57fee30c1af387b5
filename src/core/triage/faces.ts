/** What faces and typed laughter in a message show; words cannot tell a joke from a cry as well. */
export type Face = 'laughs' | 'cries' | 'loves' | 'other';

const shows: ReadonlyArray<readonly [Face, RegExp]> = [
  [
    'laughs',
    /[😂🤣😆😁😄😅😝😜😹]|:\){2,}|=\)+|:[vVD](?!\p{L})|(?<!\p{L})(?:(?:ha|hi|he|hé|há|hí){2,}|k{3,}|lol)(?!\p{L})/iu,
  ],
  ['cries', /[😭😢🥺😥😞😔💔]|:\(+|T_T/u],
  ['loves', /[😍🥰😘❤💕😻]|<3|:3/u],
];
const anyFace = /\p{Extended_Pictographic}/u;

/** The faces in a cleaned text; `other` when it has only some that say nothing clear. */
export function facesIn(clean: string): Face[] {
  const found = shows.filter(([, pattern]) => pattern.test(clean)).map(([face]) => face);
  return found.length === 0 && anyFace.test(clean) ? ['other'] : found;
}
