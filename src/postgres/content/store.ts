import type { Pool, PoolClient } from 'pg';
import type { Draft } from '../../core/content/draft.ts';
import type { ItemKey } from '../../core/content/item.ts';
import type { ContentStore, NewPublication, Overtaken } from '../../core/content/store.ts';
import type { AuditNote } from '../../core/officers/audit.ts';
import { writeAudit } from '../officers/audit.ts';
import { rows, type Sql, transaction } from '../sql.ts';
import { contentSource, publicationColumns, publicationOf, type SwitchRow } from './source.ts';

type Row = Omit<Draft, 'id' | 'from' | 'editedAt'> & { item: string; from_day: string | null; edited_at: Date };

const columns = 'kind, item, version, body, base, file, state, authors, from_day::text as from_day, edited_at';

function draftOf({ item, from_day, edited_at, ...rest }: Row): Draft {
  return { ...rest, id: item, from: from_day, editedAt: edited_at };
}

/** Drafts, publications and the switch in the database. Each deed and its audit line stand in one transaction. */
export function contentStore(pool: Pool, auditKey: Buffer): ContentStore {
  const noted = <T extends { kind: string }>(note: AuditNote, work: (client: PoolClient) => Promise<T>) =>
    transaction(pool, async (client) => {
      const result = await work(client);
      if (result.kind !== 'overtaken') await writeAudit(client, auditKey, note);
      return result;
    });
  return {
    ...contentSource(pool),
    async drafts() {
      return (await rows<Row>(pool, `select ${columns} from content_draft order by edited_at desc`)).map(draftOf);
    },
    draft: (key) => find(pool, key),
    async history({ kind, id }) {
      const text = `select ${publicationColumns} from content_published where kind = $1 and item = $2 order by seq desc`;
      return (await rows(pool, text, [kind, id])).map(publicationOf);
    },
    save: (saving, note) =>
      noted(note, async (client) => {
        const { kind, id, seen, body, base, file, from, author } = saving;
        const gone = await overtaken(client, saving, seen);
        if (gone) return gone;
        const values = [kind, id, seen + 1, JSON.stringify(body), jsonOf(base), file, from, note.at];
        await rows(
          client,
          `insert into content_draft (kind, item, version, body, base, file, state, authors, from_day, edited_at)
           values ($1, $2, $3, $4::json, $5::json, $6, 'draft', array[$9::text], $7::date, $8)
           on conflict (kind, item) do update set version = excluded.version, body = excluded.body,
             base = excluded.base, file = excluded.file, state = 'draft', from_day = excluded.from_day,
             edited_at = excluded.edited_at, authors = array(
               select distinct name from unnest(content_draft.authors || excluded.authors) as name order by name)`,
          [...values, author],
        );
        return { kind: 'saved' as const, version: seen + 1 };
      }),
    move: (key, seen, state, note) =>
      noted(note, async (client) => {
        const gone = await overtaken(client, key, seen);
        if (gone) return gone;
        await rows(
          client,
          'update content_draft set state = $3, version = version + 1, edited_at = $4 where kind = $1 and item = $2',
          [key.kind, key.id, state, note.at],
        );
        return { kind: 'moved' as const };
      }),
    drop: (key, seen, note) =>
      noted(note, async (client) => {
        const gone = await overtaken(client, key, seen);
        if (gone) return gone;
        await rows(client, 'delete from content_draft where kind = $1 and item = $2', [key.kind, key.id]);
        return { kind: 'dropped' as const };
      }),
    publish: (publication, seen, note) =>
      noted(note, async (client) => {
        const gone = await overtaken(client, publication, seen.draft);
        if (gone) return gone;
        if (!(await isLast(client, publication, seen.last)))
          return { kind: 'overtaken' as const, theirs: await find(client, publication) };
        await rows(client, 'delete from content_draft where kind = $1 and item = $2', [
          publication.kind,
          publication.id,
        ]);
        await put(client, publication);
        return { kind: 'published' as const };
      }),
    change: (publication, last, note) =>
      noted(note, async (client) => {
        if (!(await isLast(client, publication, last))) return { kind: 'overtaken' as const };
        await put(client, publication);
        return { kind: 'changed' as const };
      }),
    async turn({ off, reason, note: words, by, at }, note) {
      await transaction(pool, async (client) => {
        await raise(client);
        await rows(client, 'insert into answers_switch (off, reason, note, by_whom, at) values ($1, $2, $3, $4, $5)', [
          off,
          reason,
          words,
          by,
          at,
        ]);
        await writeAudit(client, auditKey, note);
      });
    },
    async turns(limit) {
      const found = await rows<SwitchRow>(
        pool,
        'select off, reason, note, by_whom, at from answers_switch order by seq desc limit $1',
        [limit],
      );
      return found.map(({ by_whom, ...rest }) => ({ ...rest, by: by_whom }));
    },
  };
}

function jsonOf(body: unknown): string | null {
  return body === null ? null : JSON.stringify(body);
}

async function find(sql: Sql, { kind, id }: ItemKey): Promise<Draft | null> {
  const [row] = await rows<Row>(sql, `select ${columns} from content_draft where kind = $1 and item = $2`, [kind, id]);
  return row === undefined ? null : draftOf(row);
}

/** Holds whoever else would change this until the transaction ends, and tells when they were first. */
async function overtaken(client: PoolClient, key: ItemKey, seen: number): Promise<Overtaken | null> {
  await hold(client);
  const theirs = await find(client, key);
  return (theirs?.version ?? 0) === seen ? null : { kind: 'overtaken', theirs };
}

async function isLast(client: PoolClient, { kind, id }: ItemKey, last: number): Promise<boolean> {
  await hold(client);
  const [row] = await rows<{ seq: string | null }>(
    client,
    'select max(seq) as seq from content_published where kind = $1 and item = $2',
    [kind, id],
  );
  return Number(row?.seq ?? 0) === last;
}

/** Writers wait for one another here: what is read after it stands until the transaction ends. */
async function hold(client: PoolClient): Promise<void> {
  await rows(client, 'select 1 from content_version for update');
}

/** Lets replicas see that what people are told changed. */
async function raise(client: PoolClient): Promise<void> {
  await rows(client, 'update content_version set version = version + 1');
}

async function put(client: PoolClient, publication: NewPublication): Promise<void> {
  const { kind, id, deed, body, fileBody, file, from, authors, reviewer, at } = publication;
  await raise(client);
  await rows(
    client,
    `insert into content_published (kind, item, deed, body, file_body, file, from_day, authors, reviewer, at)
     values ($1, $2, $3, $4::json, $5::json, $6, $7::date, $8, $9, $10)`,
    [kind, id, deed, jsonOf(body), jsonOf(fileBody), file, from, authors, reviewer, at],
  );
}
