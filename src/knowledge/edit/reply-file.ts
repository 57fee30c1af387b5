import { parse } from 'yaml';
import type { ItemBody } from '../../core/content/item.ts';

const shape = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;

/** Of a fixed text the desk changes the words and who approved them; `null` when the file has no front part. */
export function replyBody(source: string): { id: string; body: ItemBody } | null {
  const parts = shape.exec(source.normalize('NFC'));
  if (!parts) return null;
  const front = parse(parts[1] ?? '') as { id?: unknown; approved?: unknown };
  return { id: String(front.id ?? ''), body: { text: (parts[2] ?? '').trim(), approved: front.approved ?? null } };
}

/** The file with other words and another approval; everything else in its front part stays as it was written. */
export function withReplyBody(source: string, { text, approved }: ItemBody): string {
  const parts = shape.exec(source.normalize('NFC'));
  if (!parts) return source;
  const line = `approved: ${typeof approved === 'string' ? JSON.stringify(approved) : 'null'}`;
  const front = (parts[1] ?? '').replace(/^approved:.*$/m, () => line);
  return `---\n${front}\n---\n${String(text ?? '').trim()}\n`;
}
