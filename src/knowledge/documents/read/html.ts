import { load } from 'cheerio';
import { decodeText } from './decode.ts';
import { linesOfHtml } from './html-lines.ts';

/** The paragraphs of a saved web page, without menus, scripts and what the page hides. */
export function readHtml(bytes: Buffer): string[] {
  const start = bytes.toString('latin1', 0, 4_096);
  const charset = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1] ?? null;
  return linesOfHtml(load(decodeText(bytes, charset)).root().toArray());
}
