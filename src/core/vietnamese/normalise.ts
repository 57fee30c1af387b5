import { fold } from './fold.ts';
export type Token = { raw: string; folded: string; start: number; end: number };
export type Typed = { clean: string; tokens: Token[]; marked: number; truncated: boolean };
export function normalise(text: string, options: { maxChars?: number } = {}): Typed {
  const max = options.maxChars ?? 2000;
  const chars = [...text.normalize('NFC').replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0000-\u0008\u000b-\u001f\ufffd]/g, '').replace(/\s+/g, ' ').trim()];
  const clean = chars.slice(0, max).join('').trim();
  const tokens: Token[] = [];
  for (const m of clean.matchAll(/\d+(?:[./,-][\p{L}\p{N}]+)*%?|[\p{L}\p{M}\p{N}]+/gu)) {
    const raw = m[0].toLowerCase();
    tokens.push({ raw, folded: fold(raw), start: m.index, end: m.index + m[0].length });
  }
  return { clean, tokens, marked: tokens.filter((t) => t.raw !== t.folded).length, truncated: chars.length > max };
}
