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
  const read = passages.map(({ ask, core }) => {
    const telling = ask.flat().filter((word) => !isStopWord(word));
    return { words: new Set(telling.map((word) => word.folded)), core };
  });
  for (const { words, core } of read) {
    for (const a of words) asked.set(a, (asked.get(a) ?? 0) + 1);
    for (const b of core) spoken.set(b, (spoken.get(b) ?? 0) + 1);
  }
  // What is spoken of everywhere can never stand out.
  const rare = [...spoken].filter(([, times]) => times * leastLift <= passages.length).map(([b]) => b);
  const numbers = new Map(rare.map((b, at) => [b, at]));
  const cores = read.map(({ core }) => Int32Array.from([...core].flatMap((b) => numbers.get(b) ?? [])));
  const holders = new Map<string, Int32Array[]>();
  read.forEach(({ words }, at) => {
    for (const a of words) {
      if ((asked.get(a) ?? 0) < leastSeen) continue;
      const held = holders.get(a);
      const core = cores[at] as Int32Array;
      if (held) held.push(core);
      else holders.set(a, [core]);
    }
  });
  const kin: Kin = new Map();
  // One table of counts, emptied for each word: this runs over millions of pairs at every start.
  const counts = new Int32Array(rare.length);
  for (const [a, held] of holders) {
    const times = asked.get(a) ?? 0;
    const row: Array<[string, number]> = [];
    for (const core of held) for (const b of core) counts[b] = (counts[b] ?? 0) + 1;
    for (const core of held)
      for (const b of core) {
        const [word, count] = [rare[b] ?? '', counts[b] ?? 0];
        if (count > 0 && word !== a) row.push([word, count]);
        counts[b] = 0;
      }
    const near = row
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
