import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../core/errors.ts';
import type { Classifier, Head } from '../core/triage/classifier.ts';
import type { Thresholds } from '../core/triage/judge.ts';
import { makeWordClasses, type WordClasses } from '../core/triage/word-classes.ts';
import { harmTypes } from '../core/triage.ts';
import { describeProblems, type Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const chance = z.number().min(0).max(1);

/** The form of `knowledge/triage/model.json`, which says what is in `weights.bin` beside it. */
export const modelCard = z.strictObject({
  /** Hash of `weights.bin`, and of the word classes and labelled messages it was learned with. */
  weights: hash,
  words: hash,
  messages: hash,
  thresholds: z.strictObject({
    concern: chance,
    urgent: chance,
    whole: chance,
    part: chance,
    law: chance,
    emergency: chance,
    type: chance,
  }),
  /** In the order of their tables in `weights.bin`, 2^bits bytes each. */
  heads: z.array(
    z.strictObject({ name: z.string(), bits: z.int().min(8).max(22), scale: z.number(), bias: z.number() }),
  ),
});
export type ModelCard = z.infer<typeof modelCard>;

/** A classifier with the thresholds that were chosen for it. */
export type Trained = { classifier: Classifier; thresholds: Thresholds };

/** Reads the trained classifier under the content folder. Throws `knowledge-invalid` with the mend. */
export function loadTrained(knowledgeDir: string): Trained {
  const folder = join(knowledgeDir, 'triage');
  const words = readOrRefuse(join(folder, 'words.yaml')).toString('utf8');
  const weights = readOrRefuse(join(folder, 'weights.bin'));
  const card = parseCard(readOrRefuse(join(folder, 'model.json')).toString('utf8'));
  if (sha256(weights) !== card.weights) refuse('weights.bin khác với bản mà model.json ghi');
  if (sha256(words) !== card.words) refuse('words.yaml đã sửa sau lần học cuối');
  let from = 0;
  const heads = new Map<string, Head>();
  for (const { name, bits, scale, bias } of card.heads) {
    const size = 2 ** bits;
    if (from + size > weights.length) refuse('weights.bin ngắn hơn model.json ghi');
    heads.set(name, { bits, scale, bias, weights: new Int8Array(weights.subarray(from, from + size)) });
    from += size;
  }
  const head = (name: string): Head => heads.get(name) ?? refuse(`model.json thiếu mục "${name}"`);
  return {
    classifier: {
      classes: parseWordClasses(words),
      disclosure: head('disclosure'),
      emergency: head('emergency'),
      types: harmTypes.map((type) => [type, head(`type ${type}`)]),
      subjects: (['self', 'other', 'perpetrator'] as const).map((who) => [who, head(`subject ${who}`)]),
    },
    thresholds: card.thresholds,
  };
}

/** Reads `knowledge/triage/words.yaml`. Throws `knowledge-invalid` with file, line and mend. */
export function parseWordClasses(source: string): WordClasses {
  const problems: Problem[] = [];
  const schema = z.record(z.string(), z.array(z.string()).min(1));
  const read = readYaml('knowledge/triage/words.yaml', source, schema, problems);
  if (!read) throw new AppError('knowledge-invalid', describeProblems(problems));
  return makeWordClasses(read.value);
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function parseCard(text: string): ModelCard {
  try {
    return modelCard.parse(JSON.parse(text));
  } catch {
    return refuse('model.json không đúng dạng');
  }
}

function readOrRefuse(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return refuse(`không đọc được ${path.split(/[/\\]/).pop()}`);
  }
}

function refuse(what: string): never {
  throw new AppError(
    'knowledge-invalid',
    `Bộ nhận biết lời kêu cứu trong knowledge/triage/ không dùng được: ${what}. Lấy lại tệp gốc, hoặc chạy "npm run train".`,
  );
}
