import type { Passage } from '../core/passage.ts';
import { askedOf } from './asked.ts';
import { addPassage, type Draft } from './draft.ts';
import * as schemas from './schemas.ts';
import { readYaml } from './yaml-file.ts';

/** Adds reviewed answer cards. A card is law for as long as what it cites is, unless it says otherwise. */
export function addCards(draft: Draft, file: string, source: string): void {
  const found = readYaml(file, source, schemas.cards, draft.problems);
  found?.value.forEach((one, at) => {
    const first = one.cite[0];
    const from = one.cite
      .map((each) => draft.documents.get(each.document)?.inForceFrom ?? '0001-01-01')
      .sort()
      .at(-1);
    if (!first || !from) return;
    const asked = askedOf(one.ask);
    addPassage(
      draft,
      {
        id: one.id,
        document: first.document,
        locator: first.locator,
        title: asked.ask[0] ?? one.id,
        text: one.more ? `${one.say}\n${one.more}` : one.say,
        say: one.say,
        more: one.more ?? null,
        ...asked,
        inForceFrom: one.inForceFrom ?? from,
        inForceTo: one.inForceTo ?? null,
        cites: one.cite,
        related: one.related,
        facts: { kind: 'card' },
      },
      { file, line: found.lineOf([at]) },
    );
  });
}

/** Adds the honest entries for what is not established. They decline; they never stand as a fact. */
export function addUnknowns(draft: Draft, file: string, source: string, plan: string): void {
  const found = readYaml(file, source, schemas.unknowns, draft.problems);
  found?.value.forEach((one, at) => {
    const near = one.near[0] ?? { document: plan, locator: '' };
    const passage: Passage = {
      id: one.id,
      document: near.document,
      locator: near.locator,
      title: one.ask[0] ?? one.id,
      text: one.say,
      say: one.say,
      more: null,
      ask: one.ask,
      inForceFrom: '0001-01-01',
      inForceTo: null,
      cites: one.near,
      related: [],
      facts: { kind: 'unknown' },
    };
    addPassage(draft, passage, { file, line: found.lineOf([at]) });
  });
}
