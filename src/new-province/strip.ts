import { isMap, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';

/** A content file without what spoke of the old province, and the ids of what went. */
export type Stripped = { text: string; gone: string[] };

/**
 * Takes out of a YAML file what `isForeign` finds: a way of asking or an id in a list alone, else the whole entry it
 * stands in. Comments and everything else stay as they are written.
 */
export function strip(source: string, isForeign: (text: string) => boolean): Stripped {
  const gone: string[] = [];
  const text = edited(source, (entries) => {
    for (const entry of entries.items) if (isMap(entry)) dropTexts(entry, isForeign);
    drop(entries, (entry) => speaks(entry, isForeign), gone);
  });
  return { text, gone };
}

/** Takes out the entries that stand on the given lines. */
export function stripLines(source: string, lines: ReadonlySet<number>): Stripped {
  const gone: string[] = [];
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  const offsets = [...lines].map((line) => starts[line - 1] ?? 0);
  const holds = ([from, to]: readonly [number, number]) =>
    offsets.some((offset) => (starts.findLast((start) => start <= from) ?? 0) <= offset && offset < to);
  const text = edited(source, (entries) => {
    drop(entries, (entry) => (entry.range ? holds([entry.range[0], entry.range[1]]) : false), gone);
  });
  return { text, gone };
}

/** The file with its list of entries changed; a file of another form stays as it is. */
function edited(source: string, change: (entries: YAMLSeq) => void): string {
  const document = parseDocument(source);
  if (document.errors.length > 0 || !isSeq(document.contents)) return source;
  const before = document.contents.items.length;
  const shape = JSON.stringify(document.contents);
  change(document.contents);
  if (document.contents.items.length === before && JSON.stringify(document.contents) === shape) return source;
  return document.toString({ lineWidth: 0 });
}

function drop(entries: YAMLSeq, isMeant: (entry: YAMLMap) => boolean, gone: string[]): void {
  entries.items = entries.items.filter((entry) => {
    if (!isMap(entry) || !isMeant(entry)) return true;
    const id = entry.get('id');
    if (typeof id === 'string') gone.push(id);
    return false;
  });
}

/** Single texts of lists inside an entry: one way of asking among many. */
function dropTexts(entry: YAMLMap, isForeign: (text: string) => boolean): void {
  for (const { value } of entry.items) {
    if (!isSeq(value)) continue;
    const texts = value.items.filter((one) => isScalar(one) && typeof one.value === 'string');
    if (texts.length < value.items.length) continue;
    value.items = value.items.filter((one) => !(isScalar(one) && isForeign(String(one.value))));
  }
}

function speaks(entry: YAMLMap, isForeign: (text: string) => boolean): boolean {
  return isForeign(JSON.stringify(entry));
}
