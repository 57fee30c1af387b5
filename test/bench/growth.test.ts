import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { growContacts } from '../../src/bench/growth/contacts.ts';
import { grownTo, inventedTexts } from '../../src/bench/growth/grown.ts';
import { growKnowledge } from '../../src/bench/growth/knowledge.ts';
import { serverPrograms } from '../../src/bench/private-server.ts';
import { parseConfig } from '../../src/config.ts';
import { parseKnowledge, readContent } from '../../src/knowledge/load.ts';

const onProgress = () => {};
const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-growth-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the grown knowledge', () => {
  const base = parseKnowledge(readContent('knowledge'));
  const size = base.passages.size + 130;

  test('keeps all that is known and adds invented articles out of its own words', () => {
    const grown = grownTo(base, size, inventedTexts(base));
    expect(grown.passages.size).toBe(size);
    for (const [id, passage] of base.passages) expect(grown.passages.get(id)).toBe(passage);
    const words = new Set([...base.passages.values()].flatMap((one) => one.text.split(/\s+/)));
    const added = [...grown.passages.values()].slice(base.passages.size);
    expect(added.every(({ document }) => grown.documents.has(document))).toBe(true);
    const strange = added
      .flatMap(({ text }) => text.split(/\s+/))
      .filter((word) => !words.has(word.replace(/\.$/, '')) && !words.has(word));
    expect(strange).toEqual([]);
  });

  test('is the same every time', () => {
    const texts = () => [...grownTo(base, size, inventedTexts(base)).passages.values()].map(({ text }) => text);
    expect(texts()).toEqual(texts());
  });

  test('of a small size holds only the first of what is known', () => {
    const grown = grownTo(base, 100, inventedTexts(base));
    expect([...grown.passages.keys()]).toEqual([...base.passages.keys()].slice(0, 100));
  });

  test('grows by a corpus as far as that goes', () => {
    const corpus = [{ document: 'x', title: 'Điều 1', text: 'lời' }];
    expect(grownTo(base, size, corpus.values()).passages.size).toBe(base.passages.size + 1);
  });
});

test('turns are taken on every size of the knowledge', { timeout: 300_000 }, async () => {
  const config = { ...parseConfig({}), dataDir: folder };
  const costs = await growKnowledge(config, [200, 400], { questions: 5, onProgress });
  expect(costs.map(({ passages }) => passages)).toEqual([200, 400]);
  for (const { readMs, turnP95ms } of costs) for (const ms of [readMs, turnP95ms]) expect(ms).toBeGreaterThan(0);
});

test.skipIf(serverPrograms() === null)(
  'people and facts are put in, and all that is asked of them is answered',
  { timeout: 300_000 },
  async () => {
    const [cost] = await growContacts([{ conversations: 300, facts: 2_000 }], { turns: 10, onProgress });
    expect(cost).toMatchObject({ conversations: 300, facts: 2_000 });
    expect(cost?.databaseMb).toBeGreaterThan(0);
  },
);
