import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Senses, saidIn } from '../core/answer/senses.ts';
import type { Knowledge } from '../core/knowledge.ts';
import { dimensionOf, makeReader } from '../core/search/terms.ts';
import { parseKnowledge, readContent } from '../knowledge/load.ts';
import { packSenses, sensesFile } from '../knowledge/senses.ts';
import { quantise } from '../train/quantise.ts';
import { makeRandom } from '../train/random.ts';
import { stride } from './listwise.ts';

/** How learning goes; chosen on held-out phrasings. */
const width = 48;
const epochs = 14;
const batch = 256;
/** Passages that each batch is told apart from, beside its own. */
const others = 400;
/** How much of a passage's phrasings is asked in an epoch; the rest is known of it. */
const asked = 0.35;
/** How sharply the nearest passage is told from the others. */
const sharp = 12;
/** Share of a question's words left unheard, so that no single word decides. */
const unheard = 0.1;
const pace = 0.004;
const pairs = 0.5;

/** Terms by row of the table, each with its weight; together of length 1. */
type Bag = { rows: Int32Array; weights: Float64Array };
type Said = ReadonlyMap<string, number>;

/** Learns the senses of words from a content folder and writes them into it. */
export function fitSenses(options: { knowledge: string }): void {
  const senses = learnSenses(parseKnowledge(readContent(options.knowledge)));
  writeFileSync(join(options.knowledge, sensesFile), packSenses(senses));
  process.stdout.write(`senses of ${senses.rows.size} words and pairs\n`);
}

/**
 * Learns where words lie, so that what people ask lies nearest to what answers it. Each epoch hides some phrasings of
 * every passage and asks them: near must be the passage that is known by its other phrasings, title and answer.
 * Reproducible: the same knowledge gives the same senses.
 */
export function learnSenses(knowledge: Knowledge): Senses {
  const read = makeReader();
  const passages = [...knowledge.passages.values()]
    .filter((one) => one.facts.kind !== 'commune' && one.facts.kind !== 'act')
    .map((one) => ({
      told: saidIn([read(one.title), read(one.say)]),
      ask: one.ask.map((text) => saidIn([read(text)])),
    }));
  const vocabulary = vocabularyOf(passages);
  const random = makeRandom(1);
  const table = mainDirections(
    passages.map(({ told, ask }) => bagOf(joined([told, ...ask]), vocabulary)),
    vocabulary.size,
    random,
  );
  const first = new Float64Array(table.length);
  const second = new Float64Array(table.length);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const questions: Array<{ bag: Bag; own: number }> = [];
    const known = passages.map(({ told, ask }, own) => {
      const hidden = ask.map(() => ask.length > 1 && random() < asked);
      ask.forEach((said, at) => {
        if (hidden[at]) questions.push({ bag: thinned(bagOf(said, vocabulary), random), own });
      });
      return bagOf(joined([told, ...ask.filter((_, at) => !hidden[at])]), vocabulary);
    });
    shuffle(questions, random);
    for (let from = 0; from < questions.length; from += batch) {
      const some = questions.slice(from, from + batch);
      const near = [
        ...new Set([
          ...some.map((one) => one.own),
          ...Array.from({ length: others }, () => Math.floor(random() * known.length)),
        ]),
      ];
      const slope = slopeOf(some, near, known, table);
      stride(table, slope, first, second, ++step, 0, pace);
    }
  }
  return {
    width,
    rows: new Map([...vocabulary.keys()].map((term, row) => [dimensionOf(term), row])),
    table: quantise(weighted(table, vocabulary)).table,
  };
}

/** How telling each term is, by term; what is heard only once, and pairs that nobody asks with, teach nothing. */
function vocabularyOf(passages: Array<{ told: Said; ask: Said[] }>): Map<string, { row: number; tells: number }> {
  const times = new Map<string, number>();
  const holders = new Map<string, number>();
  for (const { told, ask } of passages) {
    const heard = [
      ...ask.flatMap((said) => [...said.keys()]),
      ...[...told.keys()].filter((term) => !term.includes('_')),
    ];
    for (const term of heard) times.set(term, (times.get(term) ?? 0) + 1);
    for (const term of new Set([told, ...ask].flatMap((said) => [...said.keys()])))
      holders.set(term, (holders.get(term) ?? 0) + 1);
  }
  const terms = [...times].filter(([, count]) => count > 1).map(([term]) => term);
  return new Map(
    terms.map((term, row) => [
      term,
      { row, tells: Math.log(1 + passages.length / (holders.get(term) ?? 1)) * (term.includes('_') ? pairs : 1) },
    ]),
  );
}

function bagOf(said: Said, vocabulary: ReturnType<typeof vocabularyOf>): Bag {
  const rows: number[] = [];
  const weights: number[] = [];
  for (const [term, times] of said) {
    const known = vocabulary.get(term);
    if (!known) continue;
    rows.push(known.row);
    weights.push((1 + Math.log(times)) * known.tells);
  }
  const length = Math.sqrt(weights.reduce((sum, one) => sum + one * one, 0)) || 1;
  return { rows: Int32Array.from(rows), weights: Float64Array.from(weights, (one) => one / length) };
}

function thinned({ rows, weights }: Bag, random: () => number): Bag {
  return { rows, weights: weights.map((one) => (random() < unheard ? 0 : one)) };
}

function joined(texts: Said[]): Said {
  const all = new Map<string, number>();
  for (const said of texts) for (const [term, times] of said) all.set(term, (all.get(term) ?? 0) + times);
  return all;
}

/** The points with the weights of their terms in them, as answering adds them up. */
function weighted(table: Float64Array, vocabulary: ReturnType<typeof vocabularyOf>): Float64Array {
  const points = table.slice();
  for (const { row, tells } of vocabulary.values())
    for (let at = row * width; at < (row + 1) * width; at++) points[at] = (points[at] ?? 0) * tells;
  return points;
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
}

/** How often the main directions are turned towards what the passages say. */
const turns = 4;

/**
 * Where to begin: terms that stand in the same passages lie near one another (latent semantic analysis, by subspace
 * iteration). Rare terms hardly move from there.
 */
function mainDirections(passages: Bag[], terms: number, random: () => number): Float64Array {
  let table = Float64Array.from({ length: terms * width }, () => random() - 0.5);
  for (let turn = 0; turn < turns; turn++) {
    const next = new Float64Array(table.length);
    const sum = new Float64Array(width);
    for (const { rows, weights } of passages) {
      sum.fill(0);
      rows.forEach((row, at) => {
        for (let each = 0; each < width; each++)
          sum[each] = (sum[each] ?? 0) + (weights[at] ?? 0) * (table[row * width + each] ?? 0);
      });
      rows.forEach((row, at) => {
        for (let each = 0; each < width; each++)
          next[row * width + each] = (next[row * width + each] ?? 0) + (weights[at] ?? 0) * (sum[each] ?? 0);
      });
    }
    setApart(next, terms);
    table = next;
  }
  return table;
}

/** Makes the directions stand square to one another, each of length 1 (Gram–Schmidt). */
function setApart(table: Float64Array, terms: number): void {
  const along = (one: number, other: number) => {
    let sum = 0;
    for (let row = 0; row < terms; row++) sum += (table[row * width + one] ?? 0) * (table[row * width + other] ?? 0);
    return sum;
  };
  for (let one = 0; one < width; one++) {
    for (let other = 0; other < one; other++) {
      const shared = along(one, other);
      for (let row = 0; row < terms; row++)
        table[row * width + one] = (table[row * width + one] ?? 0) - shared * (table[row * width + other] ?? 0);
    }
    const length = Math.sqrt(along(one, one)) || 1;
    for (let row = 0; row < terms; row++) table[row * width + one] = (table[row * width + one] ?? 0) / length;
  }
}

type Point = { unit: Float64Array; length: number };

function pointOf({ rows, weights }: Bag, table: Float64Array): Point {
  const unit = new Float64Array(width);
  rows.forEach((row, at) => {
    const weight = weights[at] ?? 0;
    for (let each = 0; each < width; each++) unit[each] = (unit[each] ?? 0) + weight * (table[row * width + each] ?? 0);
  });
  const length = Math.sqrt(dot(unit, unit)) + 1e-6;
  for (let each = 0; each < width; each++) unit[each] = (unit[each] ?? 0) / length;
  return { unit, length };
}

/** How the points must move for the questions to come nearer to their own passages than to the others (softmax). */
function slopeOf(
  questions: Array<{ bag: Bag; own: number }>,
  near: number[],
  known: Bag[],
  table: Float64Array,
): Float64Array {
  const slope = new Float64Array(table.length);
  const passages = near.map((one) => pointOf(known[one] as Bag, table));
  const pulls = near.map(() => new Float64Array(width));
  for (const { bag, own } of questions) {
    const question = pointOf(bag, table);
    const scores = passages.map(({ unit }) => sharp * dot(unit, question.unit));
    const top = Math.max(...scores);
    const shares = scores.map((score) => Math.exp(score - top));
    const all = shares.reduce((sum, one) => sum + one, 0);
    const pull = new Float64Array(width);
    passages.forEach(({ unit }, at) => {
      const pushed = ((shares[at] ?? 0) / all - (near[at] === own ? 1 : 0)) * (sharp / questions.length);
      const passagePull = pulls[at] as Float64Array;
      for (let each = 0; each < width; each++) {
        pull[each] = (pull[each] ?? 0) + pushed * (unit[each] ?? 0);
        passagePull[each] = (passagePull[each] ?? 0) + pushed * (question.unit[each] ?? 0);
      }
    });
    spread(pull, question, bag, slope);
  }
  passages.forEach((passage, at) => {
    spread(pulls[at] as Float64Array, passage, known[near[at] ?? 0] as Bag, slope);
  });
  return slope;
}

/** Hands what pulls at a unit point back to the terms it was made of. */
function spread(pull: Float64Array, { unit, length }: Point, { rows, weights }: Bag, slope: Float64Array): void {
  const along = dot(pull, unit);
  const turned = pull.map((value, each) => (value - (unit[each] ?? 0) * along) / length);
  rows.forEach((row, at) => {
    const weight = weights[at] ?? 0;
    for (let each = 0; each < width; each++)
      slope[row * width + each] = (slope[row * width + each] ?? 0) + weight * (turned[each] ?? 0);
  });
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < width; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
