const numbers: Record<string, number> = { nhat: 1, hai: 2, ba: 3, tu: 4, nam: 5, sau: 6 };

const named =
  /\b(?:cai|chi tieu|y|muc|so|con|the) (?:(?:thu )(nhat|hai|ba|tu|nam|sau|\d)|(dau(?: tien)?)|(cuoi(?: cung)?)|((?:ke |tiep )(?:theo|tiep|sau|do)|sau do))(?! (?:tuoi|thang|nam|phan))\b/;

/** Which of several things last listed is asked for: its place from 1, the last one, or the one after; else `null`. */
export function ordinalIn(folded: string): number | 'last' | 'next' | null {
  const found = named.exec(folded);
  if (!found) return null;
  const [, number, first, last] = found;
  if (first !== undefined) return 1;
  if (last !== undefined) return 'last';
  return number === undefined ? 'next' : (numbers[number] ?? Number(number));
}
