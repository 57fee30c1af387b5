import { type ContentKind, contentKinds, type ItemKey } from '../../core/content/item.ts';
import { base } from '../house.ts';

/** Kinds as they stand in addresses. */
const segments: Record<ContentKind, string> = {
  card: 'the',
  quiz: 'cau-do',
  service: 'noi-giup',
  centre: 'trung-tam',
  reply: 'loi',
};

export const contentHome = `${base}/noi-dung`;

export function kindAddress(kind: ContentKind): string {
  return `${contentHome}/${segments[kind]}`;
}

export function itemAddress({ kind, id }: ItemKey): string {
  return `${kindAddress(kind)}/${encodeURIComponent(id)}`;
}

export function kindIn(segment: string | undefined): ContentKind | null {
  return contentKinds.find((kind) => segments[kind] === segment) ?? null;
}

/** Ids that a thing may have; "moi" is the page for a new one. */
export function idIn(text: string | undefined): string | null {
  return text !== undefined && /^[a-z0-9][a-z0-9-]{1,58}$/.test(text) && text !== 'moi' ? text : null;
}
