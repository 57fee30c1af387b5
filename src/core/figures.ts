const figure = /\d+(?:[.,]\d+)*/g;

/**
 * The figures in a text as plain decimal strings: "18.168" → "18168", "1,6" → "1.6", "01/7/2026" → "1", "7", "2026".
 * A dot before exactly three digits groups thousands, as Vietnamese writes it; a comma is the decimal mark.
 */
export function figuresIn(text: string): string[] {
  return (text.match(figure) ?? []).map(plain);
}

function plain(written: string): string {
  const decimal = written.replace(/\.(?=\d{3}(?:\D|$))/g, '').replace(',', '.');
  return decimal.replace(/^0+(?=\d)/, '');
}

/** The figures of a unit in a text, both ends of a range ("04–06 tháng"). */
export function figuresOf(text: string, unit: string | null): string[] {
  const shape = new RegExp(`(\\d[\\d.,]*)(?: ?(?:–|-|đến|hoặc|tới) ?(\\d[\\d.,]*))? ?${unit}`, 'giu');
  return [...text.matchAll(shape)].flatMap((one) => figuresIn(`${one[1]} ${one[2] ?? ''}`));
}

/** The figures of `said` that occur in none of `sources`. */
export function unsupportedFigures(said: string, sources: Iterable<string>): string[] {
  const known = new Set<string>();
  for (const source of sources) for (const one of figuresIn(source)) known.add(one);
  return figuresIn(said).filter((one) => !known.has(one));
}
