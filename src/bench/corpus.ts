import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '../core/errors.ts';
import { indexPassages, type PassageIndex } from '../core/search/index-passages.ts';
import { makeReader } from '../core/search/terms.ts';

const article = z.object({
  _id: z.string(),
  title: z.string().default(''),
  text: z.string(),
  law_id: z.string().optional(),
  law_title: z.string().default(''),
});
const labelled = z.looseObject({ qid: z.union([z.string(), z.number()]), gold: z.array(z.string()) });

/** A question of a labelled corpus, and the ids of the articles that answer it. */
export type LabelledQuestion = { text: string; gold: string[] };

/** Reads and indexes a corpus of articles, one JSON object a line, optionally gzipped. */
export function indexCorpus(file: string): PassageIndex {
  const read = makeReader();
  return indexPassages(
    readLines(file, article).map((one) => ({
      id: one._id,
      group: one.law_id ?? one.law_title,
      title: read(one.title),
      document: read(one.law_title),
      body: read(one.text),
      ask: [],
    })),
  );
}

/** The articles of a corpus as whole texts, for embedding. */
export function readTexts(file: string): Array<{ id: string; text: string }> {
  return readLines(file, article).map((one) => ({ id: one._id, text: `${one.title}\n${one.text}` }));
}

/** The articles of a corpus by their fields, as any engine can take them. */
export function readSearchable(file: string): Array<Record<'id' | 'title' | 'document' | 'text' | 'ask', string>> {
  return readLines(file, article).map(({ _id: id, title, law_title: document, text }) => ({
    ...{ id, title, document, text },
    ask: '',
  }));
}

/** The articles of a corpus as texts, each of its document. */
export function readArticles(file: string): Array<{ document: string; title: string; text: string }> {
  return readLines(file, article).map(({ law_title, law_id, title, text }) => ({
    document: law_title || law_id || 'corpus',
    title,
    text,
  }));
}

/** Reads the questions that have the field; throws when none has. */
export function readQuestions(file: string, field: string): LabelledQuestion[] {
  const asked = readLines(file, labelled).filter((one) => typeof one[field] === 'string');
  if (asked.length === 0) throw new AppError('config-invalid', `No question in ${file} has the field "${field}".`);
  return asked.map((one) => ({ text: String(one[field]), gold: one.gold }));
}

function readLines<S extends z.ZodType>(file: string, schema: S): Array<z.infer<S>> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new AppError('config-invalid', `Cannot read ${file}. Check the path.`);
  }
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((one) => one.trim() !== '')
    .map((one, at) => {
      const read = schema.safeParse(JSON.parse(one));
      if (!read.success) throw new AppError('config-invalid', `${file}:${at + 1} is not in the expected form.`);
      return read.data;
    });
}
