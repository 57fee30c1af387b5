import type { Token } from './normalise.ts';

/** What a number word does: a digit, ten, or a multiplier. "lăm" and "mốt" are digits that only follow a ten. */
export type NumberWord =
  | { kind: 'digit'; value: number; tail: boolean }
  | { kind: 'ten' }
  | { kind: 'tens' }
  | { kind: 'hundred' }
  | { kind: 'link' }
  | { kind: 'half' };

/** Word and meaning; `5-` is a five that only follows a ten. */
const written =
  'không 0,một 1,hai 2,ba 3,bốn 4,tư 4,năm 5,sáu 6,bảy 7,bẩy 7,tám 8,chín 9,mốt 1-,lăm 5-,nhăm 5-,' +
  'mười ten,mươi tens,chục tens,trăm hundred,linh link,lẻ link,rưỡi half,rưởi half';
const folded =
  'khong 0,mot 1,hai 2,ba 3,bon 4,tu 4,nam 5,sau 6,bay 7,tam 8,chin 9,lam 5-,nham 5-,' +
  'muoi tens,chuc tens,tram hundred,linh link,le link,ruoi half';

function table(rows: string): Map<string, NumberWord> {
  return new Map(
    rows.split(',').map((row) => {
      const [word = '', meaning = ''] = row.split(' ');
      return [word, wordOf(meaning)];
    }),
  );
}

function wordOf(meaning: string): NumberWord {
  const digit = /^(\d)(-?)$/.exec(meaning);
  if (digit) return { kind: 'digit', value: Number(digit[1]), tail: digit[2] === '-' };
  return { kind: meaning as 'ten' | 'tens' | 'hundred' | 'link' | 'half' };
}

const byWriting = table(written);
const byFold = table(folded);

/**
 * Reads number words. In a message without diacritics "sau" may be six or after, so there folded words are read and
 * the caller asks for more proof; elsewhere only the written word counts.
 */
export function numberWord(token: Token | undefined, bare: boolean): NumberWord | null {
  if (!token) return null;
  return byWriting.get(token.raw) ?? (bare ? byFold.get(token.folded) : undefined) ?? null;
}

/** A number in words below one thousand, from `at` up to `to`; `words` is how many tokens it takes. */
export type Spoken = { value: number; to: number; words: number };

/** Reads "hai trăm linh năm", "sáu mươi lăm", "mười tám", "ba lăm", "năm"; `null` where no number starts. */
export function spokenBelowThousand(tokens: Token[], at: number, bare: boolean): Spoken | null {
  const word = (index: number) => numberWord(tokens[index], bare);
  const first = word(at);
  if (first?.kind === 'digit' && !first.tail && word(at + 1)?.kind === 'hundred') {
    const base = first.value * 100;
    let next = at + 2;
    const linked = word(next)?.kind === 'link';
    if (linked) next++;
    const rest = linked ? digitAt(tokens, next, bare) : tensAt(tokens, next, bare);
    return rest ? spoken(base + rest.value, at, rest.to) : spoken(base, at, at + 2);
  }
  return tensAt(tokens, at, bare) ?? digitAt(tokens, at, bare);
}

function tensAt(tokens: Token[], at: number, bare: boolean): Spoken | null {
  const first = numberWord(tokens[at], bare);
  const second = numberWord(tokens[at + 1], bare);
  if (first?.kind === 'ten' || (bare && first?.kind === 'tens' && tokens[at]?.folded === 'muoi')) {
    return second?.kind === 'digit' && second.value > 0 && !isUnitNam(tokens, at + 1)
      ? spoken(10 + second.value, at, at + 2)
      : spoken(10, at, at + 1);
  }
  if (first?.kind !== 'digit' || first.tail || first.value === 0) return null;
  if (second?.kind === 'tens') {
    const third = numberWord(tokens[at + 2], bare);
    return third?.kind === 'digit' && third.value > 0 && tokens[at + 1]?.folded === 'muoi' && !isUnitNam(tokens, at + 2)
      ? spoken(first.value * 10 + third.value, at, at + 3)
      : spoken(first.value * 10, at, at + 2);
  }
  // "ba lăm" is 35; without its mark "ba lam" is somebody working.
  const short = second?.kind === 'digit' && second.tail && tokens[at + 1]?.raw !== tokens[at + 1]?.folded;
  return short ? spoken(first.value * 10 + second.value, at, at + 2) : null;
}

/** After a ten five is "lăm", so "năm" there is the year: "mười năm", "sáu mươi năm". */
function isUnitNam(tokens: Token[], at: number): boolean {
  return tokens[at]?.folded === 'nam';
}

function digitAt(tokens: Token[], at: number, bare: boolean): Spoken | null {
  const word = numberWord(tokens[at], bare);
  return word?.kind === 'digit' && !word.tail ? spoken(word.value, at, at + 1) : null;
}

function spoken(value: number, from: number, to: number): Spoken {
  return { value, to, words: to - from };
}
