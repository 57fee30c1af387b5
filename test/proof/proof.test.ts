import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { serverPrograms } from '../../src/bench/private-server.ts';
import { indexPassages } from '../../src/core/search/index-passages.ts';
import { makeReader } from '../../src/core/search/terms.ts';
import { type Doc, fullText, keywordRules, miniSearch, ours } from '../../src/proof/engines.ts';
import { toHtml } from '../../src/proof/html.ts';
import { toMarkdown } from '../../src/proof/markdown.ts';
import type { Page } from '../../src/proof/page.ts';
import { compare } from '../../src/proof/retrieval.ts';
import { lastJson, runs, tableOf } from '../../src/proof/runs.ts';
import { testsSection } from '../../src/proof/tests.ts';
import { hear, hearByKeywords, sharesOf } from '../../src/proof/triage.ts';

const page: Page = {
  date: '2026-11-26',
  machine: 'on 2 cores',
  summary: ['Một <dòng>'],
  sections: [
    {
      title: 'Search, beside',
      text: ['a & b'],
      tables: [
        {
          caption: 'Tried',
          columns: ['', 'share'],
          rows: [
            ['ours | theirs', { part: 9, whole: 10 }],
            ['none', { part: 0, whole: 0 }],
          ],
        },
      ],
      commands: ['npm test'],
    },
  ],
  limits: ['One'],
};

describe('the page', () => {
  test('tells a share with its interval and its counts, and nothing where nothing was tried', () => {
    const text = toMarkdown(page);
    expect(text).toContain('| ours \\| theirs | 90.0 % [59.6–98.2], 9 of 10 |');
    expect(text).toContain('| none | – |');
    expect(text).toContain('`npm test`');
  });

  test('as HTML asks nobody for anything, and words stay words', () => {
    const text = toHtml(page);
    expect(text).not.toMatch(/(?:src|href|url\(|@import)\s*[=(]?\s*["']?(?:https?:|\/\/)|<script|<link/);
    expect(text).toContain('Một &lt;dòng&gt;');
    expect(text).toContain('a &amp; b');
    expect(text).toContain('90.0 % [59.6–98.2], 9 of 10');
  });

  test('that is committed is dated alike wherever it is linked', () => {
    const root = new URL('../..', import.meta.url).pathname;
    const read = (name: string) => readFileSync(`${root}${name}`, 'utf8');
    const [, date] = /\((\d{4}-\d\d-\d\d)\)/.exec(read('docs/bang-chung.md')) ?? [];
    expect(read('docs/bang-chung.html')).toContain(`(${date})</title>`);
    for (const readme of ['README.md', 'README.vi.md']) {
      const linked = [...read(readme).matchAll(/\(docs\/bang-chung\.(md|html)\)[^\n(]*\((\d{4}-\d\d-\d\d)\)/g)];
      expect(linked.map(([, kind, of]) => [kind, of])).toEqual([
        ['md', date],
        ['html', date],
      ]);
    }
  });
});

describe('search beside its peers', () => {
  const doc = (id: string, title: string, text: string): Doc => ({ id, title, document: 'Luật thử', text, ask: '' });
  const docs = [
    doc('tuoi', 'Tuổi kết hôn', 'Nam từ đủ hai mươi tuổi, nữ từ đủ mười tám tuổi.'),
    doc('cam', 'Cấm tiếp xúc', 'Người gây bạo lực không được đến gần người bị bạo lực trong ba ngày.'),
    doc('nghi', 'Nghỉ thai sản', 'Lao động nữ được nghỉ sáu tháng khi sinh con.'),
  ];
  const read = makeReader();
  const index = indexPassages(
    docs.map(({ id, document, title, text }) => ({
      id,
      group: document,
      title: read(title),
      document: read(document),
      body: read(text),
      ask: [],
    })),
  );
  const questions = [
    { text: 'bao nhieu tuoi duoc ket hon', gold: ['tuoi'] },
    { text: 'cấm tiếp xúc mấy ngày', gold: ['cam'] },
    { text: 'sinh con được nghỉ mấy tháng', gold: ['nghi'] },
  ];

  test('every engine finds the plainest questions, and a wrong label is counted against it', async () => {
    const engines = [ours(index, '2026-01-01'), miniSearch(docs, true), keywordRules(docs)];
    for (const [, first] of await compare(engines, questions)) expect(first).toEqual({ part: 3, whole: 3 });
    const [wrong = []] = await compare(engines.slice(0, 1), [{ text: 'cấm tiếp xúc', gold: ['nghi'] }]);
    expect(wrong[1]).toEqual({ part: 0, whole: 1 });
  });

  test.skipIf(serverPrograms() === null)('PostgreSQL is asked in the same way', async () => {
    const engine = await fullText(docs);
    if (engine === null) throw new Error('a server is installed');
    const [row = []] = await compare([engine], questions);
    expect(row.slice(0, 2)).toEqual(['PostgreSQL full text', { part: 3, whole: 3 }]);
    expect(await engine.find('!!! & |')).toEqual([]);
    await engine.close();
  });
});

test('messages are counted by what came back, and keyword rules hear only their words', async () => {
  const messages = [
    { level: 'emergency', text: 'cứu tôi với' },
    { level: 'support', text: 'nó bóp cổ mình' },
    { level: 'none', text: 'luật nói gì về bạo lực' },
  ] as const;
  const deaf = { turn: async () => ({ level: 'none' }) } as unknown as Parameters<typeof hear>[0];
  expect(sharesOf(await hear(deaf, [...messages], 'x'))).toEqual({
    disclosures: { part: 0, whole: 2 },
    emergencies: { part: 0, whole: 1 },
    ordinary: { part: 0, whole: 1 },
  });
  const byPhrases = sharesOf(hearByKeywords([...messages], 'phrases'));
  expect(byPhrases).toMatchObject({ disclosures: { part: 1 }, ordinary: { part: 1 } });
  expect(sharesOf(hearByKeywords([...messages], 'words too'))).toMatchObject({ disclosures: { part: 2 } });
});

test('the figures of a bench are its last line, and only what it told is told', () => {
  expect(lastJson('x\n{"a":1}\n{"lost":0,"kills":2}\n')).toEqual({ lost: 0, kills: 2 });
  expect(lastJson('Máy này chưa cài PostgreSQL')).toBeNull();
  const crash = runs.find(({ name }) => name === 'crash');
  if (crash === undefined) throw new Error('there is such a run');
  expect(tableOf(crash, { lost: 0, kills: 2 }, 'now').rows).toEqual([
    ['kills', 2],
    ['lost', 0],
  ]);
});

test('tests are counted from the files there are', () => {
  const [files] = testsSection(undefined).tables[0]?.rows ?? [];
  expect(files?.[1]).toBeGreaterThan(100);
});
