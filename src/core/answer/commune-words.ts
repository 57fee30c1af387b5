import type { Commune, CommuneMap, OldUnit, Unit } from '../communes.ts';
import { matchable } from '../question/names.ts';

/** The ids of the passages that hold what is told of units begin so. */
export const passagePrefix = 'don-vi-';

/** What a unit is today, in one or two sentences. */
export function tell(unit: Unit, map: CommuneMap): string {
  switch (unit.is) {
    case 'commune':
      return tellCommune(unit.commune, map);
    case 'part':
      // "Xã Suối Đá" is asked for by one name, old or new.
      return unit.commune.name === unit.part.name
        ? tellCommune(unit.commune, map)
        : tellPart(unit.part, unit.commune, map);
    case 'district':
      return tellDistrict(unit.district, map);
  }
}

/** The id of the passage that holds what is told of a unit. */
export function passageOf(unit: Unit): string {
  return unit.is === 'district' ? districtPassage(unit.district) : `${passagePrefix}${unit.commune.code}`;
}

export function districtPassage(district: string): string {
  return `${passagePrefix}${matchable(district).trim().replaceAll(' ', '-')}`;
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
const oldName = (part: OldUnit) => `${part.kind} ${part.name}`;
const newName = (commune: Commune) => `${commune.kind} ${commune.name}`;
const since = (map: CommuneMap) =>
  map.since
    .split('-')
    .reverse()
    .map((one, at) => (at < 2 ? String(Number(one)) : one))
    .join('/');
const areaOf = (commune: Commune, map: CommuneMap) =>
  commune.area === map.province ? '' : `, tỉnh ${commune.area} cũ`;

function tellPart(part: OldUnit, commune: Commune, map: CommuneMap): string {
  return `${capital(oldName(part))} (${part.district} cũ${areaOf(commune, map)}) từ ${since(map)} thuộc ${newName(commune)}, tỉnh ${map.province}.`;
}

export function tellCommune(commune: Commune, map: CommuneMap): string {
  const note = commune.note ? ` ${commune.note}` : '';
  const where = `${commune.home} cũ${areaOf(commune, map)}`;
  if (commune.parts.length === 0)
    return `${capital(newName(commune))} (${where}) giữ nguyên khi sắp xếp ${since(map)}, không gộp với xã nào; nay trực thuộc tỉnh ${map.province}.${note}`;
  const parts = commune.parts.map((one) =>
    one.district === commune.home ? oldName(one) : `${oldName(one)} (${one.district})`,
  );
  return `${capital(newName(commune))} (${where}) lập từ ${since(map)}, gộp từ: ${parts.join(', ')}.${note}`;
}

export function tellDistrict(district: string, map: CommuneMap): string {
  const own = map.communes.filter((one) => one.home === district);
  const moved = map.communes.flatMap((one) =>
    one.home === district
      ? []
      : one.parts.filter((part) => part.district === district).map((part) => `${oldName(part)} về ${newName(one)}`),
  );
  const area = own[0] ? areaOf(own[0], map) : '';
  const also = moved.length > 0 ? ` Riêng ${moved.join(', ')}.` : '';
  return `Từ ${since(map)} không còn ${district}${area}. Địa bàn nay có ${counted(own)}: ${own.map(newName).join(', ')}.${also}`;
}

/** "2 phường và 5 xã". */
function counted(communes: Commune[]): string {
  return (['phường', 'xã'] as const)
    .map((kind) => ({ kind, many: communes.filter((one) => one.kind === kind).length }))
    .filter((one) => one.many > 0)
    .map((one) => `${one.many} ${one.kind}`)
    .join(' và ');
}
