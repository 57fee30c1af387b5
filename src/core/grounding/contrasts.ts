const pairs: ReadonlyArray<ReadonlySet<string>> = [
  new Set(['nam', 'nữ']),
  new Set(['chồng', 'vợ']),
  new Set(['cha', 'mẹ', 'bố']),
  new Set(['trai', 'gái']),
  new Set(['nhân', 'chức']),
];
const year = /^(?:19|20)\d\d$/;

/** Things that must not be mixed up when something is told: of each kind, whether a word names one of it. */
export const contrasts: ReadonlyArray<(word: string) => boolean> = [
  ...pairs.map((set) => (word: string) => set.has(word)),
  (word) => year.test(word),
];

/** Whether the word names one of two people who are easily exchanged. */
export function isContrasted(word: string): boolean {
  return pairs.slice(0, 4).some((set) => set.has(word));
}
