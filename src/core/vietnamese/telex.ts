import { isLegal, isSyllable, markedLetter, parseSyllable, type Tone, untone, withTone } from './syllable.ts';

/** A token read as typed with an input method that was off. `strong`: nothing else is written so. */
export type Restored = { word: string; strong: boolean };

const toneOf: Record<string, Tone> = { s: 1, f: 2, r: 3, x: 4, j: 5, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5 };

/** Reads a lower-case word as Telex ("ddanhs" → "đánh"), or `null` when it is a plain word or gives no syllable. */
export function readTelex(word: string): Restored | null {
  if (word.length < 2 || (!/[sfrxjw]|dd|aa|ee|oo/.test(word.slice(1)) && !word.startsWith('dd'))) return null;
  if (!/^\p{L}+$/u.test(word) || isSyllable(word)) return null;
  const parts = untone(word);
  if (!parts) return null;
  const bare = parts.plain;
  const vowelAt = bare.search(/[aăâeêioôơuưy]/);
  if (vowelAt < 0) return null;
  const head = bare.slice(0, vowelAt);
  const onset = head.replace(/^dd/, 'đ');
  const tail = bare.slice(vowelAt);
  const tones = tail.match(/[sfrxj]/g) ?? [];
  if (tones.length > 1 || (tones.length === 1 && parts.tone > 0)) return null;
  const tone = tones[0] ? (toneOf[tones[0]] ?? 0) : parts.tone;
  const toneless = tail.replace(/[sfrxj]/, '');
  const bodies = marked(toneless, /q$/.test(onset));
  const marks = (onset !== head ? 1 : 0) + tones.length + (bodies[0] !== toneless ? 1 : 0);
  if (marks === 0) return null;
  const made = spell(onset, bodies, tone);
  if (made === null || made === word) return null;
  const middle = /[aeiouy]j[a-z]|[aeiouyw]f[cmnpt]/.test(tail);
  const sure = /uo?w|^[^o]*oo(?:i|ng)|[aăâeêioôơuưywnmgcpth]j$/.test(tail);
  return { word: made, strong: marks > 1 || onset !== head || middle || sure || markedLetter.test(word) };
}

/** Reads a lower-case token of letters and digits as VNI ("lu7c5" → "lực"), or `null`. */
export function readVni(word: string): Restored | null {
  if (!/^d?9?[a-z]+[1-9]/.test(word) || !/^[a-z1-9]+$/.test(word)) return null;
  const vowelAt = word.search(/[aeiouy]/);
  if (vowelAt < 1) return null;
  const head = word.slice(0, vowelAt);
  const onset = head.replace(/^d9/, 'đ');
  const tail = word.slice(vowelAt);
  if (/\d/.test(onset)) return null;
  const tones = tail.match(/[1-5]/g) ?? [];
  const shapes = tail.match(/[678]/g) ?? [];
  const late = /9$/.test(tail) && onset === 'd';
  if (tones.length > 1 || shapes.length > 1 || (tail.includes('9') && !late)) return null;
  const letters = tail.replace(/\d/g, '');
  const shaped = vniShape(letters, shapes[0]);
  if (shaped === null) return null;
  const made = spell(late ? 'đ' : onset, [shaped, shaped.replace('ươ', 'uơ')], tones[0] ? (toneOf[tones[0]] ?? 0) : 0);
  return made === null ? null : { word: made, strong: /[a-z]\d+[a-z]/.test(word) };
}

function vniShape(letters: string, digit: string | undefined): string | null {
  if (digit === undefined) return letters;
  if (digit === '6')
    return /[aeo]/.test(letters) ? letters.replace(/[aeo](?!.*[aeo])/, (one) => hat[one] ?? one) : null;
  if (digit === '8') return letters.includes('a') ? letters.replace('a', 'ă') : null;
  if (letters.includes('uo')) return letters.replace('uo', 'ươ');
  return /[uo]/.test(letters) ? letters.replace(/[uo]/, (one) => (one === 'u' ? 'ư' : 'ơ')) : null;
}

const hat: Record<string, string> = { a: 'â', e: 'ê', o: 'ô' };

/** The vowels and ending with Telex doubles and "w" read, likeliest first. */
function marked(tail: string, afterQ: boolean): string[] {
  let body = tail.replace(/aa|ee|oo/, (pair) => hat[pair.charAt(0)] ?? pair);
  if (!body.includes('w')) return [body];
  const atEnd = /^(.*[^w])w$/.exec(body)?.[1];
  if (afterQ && /^uo/.test(body)) return [body.replace('uow', 'uơ')];
  body = body
    .replace(/uwow|uow|uwo/, 'ươ')
    .replace('uw', 'ư')
    .replace('ow', 'ơ')
    .replace('aw', 'ă');
  const late = atEnd?.includes('uo')
    ? atEnd.replace('uo', 'ươ')
    : atEnd?.replace(/[uoa]/, (one) => ({ u: 'ư', o: 'ơ', a: 'ă' })[one] ?? one);
  return [body, body.replace('ươ', 'uơ'), ...(late === undefined ? [] : [late])];
}

function spell(onset: string, bodies: string[], tone: Tone): string | null {
  for (const body of bodies) {
    const plain = onset + body;
    const syllable = parseSyllable(plain);
    if (syllable && isLegal(plain, tone)) return withTone(syllable, tone);
  }
  return null;
}
