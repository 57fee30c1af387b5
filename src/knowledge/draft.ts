import type { AgencyName } from '../core/knowledge.ts';
import type { KnownDocument, Passage } from '../core/passage.ts';
import type { Problem } from './problem.ts';

/** Where a passage was written, for messages to its editor. */
export type Place = { file: string; line: number };

/** Content as it is gathered from the files, before the checks across files. */
export type Draft = {
  documents: Map<string, KnownDocument>;
  passages: Map<string, Passage>;
  places: Map<string, Place>;
  agencies: AgencyName[];
  problems: Problem[];
};

export function emptyDraft(): Draft {
  return { documents: new Map(), passages: new Map(), places: new Map(), agencies: [], problems: [] };
}

/** Adds a passage; a second one with the same id is a problem, not a replacement. */
export function addPassage(draft: Draft, passage: Passage, place: Place): void {
  const before = draft.places.get(passage.id);
  if (before) {
    draft.problems.push({
      ...place,
      what: `mã "${passage.id}" đã dùng ở ${before.file}:${before.line}. Đặt mã khác.`,
    });
    return;
  }
  draft.passages.set(passage.id, passage);
  draft.places.set(passage.id, place);
}

/** What most passages share. */
export function basis(
  document: Pick<KnownDocument, 'number' | 'inForceFrom' | 'inForceTo'>,
  locator: string,
): Pick<Passage, 'document' | 'locator' | 'inForceFrom' | 'inForceTo' | 'cites' | 'more' | 'related'> {
  return {
    document: document.number,
    locator,
    inForceFrom: document.inForceFrom,
    inForceTo: document.inForceTo,
    cites: [{ document: document.number, locator }],
    more: null,
    related: [],
  };
}
