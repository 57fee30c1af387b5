import type { z } from 'zod';
import { figuresIn } from '../core/figures.ts';
import type { Amount, NationalTarget, Year } from '../core/passage.ts';
import type { Draft } from './draft.ts';
import * as schemas from './schemas.ts';
import { readYaml } from './yaml-file.ts';

const file = 'knowledge/plan/nation.yaml';

/** Puts the nation's targets beside the plan's own. Nothing to do where a province has no such file. */
export function addNation(draft: Draft, source: string | null): void {
  const found = source === null ? null : readYaml(file, source, schemas.nation, draft.problems);
  found?.value.forEach((entry, at) => {
    const line = found.lineOf([at]);
    const national = targetOf(entry);
    // Without the strategy among the laws there is nothing to compare with.
    if (!draft.documents.has(national.cite.document)) return;
    checkCited(draft, national, line);
    for (const passage of draft.passages.values()) {
      if (passage.facts.kind !== 'indicator') continue;
      const measures = passage.facts.measures.map((one) => (one.id === entry.measure ? { ...one, national } : one));
      if (measures.some((one) => one.id === entry.measure)) {
        draft.passages.set(passage.id, { ...passage, facts: { ...passage.facts, measures } });
        return;
      }
    }
    draft.problems.push({ file, line, what: `đại lượng "${entry.measure}" không có trong objectives.yaml.` });
  });
}

function targetOf({ cite, values }: z.infer<typeof schemas.nation>[number]): NationalTarget {
  const amounts: Partial<Record<Year, Amount>> = {};
  if (values['2025']) amounts[2025] = values['2025'];
  if (values['2030']) amounts[2030] = values['2030'];
  return { cite, values: amounts };
}

/** A figure of the strategy must stand in the place it cites. */
function checkCited(draft: Draft, { cite, values }: NationalTarget, line: number): void {
  const passages = [...draft.passages.values()].filter(
    (one) => one.document === cite.document && one.locator === cite.locator,
  );
  const known = new Set(passages.flatMap((one) => figuresIn(one.text)));
  for (const amount of Object.values(values))
    if (!known.has(String(amount.value)))
      draft.problems.push({ file, line, what: `số ${amount.value} không có trong ${cite.document}, ${cite.locator}.` });
}
