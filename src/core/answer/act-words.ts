import type { ActRecord, KnownDocument } from '../passage.ts';
import { dayAfter, spokenDay } from '../spoken-day.ts';

/** The locator of an act as a whole. */
export const wholeAct = 'Toàn văn';

/** What is known of an act as a whole, for citing and for "xem thêm". */
export function tellAct(document: KnownDocument, act: ActRecord): string {
  return [
    `${actName(document)}.`,
    tellIssued(act),
    tellEffect(document, null),
    tellSize(act),
    tellEnds(document, act),
    tellAmended(act),
  ]
    .filter(Boolean)
    .join(' ');
}

/** "Luật Bình đẳng giới 2006 (73/2006/QH11)"; what the short name says in brackets is left to the sentences. */
export function actName({ short, number }: Pick<KnownDocument, 'short' | 'number'>): string {
  const name = short.replace(/\s*\([^()]*\)$/, '');
  return name.includes(number) ? name : `${name} (${number})`;
}

export function tellIssued(act: ActRecord): string {
  return act.issued === null ? '' : `${act.issuer} ban hành ngày ${spokenDay(act.issued)}.`;
}

/** Since when it holds, and until when; `day` is today, or `null` when that does not matter. */
export function tellEffect({ inForceFrom, inForceTo }: KnownDocument, day: string | null): string {
  const since = `${day !== null && inForceFrom > day ? 'Sẽ có' : 'Có'} hiệu lực từ ${spokenDay(inForceFrom)}.`;
  return inForceTo === null ? since : `${since} Hết hiệu lực từ ${spokenDay(dayAfter(inForceTo))}.`;
}

export function tellSize({ chapters, articles }: ActRecord): string {
  const parts = [chapters === null ? '' : `${chapters} chương`, articles === null ? '' : `${articles} điều`];
  const said = parts.filter(Boolean).join(', ');
  return said === '' ? '' : `Gồm ${said}.`;
}

/** Which acts lost force when this one came. */
export function tellEnds({ inForceFrom }: KnownDocument, { ends }: ActRecord): string {
  const replaced = ends.filter((one) => one.replaced).map((one) => one.name);
  const ended = ends.filter((one) => !one.replaced).map((one) => one.name);
  const since = spokenDay(inForceFrom);
  return [
    replaced.length > 0 ? `Thay ${replaced.join(', ')} từ ${since}.` : '',
    ended.length > 0 ? `${ended.join(', ')} hết hiệu lực từ ${since}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

export function tellAmended({ amendedBy }: ActRecord): string {
  return amendedBy
    .map(
      ({ number, from, what }) =>
        `Đã sửa theo văn bản ${number} từ ${spokenDay(from)}${what === null ? '' : `: ${what}`}.`,
    )
    .join(' ');
}
