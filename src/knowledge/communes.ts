import { z } from 'zod';
import { districtPassage, passageOf, tellCommune, tellDistrict } from '../core/answer/commune-words.ts';
import {
  type Commune,
  type CommuneMap,
  districtsOf,
  type Gazetteer,
  makeGazetteer,
  type OldUnit,
  type UnitKind,
} from '../core/communes.ts';
import { wordsOf } from '../core/search/terms.ts';
import { addPassage, type Draft } from './draft.ts';
import { date, text } from './schemas.ts';
import { readYaml } from './yaml-file.ts';

const part = z
  .string()
  .regex(/^(xã|phường|thị trấn) [^()]+( \([^()]+\))?$/, 'viết dạng "xã Suối Đá" hoặc "xã Bản Nước (huyện Suối Hoa)"');

/** The form of `knowledge/communes.yaml`. */
export const communeMap = z.strictObject({
  document: text,
  locator: text,
  province: text,
  since: date,
  caveat: text,
  source: text,
  checkedOn: date,
  spellings: z.array(z.strictObject({ written: text, means: text })),
  communes: z
    .array(
      z.strictObject({
        code: z.string().regex(/^\d{5}$/, 'mã gồm 5 chữ số, có ngoặc kép'),
        kind: z.enum(['xã', 'phường']),
        name: text,
        area: text,
        home: z.string().regex(/^(huyện|thị xã|thành phố) /, 'viết dạng "huyện Suối Hoa"'),
        parts: z.array(part),
        note: text.optional(),
      }),
    )
    .min(1),
});

const file = 'knowledge/communes.yaml';

/** Adds the communes of today as passages that answer only when a unit is asked for by name. */
export function addCommunes(draft: Draft, source: string | undefined): Gazetteer | null {
  if (source === undefined) return null;
  const found = readYaml(file, source, communeMap, draft.problems);
  if (!found) return null;
  const { spellings, communes, document, locator, province, since, caveat, source: basis } = found.value;
  const map: CommuneMap = { document, locator, province, since, caveat, communes: communes.map(communeOf) };
  const seen = new Map<string, string>();
  map.communes.forEach((commune, at) => {
    const place = { file, line: found.lineOf(['communes', at]) };
    for (const key of [commune.code, ...commune.parts.map((one) => `${one.kind} ${one.name} ${one.district}`)]) {
      const other = seen.get(key);
      if (other) draft.problems.push({ ...place, what: `"${key}" đã có ở ${other}. Mỗi đơn vị chỉ ghi một lần.` });
      seen.set(key, `${commune.kind} ${commune.name}`);
    }
    const say = tellCommune(commune, map);
    add(draft, map, passageOf({ is: 'commune', commune }), `${commune.kind} ${commune.name}`, say, place.line);
  });
  for (const district of districtsOf(map))
    add(draft, map, districtPassage(district), district, tellDistrict(district, map), 1);
  if (!draft.documents.has(document))
    draft.documents.set(document, {
      number: document,
      title: basis,
      short: document,
      aliases: [],
      inForceFrom: since,
      inForceTo: null,
      onlyWhenNamed: false,
      act: null,
    });
  return makeGazetteer(map, spellings, wordsOf);
}

function communeOf({ parts, note, ...rest }: z.infer<typeof communeMap>['communes'][number]): Commune {
  return { ...rest, note: note ?? null, parts: parts.map((written) => partOf(written, rest.home)) };
}

function partOf(written: string, home: string): OldUnit {
  const [, kind = 'xã', name = '', district = home] =
    /^(xã|phường|thị trấn) ([^()]+?)(?: \(([^()]+)\))?$/.exec(written) ?? [];
  return { kind: kind as UnitKind, name, district };
}

function add(draft: Draft, map: CommuneMap, id: string, name: string, say: string, line: number): void {
  const title = name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
  addPassage(
    draft,
    {
      id,
      document: map.document,
      locator: map.locator,
      title,
      text: say,
      say,
      more: `${say}\n${map.caveat}`,
      ask: [],
      inForceFrom: map.since,
      inForceTo: null,
      cites: [{ document: map.document, locator: map.locator }],
      related: [],
      facts: { kind: 'commune' },
    },
    { file, line },
  );
}
