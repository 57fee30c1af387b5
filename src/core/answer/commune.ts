import { bareName, type CommuneMap, type Gazetteer, type Mention, mentionsIn, type Unit } from '../communes.ts';
import type { Topic } from '../conversation.ts';
import { matchable } from '../question/names.ts';
import { isShapeWord, isStopWord } from '../question/stop-words.ts';
import type { Question } from '../question/understand.ts';
import { passageOf, passagePrefix, tell } from './commune-words.ts';
import type { Composed } from './composed.ts';

/** Folded questions about where a unit went, what it was joined from, or whether it still exists. */
const asksOfUnit = [
  /\b(thuoc|ve|vao|voi|sang|thanh|la|lam|nam trong|nam o|gio o|nay o) (xa|phuong|huyen|thi xa|thanh pho|don vi|tinh)( moi)? (nao|gi|j|may)\b/,
  /\b(thuoc|ve|vao|voi|sang|thanh) (dau|cho nao|noi nao|nhung xa nao|cac xa nao|may xa)\b/,
  /\b(sap nhap|sat nhap|nhap|gop|sap xep|hop nhat|chia|tach|doi ten|giai the|giu nguyen|xoa ten)\b/,
  /\b(con|ton tai|bo|bi bo|xoa) (la )?(huyen|xa|phuong|thi xa|thanh pho|khong|ko|k|hong|nua|chua|roi)\b/,
  /\b(gom|co|con|nay la|gio la|thanh) ((nhung|cac|may|bao nhieu) )?(xa|phuong|don vi|thon)( nao)?\b/,
  /\b(gio|nay|hien nay|bay gio|moi|cu|truoc day|truoc kia|truoc) (la|thuoc|o|ten|goi la)\b/,
  /\b(ten (moi|cu|gi|hien nay)|la (xa|phuong) (moi|cu) nao|thuoc (huyen|tinh) (cu )?nao)\b/,
];
const unitWords = /\b(xa|phuong|huyen|tinh|thi tran|thi xa|tt|tx|tp)\b/;
const belongWords = /\b(thuoc|ve|nhap|gop|nam trong|la)\b/;
const joinWords = /\b(sap nhap|sat nhap|gop|doi ten|sap xep)\b/;

/** Asks where a unit went whatever else is told: "…, giờ làm giấy tờ thì nhập vô đâu", "sáp nhập xong khai là xã nào". */
const surelyAsks =
  /\b(?:nhap|gop)(?: \S+){0,2} dau\b|\b(?:sap nhap|sat nhap|nhap|gop)\b.*\b(?:xa|phuong) (?:nao|gi|j)\b|\b(?:gio|nay)(?: \S+){0,2} (?:thuoc(?: ve)?|nam (?:trong|o)) (?:dau|(?:xa|phuong) (?:nao|gi|j))\b/;

/** How many units the whole province has is no question about the one that somebody comes from. */
const ofProvince = /\btinh\b(?: \S+){0,8} (?:bao nhieu|may) (?:xa|phuong|don vi)\b/;

/** Words of such a question that say nothing further about its subject. */
const usual = new Set(
  'thuoc sap sat nhap gop xep hop chia tach doi ten giai the giu nguyen xoa moi cu truoc day kia gom don vi hanh chinh thanh xa phuong huyen thi tran pho tp tx tt tinh thon ban que o song con ton tai bo goi chuyen sang tu ngay thang danh sach nao nhung cac tu'.split(
    ' ',
  ),
);

/** Answers where an old commune, ward, town or district went, and what a new one was made of; else `null`. */
export function answerCommune(question: Question, topic: Topic | null, gazetteer: Gazetteer | null): Composed | null {
  if (!gazetteer) return null;
  const { map } = gazetteer;
  const mentions = mentionsIn(question.words, gazetteer).filter((one) => !isProvinceAlone(one, map));
  if (mentions.length === 0) return null;
  const folded = matchable(question.folded).trim();
  const related = belongWords.test(folded) ? premise(mentions) : null;
  if (ofProvince.test(folded)) return null;
  const asked = related !== null || asksOfUnit.some((one) => one.test(folded));
  const follows = topic?.passages[0]?.startsWith(passagePrefix) ?? false;
  if (!asked && !follows) return null;
  if (!mentions.some((one) => one.kind !== null) && !unitWords.test(folded) && !joinWords.test(folded) && !follows)
    return null;
  const inside = (at: number) => mentions.some((one) => one.from <= at && at < one.to);
  const provinces = new Set(matchable([map.province, ...map.communes.map((one) => one.area)].join(' ')).split(' '));
  const rest = question.words.filter(
    (word, at) =>
      !inside(at) &&
      !/^\d/.test(word.folded) &&
      !isStopWord(word) &&
      !isShapeWord(word) &&
      !usual.has(word.folded) &&
      !provinces.has(word.folded),
  );
  if (!surelyAsks.test(folded) && rest.length > (asked ? 1 : 0)) return null;
  const units = meant(mentions);
  return units.length === 0 || units.length > 3
    ? null
    : composed(units, map, question.asks.has('check') ? related : null);
}

/** When an old unit and one of today are named together: whether the one lies in the other. */
function premise(mentions: Mention[]): boolean | null {
  const [first, second] = mentions;
  if (!first || !second || mentions.length > 2) return null;
  for (const [old, today] of [
    [first, second],
    [second, first],
  ] as const) {
    const whole = today.units.flatMap((one) => (one.is === 'commune' ? [one.commune.code] : []));
    const parts = old.units.flatMap((one) => (one.is === 'part' ? [one.commune.code] : []));
    if (whole.length > 0 && parts.length > 0 && today.kind !== 'huyện')
      return parts.some((code) => whole.includes(code));
  }
  return null;
}

/** Alone, the name of the province is the province. */
function isProvinceAlone(mention: Mention, map: CommuneMap): boolean {
  const areas = [map.province, ...map.communes.map((one) => one.area)];
  return (
    mention.kind === null &&
    mention.units.some((one) => one.is === 'district' && areas.includes(bareName(one.district)))
  );
}

/** What the mentions mean together: a district named only to say where another unit lies is dropped. */
function meant(mentions: Mention[]): Unit[] {
  const districtsBy = mentions.map((one) =>
    one.units.flatMap((unit) => (unit.is === 'district' ? [unit.district] : [])),
  );
  const qualifiers = new Set<number>();
  const chosen = mentions.map(({ units }, at) => {
    const placed = units.filter(
      (unit) =>
        unit.is !== 'district' &&
        districtsBy.some((districts, other) => other !== at && districts.includes(districtOf(unit))),
    );
    for (const unit of placed)
      districtsBy.forEach((districts, other) => {
        if (other !== at && districts.includes(districtOf(unit))) qualifiers.add(other);
      });
    return placed.length > 0 ? placed : units;
  });
  const seen = new Set<string>();
  return chosen
    .filter((_, at) => !qualifiers.has(at))
    .flat()
    .filter((unit) => {
      const key = unit.is === 'district' ? unit.district : unit.commune.code;
      return seen.has(key) ? false : Boolean(seen.add(key));
    });
}

function districtOf(unit: Unit): string {
  return unit.is === 'part' ? unit.part.district : unit.is === 'commune' ? unit.commune.home : unit.district;
}

function composed(units: Unit[], map: CommuneMap, holds: boolean | null): Composed {
  const verdict = holds === null ? [] : [holds ? 'Đúng vậy.' : 'Không phải.'];
  return {
    text: [...verdict, ...units.map((unit) => tell(unit, map))].join('\n'),
    cites: [{ document: map.document, locator: map.locator }],
    passages: units.map(passageOf),
    more: map.caveat,
    outcome: 'answer',
  };
}
