import { parse } from 'yaml';
import { type ContentKind, type Item, type ItemBody, type ItemKey, nameOf } from '../../core/content/item.ts';
import type { ContentFiles } from '../load.ts';
import { replyBody } from './reply-file.ts';

/** Where the things of a kind stand among the content files. */
export const folders: Record<ContentKind, string> = {
  card: 'knowledge/answers/',
  quiz: 'knowledge/quiz/',
  service: 'knowledge/services.yaml',
  reply: 'prompts/replies/',
};

/** Everything that can be edited, by name, in the order of the files. */
export type Catalogue = ReadonlyMap<string, Item>;

/** Reads what can be edited from content that was checked before. */
export function catalogueOf(files: ContentFiles): Catalogue {
  const items = [...files].flatMap(([file, text]) => itemsIn(file, text));
  return new Map(items.map((item) => [nameOf(item), item]));
}

export function kindOfFile(file: string): ContentKind | null {
  const kinds = Object.entries(folders) as Array<[ContentKind, string]>;
  return kinds.find(([, folder]) => file.startsWith(folder))?.[0] ?? null;
}

export function itemsIn(file: string, text: string): Item[] {
  const kind = kindOfFile(file);
  if (kind === null) return [];
  if (kind === 'reply') {
    const found = replyBody(text);
    return found === null ? [] : [{ kind, id: found.id, file, body: found.body }];
  }
  const list = kind === 'service' ? parse(text)?.services : parse(text);
  return bodies(list).map(({ id, ...body }) => ({ kind, id: String(id), file, body }));
}

function bodies(list: unknown): ItemBody[] {
  return Array.isArray(list) ? list.filter((one): one is ItemBody => one !== null && typeof one === 'object') : [];
}

/** The thing as it stands in the files. */
export function itemIn(files: ContentFiles, { kind, id }: ItemKey): Item | undefined {
  for (const [file, text] of files) {
    if (kindOfFile(file) !== kind) continue;
    const found = itemsIn(file, text).find((one) => one.id === id);
    if (found) return found;
  }
  return undefined;
}
