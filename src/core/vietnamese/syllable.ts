/** Tone: 0 level, 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;

/** A written syllable taken apart; all parts lower case and without tone. */
export type Syllable = { onset: string; nucleus: string; coda: string };

/** Each row: a vowel with its six tones, in the order of `Tone`. */
const rows = [
  'aáàảãạ',
  'ăắằẳẵặ',
  'âấầẩẫậ',
  'eéèẻẽẹ',
  'êếềểễệ',
  'iíìỉĩị',
  'oóòỏõọ',
  'ôốồổỗộ',
  'ơớờởỡợ',
  'uúùủũụ',
  'ưứừửữự',
  'yýỳỷỹỵ',
];
const tones = [0, 1, 2, 3, 4, 5] as const;
const read = new Map(
  rows.flatMap((row) => tones.map((tone) => [row.charAt(tone), { vowel: row.charAt(0), tone }] as const)),
);
const rowOf = new Map(rows.map((row) => [row.charAt(0), row]));

/** A letter that only Vietnamese spelling writes with such a mark, in lower case. */
export const markedLetter = /[áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ]/;

const shape = /^(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?([aăâeêioôơuưy]{1,3})(ng|nh|ch|[cmnpt])?$/;

const rhymes = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ' +
    'ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot ' +
    'oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ' +
    'ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uôc uôi uôm uôn uông uôt uơ ' +
    'uy uya uych uyn uynh uyt uyu uyên uyêt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu ' +
    'y yêm yên yêng yêt yêu'
  ).split(' '),
);
/** "oo" is written in these few loans only; everywhere else it is a Telex "ô". */
const longO = new Set(['xoong', 'boong', 'cooc', 'mooc', 'sooc', 'booc']);

/** Splits a lower-case NFC word into its toneless letters and its tone; `null` when it carries two tones. */
export function untone(word: string): { plain: string; tone: Tone } | null {
  let plain = '';
  let tone: Tone = 0;
  for (const letter of word) {
    const known = read.get(letter);
    if (known && known.tone > 0) {
      if (tone > 0) return null;
      tone = known.tone;
    }
    plain += known?.vowel ?? letter;
  }
  return { plain, tone };
}

/** The parts of a toneless lower-case word shaped like a syllable, or `null`. */
export function parseSyllable(plain: string): Syllable | null {
  const found = shape.exec(plain);
  return found ? { onset: found[1] ?? '', nucleus: found[2] ?? '', coda: found[3] ?? '' } : null;
}

/** Whether Vietnamese spelling allows this toneless syllable with this tone. */
export function isLegal(plain: string, tone: Tone): boolean {
  const parts = parseSyllable(plain);
  if (!parts) return false;
  const { onset, nucleus, coda } = parts;
  if (/^(c|ch|p|t)$/.test(coda) && tone !== 1 && tone !== 5) return false;
  if (longO.has(plain)) return true;
  const soft = /^[eêiy]/.test(nucleus);
  if (onset === 'k' && !soft) return false;
  if (onset === 'c' && soft) return false;
  if ((onset === 'gh' || onset === 'ngh') && !/^[eêi]/.test(nucleus)) return false;
  if (onset === 'ng' && /^[eêi]/.test(nucleus)) return false;
  if (onset === 'g' && /^[eê]/.test(nucleus)) return false;
  if (/^yê/.test(nucleus))
    return onset === '' ? rhymes.has(nucleus + coda) : onset === 'qu' && rhymes.has(`u${nucleus}${coda}`);
  if (onset === 'qu')
    return (
      rhymes.has(`u${nucleus}${coda}`) ||
      (/^[aăâeêiơ]/.test(nucleus) && rhymes.has(nucleus + coda)) ||
      nucleus + coda === 'ôc'
    );
  return rhymes.has(nucleus + coda);
}

/** Whether a lower-case word is a syllable as Vietnamese writes it, tone included. */
export function isSyllable(word: string): boolean {
  const parts = untone(word);
  return parts !== null && isLegal(parts.plain, parts.tone);
}

/** The syllable with its tone where modern print puts it: hòa, khỏe, thủy, but hoàn, quý, giữa. */
export function withTone({ onset, nucleus, coda }: Syllable, tone: Tone): string {
  if (tone === 0) return onset + nucleus + coda;
  const at = toneAt(nucleus, coda);
  const vowel = nucleus.charAt(at);
  return onset + nucleus.slice(0, at) + (rowOf.get(vowel)?.charAt(tone) ?? vowel) + nucleus.slice(at + 1) + coda;
}

function toneAt(nucleus: string, coda: string): number {
  for (let at = nucleus.length - 1; at >= 0; at--) if (/[ăâêôơư]/.test(nucleus.charAt(at))) return at;
  if (coda !== '') return nucleus.length - 1;
  return nucleus.length === 3 ? 1 : 0;
}

/** A lower-case word with its tone moved to its place; anything that is no syllable comes back as it is. */
export function placeTone(word: string): string {
  const parts = untone(word);
  if (!parts || parts.tone === 0) return word;
  const syllable = parseSyllable(parts.plain);
  return syllable && isLegal(parts.plain, parts.tone) ? withTone(syllable, parts.tone) : word;
}
