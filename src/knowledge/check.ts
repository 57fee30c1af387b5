import { unsupportedFigures } from '../core/figures.ts';
import type { Passage } from '../core/passage.ts';
import { fold } from '../core/vietnamese/fold.ts';
import type { Draft, Place } from './draft.ts';

/** The checks that need all files at once. Mistakes go to the draft's problems. */
export function checkDraft(draft: Draft): void {
  const places = citedPlaces(draft);
  const asked = new Map<string, string>();
  for (const passage of draft.passages.values()) {
    const place = draft.places.get(passage.id) ?? { file: 'knowledge', line: 1 };
    checkCitations(draft, passage, place, places);
    if (passage.facts.kind !== 'unknown' && passage.facts.kind !== 'elsewhere')
      checkFigures(draft, passage, place, places);
    checkPhrasings(draft, passage, place, asked);
    for (const id of passage.related)
      if (!draft.passages.has(id))
        draft.problems.push({ ...place, what: `câu liên quan "${id}" không có. Xoá hoặc sửa mã.` });
  }
}

type Places = Map<string, Passage[]>;

/** Passages by "document|locator"; a clause also stands under its article. */
function citedPlaces(draft: Draft): Places {
  const places: Places = new Map();
  for (const passage of draft.passages.values()) {
    if (passage.facts.kind === 'unknown' || restsOnOthers(passage)) continue;
    const article = /^Điều \d+[a-zđ]?/.exec(passage.locator)?.[0];
    const clause = /^Điều \d+[a-zđ]? khoản \d+/.exec(passage.locator)?.[0];
    for (const locator of new Set([passage.locator, article ?? passage.locator, clause ?? passage.locator])) {
      const key = `${passage.document}|${locator}`;
      places.set(key, [...(places.get(key) ?? []), passage]);
    }
  }
  return places;
}

/** Cards, fines and limits establish nothing themselves: their figures must stand in the law they cite. */
function restsOnOthers({ facts }: Passage): boolean {
  return facts.kind === 'card' || facts.kind === 'fine' || facts.kind === 'limit';
}

function checkCitations(draft: Draft, passage: Passage, place: Place, places: Places): void {
  for (const cite of passage.cites)
    if (!places.has(`${cite.document}|${cite.locator}`) && !draft.documents.has(`${cite.document}`))
      draft.problems.push({ ...place, what: `căn cứ "${cite.document}" chưa có trong kho.` });
    else if (restsOnOthers(passage) && !places.has(`${cite.document}|${cite.locator}`))
      draft.problems.push({
        ...place,
        what: `căn cứ "${cite.locator}" của ${cite.document} chưa có. Sửa căn cứ hoặc thêm điều đó vào knowledge/laws.`,
      });
}

function checkFigures(draft: Draft, passage: Passage, place: Place, places: Places): void {
  const sources = [
    restsOnOthers(passage) ? passage.inForceFrom.replaceAll('-', '/') : passage.text,
    ...passage.cites.flatMap((cite) => [
      cite.locator,
      cite.document,
      draft.documents.get(cite.document)?.short ?? '',
      ...(places.get(`${cite.document}|${cite.locator}`) ?? [])
        // What no longer holds supports nothing that is said as law now.
        .filter((one) => one.inForceTo === null || passage.inForceTo !== null)
        .flatMap((one) => [one.text, one.locator]),
    ]),
  ];
  const first = (passage.firstWords ?? []).map(({ say }) => say).join(' ');
  const said = passage.facts.kind === 'card' ? passage.text : `${passage.say}\n${passage.more ?? ''}`;
  const missing = unsupportedFigures(`${first}\n${said}`, sources);
  if (missing.length > 0)
    draft.problems.push({
      ...place,
      what: `"${passage.id}" nói số ${[...new Set(missing)].join(', ')} nhưng căn cứ không có số đó. Sửa số hoặc thêm căn cứ.`,
    });
}

/** What is said before the plain answer to one way of asking. */
const firstWords = /^\p{Lu}.{1,178}\.$/u;

function checkPhrasings(draft: Draft, passage: Passage, place: Place, asked: Map<string, string>): void {
  const own = new Set<string>();
  for (const phrasing of passage.ask) {
    const key = phrasing.trim().toLowerCase().normalize('NFC');
    const other = asked.get(key);
    if (own.has(key))
      draft.problems.push({ ...place, what: `câu hỏi "${phrasing}" viết hai lần trong "${passage.id}".` });
    else if (other)
      draft.problems.push({ ...place, what: `câu hỏi "${phrasing}" đã có ở "${other}". Giữ lại một nơi.` });
    own.add(key);
    asked.set(key, passage.id);
  }
  for (const { ask, say } of passage.firstWords ?? [])
    if (!firstWords.test(say))
      draft.problems.push({
        ...place,
        what: `lời mở đầu "${say}" của câu "${ask}" phải là một hai câu ngắn, viết hoa chữ đầu, có dấu chấm cuối.`,
      });
  if (passage.ask.some((one) => one.includes('=>')))
    draft.problems.push({
      ...place,
      what: `"${passage.id}" không dùng được lời mở đầu (=>); chỉ thẻ và điều luật có.`,
    });
  if (fold(passage.say).trim() === '') draft.problems.push({ ...place, what: `"${passage.id}" không có câu trả lời.` });
}
