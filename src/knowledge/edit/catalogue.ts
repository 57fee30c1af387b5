import { parse } from 'yaml';
import { type ContentKind, type Item, type ItemBody, nameOf } from '../../core/content/item.ts';
import type { ContentFiles } from '../load.ts';
import { replyBody } from './reply-file.ts';

/** Where the things of a kind stand among the content files. */
export const folders: Record<ContentKind, string> = {
  card: 'knowledge/answers/',
  quiz: 'knowledge/quiz/',
  service: 'knowledge/services.yaml',
  centre: 'knowledge/services.yaml',
  reply: 'prompts/replies/',
};

/** There is one Centre, and one way to reach it. */
const centreId = 'lien-he';

/** Everything that can be edited, by name, in the order of the files. */
export type Catalogue = ReadonlyMap<string, Item>;

/** Reads what can be edited from content that was checked before. */
export function catalogueOf(files: ContentFiles): Catalogue {
  const items = [...files].flatMap(([file, text]) => itemsIn(file, text));
  return new Map(items.map((item) => [nameOf(item), item]));
}

function itemsIn(file: string, text: string): Item[] {
  if (file === folders.service) {
    const { services, centre } = parse(text) ?? {};
    return [...listed('service', file, services), { kind: 'centre', id: centreId, file, body: centre?.contact ?? {} }];
  }
  if (file.startsWith(folders.card)) return listed('card', file, parse(text));
  if (file.startsWith(folders.quiz)) return listed('quiz', file, parse(text));
  const found = file.startsWith(folders.reply) ? replyBody(text) : null;
  return found === null ? [] : [{ kind: 'reply', id: found.id, file, body: found.body }];
}

function listed(kind: ContentKind, file: string, list: unknown): Item[] {
  const bodies = Array.isArray(list) ? list.filter((one) => one !== null && typeof one === 'object') : [];
  return bodies.map(({ id, ...body }: ItemBody) => ({ kind, id: String(id), file, body }));
}
