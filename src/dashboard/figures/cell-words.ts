import type { Cell } from '../../core/measures/table.ts';
import { spanWords } from '../../core/officers/case-words.ts';

const whole = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });

/** A count as it is read in Viet Nam: "1.240". */
export const countWords = (n: number): string => whole.format(n);

/** A part as whole percent: "12 %"; a very small one is told as such. */
export function shareWords(of: number): string {
  const percent = Math.round(of * 100);
  if (percent === 0 && of > 0) return 'dưới 1 %';
  return `${whole.format(percent)} %`;
}

/** More or less than before: "+12 %". */
export const changeWords = (of: number): string => `${Math.round(of * 100) > 0 ? '+' : ''}${shareWords(of)}`;

/** What stands for a count that is not told. */
export const hiddenWords = 'dưới 5';

/** A cell in words. */
export function cellWords(cell: Cell): string {
  switch (cell.kind) {
    case 'count':
      return countWords(cell.n);
    case 'hidden':
      return hiddenWords;
    case 'none':
      return '–';
    case 'share':
      return shareWords(cell.of);
    case 'minutes':
      return spanWords(cell.minutes * 60_000);
    case 'text':
      return cell.text;
  }
}
