import { figuresIn } from '../figures.ts';
import type { Citation } from '../passage.ts';
import { spokenDay } from '../spoken-day.ts';
import type { Composed } from './composed.ts';
import type { Library } from './library.ts';

const number = String.raw`\d[\d.,]*(?: ?(?:nghìn|triệu))?(?: đồng)?`;
/** A sum of money or a range of sums: "5–10 triệu đồng", "500.000 đồng–1 triệu đồng", "300.000 đồng đến 500.000 đồng". */
const sums = new RegExp(
  String.raw`(?:${number}(?:–| đến | tới ))?\d[\d.,]*(?: ?(?:nghìn|triệu)(?: đồng)?| đồng)( \()?`,
  'g',
);
const day = /\d{1,2}\/\d{1,2}\/\d{4}/;

/**
 * The answer with the day since when its sums hold, said once for each decree they stand in. Decrees set fines anew every
 * few years, and old levels live on in what people read; an answer that names a day already is left as it is.
 */
export function dated(composed: Composed, library: Library): Composed {
  if (composed.outcome === 'decline' || day.test(composed.text)) return composed;
  const said = new Set<string>();
  // A bracket that follows the sum takes the day in, so that no two brackets stand side by side.
  const text = composed.text.replace(sums, (whole, bracket: string | undefined) => {
    const sum = bracket === undefined ? whole : whole.slice(0, -bracket.length);
    const days = new Set(composed.cites.flatMap((cite) => dayOf(sum, cite, library)));
    const [since] = days;
    if (since === undefined || days.size > 1 || said.has(since)) return whole;
    said.add(since);
    return `${sum} (từ ${spokenDay(since)}${bracket === undefined ? ')' : '; '}`;
  });
  return { ...composed, text };
}

/** Since when a sum holds by the cited place of a decree; nothing when it does not stand there. */
function dayOf(sum: string, cite: Citation, { places }: Library): string[] {
  if (!cite.document.endsWith('/NĐ-CP')) return [];
  const rules = places.get(cite.document)?.get(cite.locator) ?? [];
  const figures = figuresIn(sum);
  return rules
    .filter(
      (one) =>
        one.facts.kind === 'article' &&
        one.inForceTo === null &&
        figures.every((figure) => figuresIn(one.text).includes(figure)),
    )
    .map((one) => one.inForceFrom);
}
