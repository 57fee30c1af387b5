import type { Token } from './normalise.ts';
import { numberWord } from './number-words.ts';
import type { NumberMention } from './numbers.ts';

const label = /^(?:tieu|dieu|khoan|muc|so)$/;

/** Reads a share in words as a fraction of one: "hai phần ba", "2 phần 3", "một nửa", "quá nửa"; or `null`. */
export function shareAt(tokens: Token[], at: number, bare: boolean): NumberMention | null {
  const [one, two, three] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const make = (value: number, to: number): NumberMention => ({ value, unit: null, kind: 'share', from: at, to });
  const half = two?.raw === 'nửa' || (bare && two?.raw === 'nua');
  if (half && one && /^(?:mot|1|phan|qua|hon|gan)$/.test(one.folded) && one.raw !== 'phần') return make(0.5, at + 2);
  if (half && one?.raw === 'phần') return null;
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
