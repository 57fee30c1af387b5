import MiniSearch from 'minisearch';
import pg from 'pg';
import { newDatabase, serverPrograms, startServer } from '../bench/private-server.ts';
import type { PassageIndex } from '../core/search/index-passages.ts';
import { memorySearch } from '../core/search/memory-search.ts';
import { makeQuery } from '../core/search/query.ts';
import { lookAt, makeSecondLook } from '../core/search/second-look.ts';
import { wordsOf } from '../core/search/terms.ts';
import { fold } from '../core/vietnamese/fold.ts';

/** What every engine is given of a passage: the same fields, the same words. */
export type Doc = { id: string; title: string; document: string; text: string; ask: string };

/** Ranks ids for a question, best first, at most `depth`. */
export type Engine = { name: string; find: (question: string) => Promise<string[]>; close: () => Promise<void> };

export const depth = 20;
const nothing = async () => {};
const fields = ['title', 'document', 'text', 'ask'] as const;
const wordsIn = (text: string) => fold(text).match(/[a-z0-9]+/g) ?? [];

/** Our search as answering uses it: BM25F over words and pairs, and the second look. Without what picks an answer afterwards. */
export function ours(index: PassageIndex, day: string): Engine {
  const always = { inForceFrom: '0001-01-01', inForceTo: null };
  const search = memorySearch(index.rows, () => always);
  const look = makeSecondLook(index);
  return {
    name: 'Hoa Ban',
    async find(question) {
      const words = wordsOf(question);
      const hits = await search.search(makeQuery([{ words, weight: 1 }], index.idf), lookAt, day);
      return look
        .again(hits, words)
        .slice(0, depth)
        .map(({ id }) => id);
    },
    close: nothing,
  };
}

/** MiniSearch as its documentation shows it, with titles and known questions counting more; `folded`: diacritics taken off. */
export function miniSearch(docs: readonly Doc[], folded: boolean): Engine {
  const index = new MiniSearch<Doc>({
    fields: [...fields],
    searchOptions: { boost: { title: 4, document: 1.5, ask: 2 } },
    ...(folded ? { processTerm: (term: string) => fold(term) || null } : {}),
  });
  index.addAll([...docs]);
  return {
    name: folded ? 'MiniSearch, diacritics folded' : 'MiniSearch',
    find: async (question) =>
      index
        .search(question)
        .slice(0, depth)
        .map(({ id }) => String(id)),
    close: nothing,
  };
}

/** Keyword rules: the passage that shares the most distinct words with the question; a shorter one first. */
export function keywordRules(docs: readonly Doc[]): Engine {
  const read = docs.map((doc) => {
    const words = wordsIn(fields.map((field) => doc[field]).join(' '));
    return { id: doc.id, words: new Set(words), length: words.length };
  });
  return {
    name: 'keyword rules',
    async find(question) {
      const asked = [...new Set(wordsIn(question))];
      return read
        .map(({ id, words, length }) => ({ id, length, shared: asked.filter((word) => words.has(word)).length }))
        .filter(({ shared }) => shared > 0)
        .sort((a, b) => b.shared - a.shared || a.length - b.length)
        .slice(0, depth)
        .map(({ id }) => id);
    },
    close: nothing,
  };
}

/**
 * PostgreSQL's full text on a private server: folded words, titles and known questions weighing more, any of the words,
 * ranked by `ts_rank` with the length divided out. `null` where no server is installed.
 */
export async function fullText(docs: readonly Doc[]): Promise<Engine | null> {
  if (serverPrograms() === null) return null;
  const server = await startServer();
  const pool = new pg.Pool({ connectionString: await newDatabase(server), max: 2 });
  pool.on('error', () => {});
  await pool.query('create unlogged table doc (id text primary key, words tsvector not null)');
  for (let at = 0; at < docs.length; at += 500) {
    const some = docs.slice(at, at + 500);
    const column = (of: (doc: Doc) => string) => some.map((doc) => wordsIn(of(doc)).join(' '));
    await pool.query(
      `insert into doc select id, setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', ask), 'B')
         || setweight(to_tsvector('simple', document), 'C') || setweight(to_tsvector('simple', text), 'D')
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as given (id, title, ask, document, text)`,
      [
        some.map((doc) => doc.id),
        ...(['title', 'ask', 'document', 'text'] as const).map((name) => column((doc) => doc[name])),
      ],
    );
  }
  await pool.query('create index doc_words on doc using gin (words)');
  await pool.query('analyze doc');
  return {
    name: 'PostgreSQL full text',
    async find(question) {
      const any = [...new Set(wordsIn(question))].join(' | ');
      if (any === '') return [];
      const { rows } = await pool.query<{ id: string }>(
        `select id from doc, to_tsquery('simple', $1) as asked where words @@ asked order by ts_rank(words, asked, 1) desc, id limit $2`,
        [any, depth],
      );
      return rows.map(({ id }) => id);
    },
    async close() {
      await pool.end();
      await server.stop();
    },
  };
}
