import { spokenDay } from '../core/spoken-day.ts';
import { addPassage, basis, type Draft } from './draft.ts';
import { checkFigures, checkPlace } from './rules.ts';
import * as schemas from './schemas.ts';
import { readYaml } from './yaml-file.ts';

/** Adds fines, limits, durations and ages as passages of their document. */
export function addAmounts(draft: Draft, file: string, source: string): void {
  const found = readYaml(file, source, schemas.amounts, draft.problems);
  found?.value.forEach((one, at) => {
    const place = { file, line: found.lineOf([at]) };
    const document = draft.documents.get(one.document);
    if (!document) {
      draft.problems.push({ ...place, what: `văn bản "${one.document}" chưa có trong knowledge/laws.` });
      return;
    }
    if (one.before) {
      checkPlace(draft, file, one.before.cite, place.line);
      checkFigures(draft, file, place.line, [one.before.least / 1e6, one.before.most / 1e6], [one.before.cite]);
    }
    const act = one.act.charAt(0).toUpperCase() + one.act.slice(1);
    const since = one.inForceFrom > document.inForceFrom ? ` Áp dụng từ ${spokenDay(one.inForceFrom)}.` : '';
    const whom = one.for ? ` (mức với ${one.for})` : '';
    const main =
      one.kind === 'fine'
        ? `${act}: phạt tiền ${one.said}${whom}.${since || ` Áp dụng từ ${spokenDay(one.inForceFrom)}.`}`
        : `${act}: ${one.said}.${since}`;
    const say = one.note ? `${main} ${one.note}` : main;
    addPassage(
      draft,
      {
        ...basis(document, one.locator),
        id: one.id,
        title: act,
        text: say,
        say,
        ask: one.ask,
        inForceFrom: one.inForceFrom,
        inForceTo: one.inForceTo,
        cites: [{ document: one.document, locator: one.locator }, ...one.also],
        facts:
          one.kind === 'fine'
            ? { kind: 'fine', least: one.least ?? null, most: one.most ?? null, before: one.before ?? null }
            : { kind: 'limit' },
      },
      place,
    );
  });
}
