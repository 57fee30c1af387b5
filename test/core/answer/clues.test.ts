import { expect, test } from 'vitest';
import { clueNames, cluesFor, makeAsked, namedClues } from '../../../src/core/answer/clues.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

test('clues are written down in the order that their weights are read in', () => {
  const [entry] = library.entries.values();
  if (!entry) throw new Error('no passages');
  const asked = makeAsked(understand('mức phạt khi đánh vợ', library.names), [], library);
  const given = [entry, asked, { first: 1, look: 0, company: 1, sense: 0, nearest: 0 }, library] as const;
  expect(Object.keys(namedClues(...given))).toEqual([...clueNames]);
  expect(cluesFor(...given)).toHaveLength(clueNames.length);
});
