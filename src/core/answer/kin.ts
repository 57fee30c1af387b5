import { isStopWord } from '../question/stop-words.ts';
import type { Token } from '../vietnamese/normalise.ts';

/** Words that go together with a word in what people ask of the same passage, and how surely, 0–1, the surest first. */
export type Kin = Map<string, Map<string, number>>;

const leastSeen = 3;
const leastLift = 3;
const mostKin = 12;

/**
 * Learns from the phrasings of each passage which words stand for one another ("cưới", "kết hôn"): `b` is kin to `a`
 * when passages that people ask for with `a` nearly always speak of `b`, far more often than others do.
 */
export function learnKin(passages: Array<{ ask: Token[][]; core: ReadonlySet<string> }>): Kin {
  const asked = new Map<string, number>();
  const spoken = new Map<string, number>();
  const both = new Map<string, Map<string, number>>();
  const read = passages.map(({ ask, core }) => {
    const telling = ask.flat().filter((word) => !isStopWord(word));
    return { words: new Set(telling.map((word) => word.folded)), core };
  });
  for (const { words, core } of read) {
    for (const a of words) asked.set(a, (asked.get(a) ?? 0) + 1);
    for (const b of core) spoken.set(b, (spoken.get(b) ?? 0) + 1);
  }
  // What is spoken of everywhere can never stand out.
  const rare = (b: string) => (spoken.get(b) ?? 0) * leastLift <= passages.length;
  for (const { words, core } of read) {
    const others = [...core].filter(rare);
    for (const a of words) {
      if ((asked.get(a) ?? 0) < leastSeen) continue;
      const row = both.get(a) ?? new Map<string, number>();
      for (const b of others) if (b !== a) row.set(b, (row.get(b) ?? 0) + 1);
      both.set(a, row);
    }
  }
  const kin: Kin = new Map();
  for (const [a, row] of both) {
    const times = asked.get(a) ?? 0;
    const near = [...row]
      .map(([b, count]): [string, number, number] => [
        b,
        count / times,
        count / times / ((spoken.get(b) ?? 1) / passages.length),
      ])
      .filter(([, sure, lift]) => sure >= 0.25 && lift >= leastLift)
      .sort((x, y) => y[1] * Math.log(y[2]) - x[1] * Math.log(x[2]) || (x[0] < y[0] ? -1 : 1))
      .slice(0, mostKin)
      .sort((x, y) => y[1] - x[1]);
    if (near.length > 0) kin.set(a, new Map(near.map(([b, sure]) => [b, sure])));
  }
  return kin;
}
