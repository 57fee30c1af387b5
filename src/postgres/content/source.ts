import type { Pool } from 'pg';
import type { ContentKind, ItemBody } from '../../core/content/item.ts';
import type { Deed, Publication } from '../../core/content/publication.ts';
import type { ContentSource } from '../../core/content/store.ts';
import type { AnswerSwitch, OffReason } from '../../core/content/switch.ts';
import { rows, type Sql } from '../sql.ts';

type Row = {
  seq: string;
  kind: ContentKind;
  item: string;
  deed: Deed;
  body: ItemBody | null;
  file_body: ItemBody | null;
  file: string;
  from_day: string;
  authors: string[];
  reviewer: string | null;
  at: Date;
};

/** Days come as text: a date of its own would be read in this machine's time zone. */
export const publicationColumns = `seq, kind, item, deed, body, file_body, file, from_day::text as from_day, authors, reviewer, at`;

export function publicationOf(row: unknown): Publication {
  const { seq, item, file_body, from_day, ...rest } = row as Row;
  return { ...rest, seq: Number(seq), id: item, fileBody: file_body, from: from_day };
}

/** What all replicas watch, in the database. */
export function contentSource(pool: Pool): ContentSource {
  return {
    version: () => versionOf(pool),
    async read() {
      // The version first: what is changed meanwhile is read again the next time.
      const version = await versionOf(pool);
      const found = await rows(pool, `select ${publicationColumns} from content_published order by seq`);
      return { version, publications: found.map(publicationOf), answers: await switchOf(pool) };
    },
  };
}

async function versionOf(sql: Sql): Promise<number> {
  const [row] = await rows<{ version: string }>(sql, 'select version from content_version');
  return Number(row?.version ?? 0);
}

export type SwitchRow = { off: boolean; reason: OffReason | null; note: string; by_whom: string; at: Date };

async function switchOf(sql: Sql): Promise<AnswerSwitch> {
  const [last] = await rows<SwitchRow>(
    sql,
    'select off, reason, note, by_whom, at from answers_switch order by seq desc limit 1',
  );
  if (!last?.off || last.reason === null) return { off: false };
  return { off: true, reason: last.reason, note: last.note, by: last.by_whom, since: last.at };
}
