import { expect, test } from 'vitest';
import { pointedAt } from '../../src/core/answer/direct.ts';
import { rank } from '../../src/core/answer/pick.ts';
import { widen } from '../../src/core/answer/subjects.ts';
import { understand } from '../../src/core/question/understand.ts';
import { memorySearch } from '../../src/core/search/memory-search.ts';
import { makeQuery } from '../../src/core/search/query.ts';
import { library } from '../fakes.ts';

const search = memorySearch(library.index.rows, (id) => library.knowledge.passages.get(id));

/** The document of the best candidate for a question. */
async function bestDocument(message: string): Promise<string | undefined> {
  const question = understand(message, library.names);
  const { parts, subjects } = widen(question, library);
  const hits = await search.search(makeQuery(parts, library.index.idf), 20, '2026-11-24');
  return rank(hits, question, subjects, library)[0]?.passage.document;
}

test.each([
  'tỷ lệ nữ giám đốc doanh nghiệp năm 2030 là bao nhiêu',
  'ty so gioi tinh khi sinh nam 2025',
  'bao nhiêu phần trăm cơ quan có lãnh đạo chủ chốt là nữ',
])('"%s" is asked of the plan, not of the national strategy', async (message) => {
  expect(await bestDocument(message)).toBe('224/KH-UBND');
});

test.each([
  'chiến lược quốc gia đặt tỷ lệ nữ giám đốc bao nhiêu',
  'ca nuoc phan dau ty so gioi tinh khi sinh nam 2025 bao nhieu',
  'theo nghị quyết 28 có bao nhiêu phần trăm cơ quan có lãnh đạo nữ',
])('"%s" is asked of the national strategy', async (message) => {
  expect(await bestDocument(message)).toBe('28/NQ-CP');
});

test('a numbered target of the strategy is found in the strategy', () => {
  const question = understand('chỉ tiêu 2 mục tiêu 3 của chiến lược quốc gia', library.names);
  expect(pointedAt(question, null, library)).toMatchObject({
    kind: 'passage',
    passage: { document: '28/NQ-CP', locator: 'Mục tiêu 3, Chỉ tiêu 2' },
  });
});

test('an objective named with one of its subjects is left to search', () => {
  const question = understand('mục tiêu 4 của chiến lược quốc gia về tử vong mẹ', library.names);
  expect(pointedAt(question, null, library).kind).toBe('nothing');
});
