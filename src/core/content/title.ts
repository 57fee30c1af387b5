import type { ContentKind, ItemBody, ItemKey } from './item.ts';

const longest = 90;

/** What a thing is about, in a line, as editors look for it. */
export function titleOf({ kind, id }: ItemKey, body: ItemBody | null): string {
  const said = (name: string) => (typeof body?.[name] === 'string' ? String(body[name]) : '');
  switch (kind) {
    case 'card':
      return short(Array.isArray(body?.ask) ? String(body.ask[0] ?? id).replace(/\s*=>.*$/, '') : id);
    case 'quiz':
      return short(said('ask') || id);
    case 'service':
      return body === null ? id : `${said('number')} – ${said('name')}`;
    case 'centre':
      return 'Cách gọi Trung tâm Công tác xã hội';
    case 'reply':
      return short(said('text').replace(/\s+/g, ' ') || id);
  }
}

function short(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\s.,;:]+$/, '')}…`;
}

/** A kind as editors read it: many, and one. */
export function kindName(kind: ContentKind): { many: string; one: string } {
  switch (kind) {
    case 'card':
      return { many: 'Thẻ trả lời', one: 'thẻ trả lời' };
    case 'quiz':
      return { many: 'Câu đố', one: 'câu đố' };
    case 'service':
      return { many: 'Nơi giúp đỡ', one: 'nơi giúp đỡ' };
    case 'centre':
      return { many: 'Số của Trung tâm', one: 'số của Trung tâm' };
    case 'reply':
      return { many: 'Lời của máy', one: 'lời của máy' };
  }
}
