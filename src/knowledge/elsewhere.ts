import { addPassage, type Draft } from './draft.ts';
import * as schemas from './schemas.ts';
import { readYaml } from './yaml-file.ts';

/** Adds the matters people ask about that are not in this knowledge, so that they are known for what they are. */
export function addElsewhere(draft: Draft, file: string, source: string): void {
  const found = readYaml(file, source, schemas.elsewhere, draft.problems);
  found?.value.forEach(({ id, topic, office, ask }, at) => {
    addPassage(
      draft,
      {
        id,
        document: '',
        locator: '',
        title: topic,
        text: topic,
        say: topic,
        more: null,
        ask,
        inForceFrom: '0001-01-01',
        inForceTo: null,
        cites: [],
        related: [],
        facts: { kind: 'elsewhere', topic, office },
      },
      { file, line: found.lineOf([at]) },
    );
  });
}
