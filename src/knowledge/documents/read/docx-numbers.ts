import { type CheerioAPI, load } from 'cheerio';
import type { Element } from './html-lines.ts';

/** How one level of a numbered list counts and writes its number: `text` "Điều %1." with `format` "decimal". */
type Level = { start: number; format: string; text: string };
type Place = { list: string; level: number };

/**
 * Writes the numbers that Word counts by itself ("Điều 1.", "2.", "a)") into the text of their paragraphs, because
 * they stand nowhere in the file. Changes `document` (word/document.xml).
 */
export function writeNumbers(document: CheerioAPI, numbering: string, styles: string): void {
  const lists = readLists(load(numbering, { xml: true }));
  const ofStyle = placesOfStyles(load(styles, { xml: true }));
  const counts = new Map<string, number[]>();
  document('w\\:p').each((_, paragraph) => {
    const properties = document(paragraph).children('w\\:pPr');
    const style = properties.children('w\\:pStyle').attr('w:val') ?? '';
    const place = placeOf(document, properties.children('w\\:numPr').get(0), ofStyle.get(style));
    const list = place ? lists.get(place.list) : undefined;
    const level = place ? list?.levels[place.level] : undefined;
    if (!place || !list || !level) return;
    const count = counts.get(list.counter) ?? [];
    for (let upper = 0; upper < place.level; upper++) count[upper] ??= list.levels[upper]?.start ?? 1;
    count[place.level] = (count[place.level] ?? level.start - 1) + 1;
    count.length = place.level + 1;
    counts.set(list.counter, count);
    const label = labelOf(level, list.levels, count);
    const run = `<w:r><w:t xml:space="preserve">${label} </w:t></w:r>`;
    if (label === '') return;
    if (properties.length > 0) properties.after(run);
    else document(paragraph).prepend(run);
  });
}

/** Where a paragraph stands: its own numbering wins over its style's; list "0" takes it out of any list. */
function placeOf(document: CheerioAPI, own: Element | undefined, styled: Place | undefined): Place | null {
  const place = own ? readPlace(document, own, styled) : (styled ?? null);
  return place === null || place.list === '0' ? null : place;
}

function readPlace($: CheerioAPI, element: Element, styled?: Place): Place | null {
  const list = $(element).children('w\\:numId').attr('w:val') ?? styled?.list;
  const level = Number($(element).children('w\\:ilvl').attr('w:val') ?? styled?.level ?? 0);
  return list === undefined ? null : { list, level };
}

function placesOfStyles($: CheerioAPI): Map<string, Place> {
  const own = new Map<string, { place: Place | null; above: string | undefined }>();
  $('w\\:style').each((_, style) => {
    const numbered = $(style).children('w\\:pPr').children('w\\:numPr').get(0);
    const place = numbered ? readPlace($, numbered, { list: '', level: 0 }) : null;
    own.set($(style).attr('w:styleId') ?? '', { place, above: $(style).children('w\\:basedOn').attr('w:val') });
  });
  const places = new Map<string, Place>();
  for (const id of own.keys()) {
    let at: string | undefined = id;
    // A style based on itself must not hang the reader.
    for (let step = 0; step < 20 && at !== undefined; step++) {
      const found: { place: Place | null; above: string | undefined } | undefined = own.get(at);
      if (found?.place && found.place.list !== '') {
        places.set(id, found.place);
        break;
      }
      at = found?.above;
    }
  }
  return places;
}

/** Lists by number; lists made from one pattern go on counting together unless they say where to start. */
function readLists($: CheerioAPI): Map<string, { counter: string; levels: Level[] }> {
  const patterns = new Map<string, Level[]>();
  $('w\\:abstractNum').each((_, pattern) => {
    const levels: Level[] = [];
    $(pattern)
      .children('w\\:lvl')
      .each((_, level) => {
        const value = (name: string) => $(level).children(`w\\:${name}`).attr('w:val');
        levels[Number($(level).attr('w:ilvl') ?? 0)] = {
          start: Number(value('start') ?? 1),
          format: value('numFmt') ?? 'decimal',
          text: value('lvlText') ?? '',
        };
      });
    patterns.set($(pattern).attr('w:abstractNumId') ?? '', levels);
  });
  const lists = new Map<string, { counter: string; levels: Level[] }>();
  $('w\\:num').each((_, list) => {
    const id = $(list).attr('w:numId') ?? '';
    const pattern = $(list).children('w\\:abstractNumId').attr('w:val') ?? '';
    const levels = [...(patterns.get(pattern) ?? [])];
    const starts = $(list).children('w\\:lvlOverride');
    starts.each((_, override) => {
      const at = Number($(override).attr('w:ilvl') ?? 0);
      const start = $(override).children('w\\:startOverride').attr('w:val');
      const level = levels[at];
      if (level && start !== undefined) levels[at] = { ...level, start: Number(start) };
    });
    lists.set(id, { counter: starts.length > 0 ? `list ${id}` : pattern, levels });
  });
  return lists;
}

function labelOf(level: Level, levels: Level[], count: number[]): string {
  if (level.format === 'bullet') return '-';
  if (level.format === 'none') return '';
  return level.text
    .replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return written(count[at] ?? 1, levels[at]?.format ?? 'decimal');
    })
    .replace(/[<>&]/g, '')
    .trim();
}

function written(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letter(value);
    case 'upperLetter':
      return letter(value).toUpperCase();
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}

function letter(value: number): string {
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const romans: Array<[number, string]> = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  let left = Math.min(value, 399);
  let text = '';
  for (const [worth, sign] of romans)
    while (left >= worth) {
      text += sign;
      left -= worth;
    }
  return text;
}
