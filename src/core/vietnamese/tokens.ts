import { fold } from './fold.ts';
import type { Token } from './normalise.ts';

const act =
  '(?:ubtvqh|qh|nđ|nd|kh|qđ|qd|tt|nq|ct|hđ|pl|vbhn|ttr|cv|cđ|bc|l|hd)\\d*(?:-\\p{L}[\\p{L}&]*)*(?![\\p{L}\\p{N}])';
const piece = new RegExp(`\\d+(?:[.,/]\\d+)*(?:/${act})*|[\\p{L}\\p{N}\\p{M}]+|%`, 'giu');
/** Letters that may stay on a number: units and "2k25"; longer ones are the next word ("18tuổi"). */
const attached = /^(?:\p{L}{1,2}\d*)(?![\p{L}\p{N}])/iu;
const glued = /^(đi[eề]u|dieu|kho[aả]n|n[aă]m|ti[eê]u|th[aá]ng|ng[aà]y|đi[eể]m|diem)(\d{1,4})$/iu;
const percent = /^ ?%/;

/** The words and numbers of a cleaned text, in order. Punctuation and emoji are no tokens; offsets count UTF-16 units. */
export function tokensOf(clean: string): Token[] {
  const tokens: Token[] = [];
  const push = (text: string, start: number, end = start + text.length) => {
    const raw = text.toLowerCase().normalize('NFC');
    tokens.push({ raw, folded: fold(raw), start, end });
  };
  piece.lastIndex = 0;
  for (let found = piece.exec(clean); found; found = piece.exec(clean)) {
    const [text] = found;
    const start = found.index;
    let end = start + text.length;
    if (/^\d/.test(text)) {
      const unit = /^\p{L}/u.test(clean.slice(end, end + 1))
        ? attached.exec(clean.slice(end, end + 12))?.[0]
        : undefined;
      const sign = unit === undefined ? percent.exec(clean.slice(end, end + 2))?.[0] : undefined;
      end += unit?.length ?? sign?.length ?? 0;
      push(text + (unit ?? (sign ? '%' : '')), start, end);
    } else {
      const parts = glued.exec(text);
      if (parts?.[1] && parts[2]) {
        push(parts[1], start);
        push(parts[2], start + parts[1].length);
      } else push(text, start);
    }
    piece.lastIndex = end;
  }
  return tokens;
}
