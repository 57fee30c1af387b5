import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { indexCorpus, type LabelledQuestion, readQuestions, readSearchable } from '../bench/corpus.ts';
import { percentile, round } from '../bench/table.ts';
import type { Bot } from '../bot.ts';
import { fold } from '../core/vietnamese/fold.ts';
import { sameProvision } from '../eval/questions.ts';
import { type Doc, type Engine, fullText, keywordRules, miniSearch, ours } from './engines.ts';
import type { Cell, Section } from './page.ts';

const labelled = z.object({
  turns: z.array(
    z.object({
      text: z.string(),
      outcome: z.string(),
      cites: z.array(z.object({ document: z.string(), locator: z.string() })).default([]),
    }),
  ),
});

/** Ranks every question with every engine; found: a right passage among the first 1, 5, 10. */
export async function compare(engines: readonly Engine[], questions: readonly LabelledQuestion[]): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for (const { name, find } of engines) {
    const times: number[] = [];
    const places: number[] = [];
    for (const { text, gold } of questions) {
      const right = new Set(gold);
      const from = performance.now();
      const ids = await find(text);
      times.push(performance.now() - from);
      places.push(ids.findIndex((id) => right.has(id)));
    }
    const within = (k: number) => ({
      part: places.filter((place) => place >= 0 && place < k).length,
      whole: places.length,
    });
    const reciprocal = places.reduce((sum, place) => sum + (place >= 0 && place < 10 ? 1 / (place + 1) : 0), 0);
    const mrr = round(reciprocal / Math.max(1, places.length));
    rows.push([name, within(1), within(5), within(10), mrr, percentile(times, 0.5)]);
  }
  return rows;
}

const columns = ['', 'right among the first', 'first 5', 'first 10', 'MRR@10', 'median ms'];

export async function retrievalSection(
  bot: Bot,
  given: { corpus?: string | undefined; questions?: string | undefined; limit: number },
): Promise<Section> {
  const docs = docsOf(bot);
  const asked = ownQuestions(bot, docs).slice(0, given.limit);
  const engines = [
    ours(bot.library.index, '2026-01-01'),
    miniSearch(docs, true),
    miniSearch(docs, false),
    await fullText(docs),
    keywordRules(docs),
  ].flatMap((one) => one ?? []);
  const tables = [
    {
      caption: `${docs.length} passages of the knowledge, ${asked.length} questions as typed`,
      columns,
      rows: await compare(engines, asked),
    },
    {
      caption: 'The same questions without diacritics',
      columns,
      rows: await compare(
        engines,
        asked.map((one) => ({ ...one, text: fold(one.text) })),
      ),
    },
  ];
  await Promise.all(engines.map((one) => one.close()));
  if (given.corpus !== undefined && given.questions !== undefined)
    tables.push(await publicTable(given.corpus, given.questions, given.limit));
  return {
    title: 'Search, beside its peers',
    text: [
      'Every engine is given the same fields of the same passages and the same questions in the same run: those of the test half that a passage of the knowledge answers. Right is a passage that rests on the provision which the label names. Only the first ranking is compared; what the bot does afterwards to pick and word an answer is not in it.',
      'MiniSearch weighs fields as ours does and is shown with and without folding; PostgreSQL ranks folded words of any field with ts_rank; keyword rules count shared words.',
    ],
    tables,
    commands: ['npm run bench -- retrieval --corpus FILE --questions FILE'],
  };
}

async function publicTable(corpus: string, file: string, limit: number): Promise<Section['tables'][number]> {
  const docs = readSearchable(corpus);
  const asked = readQuestions(file, 'text').slice(0, Math.min(limit, 400));
  const engines = [
    ours(indexCorpus(corpus), '2026-01-01'),
    miniSearch(docs, true),
    await fullText(docs),
    keywordRules(docs),
  ];
  const some = engines.flatMap((one) => one ?? []);
  const rows = await compare(some, asked);
  await Promise.all(some.map((one) => one.close()));
  return { caption: `A public corpus: ${docs.length} articles, its first ${asked.length} questions`, columns, rows };
}

/** The passages that search may find, as every engine is given them. */
function docsOf({ library, knowledge }: Bot): Doc[] {
  return library.index.rows.flatMap(({ id }) => {
    const one = knowledge.passages.get(id);
    if (one === undefined) return [];
    const document = knowledge.documents.get(one.document)?.short ?? one.document;
    return [{ id, title: one.title, document: `${document} ${one.locator}`, text: one.text, ask: one.ask.join('. ') }];
  });
}

/** First questions of the test half, with the passages that rest on what the label cites. */
function ownQuestions({ knowledge }: Bot, docs: readonly Doc[]): LabelledQuestion[] {
  const items = readFileSync('test/eval/questions.test.jsonl', 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => labelled.parse(JSON.parse(line)));
  return items.flatMap(({ turns: [first] }) => {
    if (first === undefined || first.outcome !== 'answer') return [];
    const gold = docs.flatMap(({ id }) => {
      const cites = knowledge.passages.get(id)?.cites ?? [];
      const rests = first.cites.some((want) =>
        cites.some(
          (cite) =>
            cite.document === want.document && want.locator !== '*' && sameProvision(cite.locator, want.locator),
        ),
      );
      return rests ? [id] : [];
    });
    return gold.length === 0 ? [] : [{ text: first.text, gold }];
  });
}
