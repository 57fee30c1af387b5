import type { Token } from './vietnamese/normalise.ts';

/** The kinds of unit below the province and the former district, as written before a name. */
export type UnitKind = 'xã' | 'phường' | 'thị trấn';

/** A commune, ward or town as it was before the re-arrangement, and the district it lay in. */
export type OldUnit = { kind: UnitKind; name: string; district: string };

/** A commune or ward of today, and the old units it was joined from; none when it was left as it was. */
export type Commune = {
  code: string;
  kind: 'xã' | 'phường';
  name: string;
  /** The province it lay in before. */
  area: string;
  /** The district, town or city most of it lay in before, e.g. "huyện Suối Hoa". */
  home: string;
  parts: OldUnit[];
  note: string | null;
};

export type CommuneMap = {
  document: string;
  locator: string;
  province: string;
  /** The day since when it holds, `YYYY-MM-DD`. */
  since: string;
  /** What to do where it must be certain. */
  caveat: string;
  communes: Commune[];
};

/** What a name on the map may mean. */
export type Unit =
  | { is: 'commune'; commune: Commune }
  | { is: 'part'; part: OldUnit; commune: Commune }
  | { is: 'district'; district: string; communes: Commune[] };

/** A name of the map found in a message: where it stands, the kind of unit written before it, what it may mean. */
export type Mention = { from: number; to: number; kind: string | null; units: Unit[] };

/** Names as folded words → what they may mean. */
export type Gazetteer = {
  map: CommuneMap;
  names: Map<string, Array<{ written: string; unit: Unit }>>;
  /** The first words of the names, folded: where none of them stands, no name begins. */
  firsts: Set<string>;
  longest: number;
};

/** Reads a name into words; the same reading as of messages. */
type Read = (name: string) => Token[];

export function makeGazetteer(
  map: CommuneMap,
  spellings: Array<{ written: string; means: string }>,
  read: Read,
): Gazetteer {
  const names: Gazetteer['names'] = new Map();
  let longest = 1;
  const add = (name: string, unit: Unit) => {
    for (const written of [name, ...spellings.filter((one) => one.means === name).map((one) => one.written)]) {
      const words = read(written);
      const key = words.map((one) => one.folded).join(' ');
      longest = Math.max(longest, words.length);
      names.set(key, [...(names.get(key) ?? []), { written: words.map((one) => one.raw).join(' '), unit }]);
    }
  };
  for (const commune of map.communes) {
    add(commune.name, { is: 'commune', commune });
    for (const part of commune.parts) add(part.name, { is: 'part', part, commune });
  }
  for (const district of districtsOf(map)) {
    const communes = map.communes.filter((one) => one.home === district);
    add(bareName(district), { is: 'district', district, communes });
  }
  return { map, names, firsts: new Set([...names.keys()].map((name) => name.split(' ')[0] ?? '')), longest };
}

/** The former districts in the order of the map. */
export function districtsOf(map: CommuneMap): string[] {
  return [...new Set(map.communes.map((one) => one.home))];
}

/** "huyện Suối Hoa" → "Suối Hoa". */
export function bareName(district: string): string {
  return district.replace(/^(huyện|thị xã|thành phố)\s+/, '');
}

/** Words that may stand before a name, folded, and the kind they stand for. */
const kinds: Record<string, string> = {
  xa: 'xã',
  phuong: 'phường',
  'thi tran': 'thị trấn',
  tt: 'thị trấn',
  huyen: 'huyện',
  'thi xa': 'thị xã',
  tx: 'thị xã',
  'thanh pho': 'thành phố',
  tp: 'thành phố',
};

/**
 * The names of the map in `words`, longest first where they overlap, left to right. Where a name is written with
 * diacritics it means only what is written so; the kind before it narrows what it may mean.
 */
export function mentionsIn(words: Token[], gazetteer: Gazetteer): Mention[] {
  const found: Mention[] = [];
  let at = 0;
  while (at < words.length) {
    // "thị trấn Hoa Sơn" is no "Trấn Hoa": a kind with a name behind it comes first.
    const mention = [2, 1, 0].map((ahead) => mentionAt(words, at, ahead, gazetteer)).find((one) => one !== null);
    if (mention) found.push(mention);
    at = mention?.to ?? at + 1;
  }
  return found;
}

/** The mention that begins at `at` with `ahead` words of kind, or `null`. */
function mentionAt(words: Token[], at: number, ahead: number, { names, firsts, longest }: Gazetteer): Mention | null {
  if (!firsts.has(words[at + ahead]?.folded ?? '')) return null;
  const folded = (from: number, to: number) =>
    words
      .slice(from, to)
      .map((one) => one.folded)
      .join(' ');
  const kind = ahead === 0 ? null : (kinds[folded(at, at + ahead)] ?? null);
  if (ahead > 0 && kind === null) return null;
  const from = at + ahead;
  for (let to = Math.min(words.length, from + longest); to > from; to--) {
    const meant = names.get(folded(from, to));
    if (!meant) continue;
    const raw = words
      .slice(from, to)
      .map((one) => one.raw)
      .join(' ');
    if (kind === null && isOffice(folded(from, to), words[to]?.folded ?? '')) continue;
    const exact = meant.filter((one) => one.written === raw);
    // "suôi hoa" is no "Suối Hòa": other marks than the name's make it another word, unless a kind stands before it.
    if (kind === null && exact.length === 0 && raw !== folded(from, to)) continue;
    const units = (exact.length > 0 ? exact : meant).map((one) => one.unit);
    const narrowed = kind === null ? units : units.filter((one) => kind === kindOf(one));
    return { from: at, to, kind, units: narrowed.length > 0 ? narrowed : units };
  }
  return null;
}

/** A word for offices that is also the name of a ward: what follows it tells. */
function isOffice(name: string, next: string): boolean {
  return (
    name === 'trung tam' &&
    /^(?:hanh|chinh|cong|tro|y|tinh|bao|tu|huyen|xa|day|van|phap|dich|giao|dao|dang|cai|ho|cap)$/.test(next)
  );
}

function kindOf(unit: Unit): string {
  switch (unit.is) {
    case 'commune':
      return unit.commune.kind;
    case 'part':
      return unit.part.kind;
    case 'district':
      return unit.district.slice(0, unit.district.length - bareName(unit.district).length).trim();
  }
}
