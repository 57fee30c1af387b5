import type { Token } from './normalise.ts';
import { numberWord } from './number-words.ts';
import type { NumberMention } from './numbers.ts';

const label = /^(?:tieu|dieu|khoan|muc|so)$/;

/** Reads a share in words as a fraction of one: "hai phần ba", "2 phần 3", "một nửa", "quá nửa"; or `null`. */
export function shareAt(tokens: Token[], at: number, bare: boolean): NumberMention | null {
  const [one, two, three] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const make = (value: number, to: number): NumberMention => ({ value, unit: null, kind: 'share', from: at, to });
  // Without its mark "hon nua" is more often "hơn nữa", so there only "mot nua" and "phan nua" are halves.
  const said = bare ? /^(?:mot|1|phan) nua$/ : /^(?:một|1|phân|quá|hơn|gần) nửa$/;
  if (said.test(`${one?.raw} ${two?.raw}`)) return make(0.5, at + 2);
  if (two?.raw !== 'phần' && !(bare && two?.raw === 'phan')) return null;
  if (label.test(tokens[at - 1]?.folded ?? '')) return null;
  const [top, bottom] = [digit(one, bare), digit(three, bare)];
  return top !== null && bottom !== null && top > 0 && bottom > top ? make(top / bottom, at + 3) : null;
}

function digit(token: Token | undefined, bare: boolean): number | null {
  if (token && /^\d{1,2}$/.test(token.raw)) return Number(token.raw);
  const word = numberWord(token, bare);
  if (word?.kind === 'ten' || (bare && token?.raw === 'muoi')) return 10;
  return word?.kind === 'digit' && !word.tail ? word.value : null;
}
