import { expect, test } from 'vitest';
import { makeAsked } from '../../src/core/answer/clues.ts';
import { pointedAt } from '../../src/core/answer/direct.ts';
import { rank } from '../../src/core/answer/pick.ts';
import { widen } from '../../src/core/answer/subjects.ts';
import { understand } from '../../src/core/question/understand.ts';
import { memorySearch } from '../../src/core/search/memory-search.ts';
import { makeQuery } from '../../src/core/search/query.ts';
import { lookAt } from '../../src/core/search/second-look.ts';
import { library } from '../fakes.ts';

const search = memorySearch(library.index.rows, (id) => library.knowledge.passages.get(id));

/** The document of the best candidate for a question. */
async function bestDocument(message: string): Promise<string | undefined> {
  const question = understand(message, library.names);
  const { parts, subjects } = widen(question, library);
  const hits = await search.search(makeQuery(parts, library.index.idf), lookAt, '2026-11-24');
  return rank(hits, makeAsked(question, subjects, library), library)[0]?.passage.document;
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

/** What "còn …?" leads to after talking about the passage `id`. */
function after(id: string, message: string) {
  const topic = { passages: [id], shown: 0, offered: [] };
  return pointedAt(understand(message, library.names), topic, library);
}

test.each(['còn cả nước?', 'con ca nuoc thi sao', 'thế chiến lược quốc gia thì sao', 'ca nuoc la bao nhieu'])(
  '"%s" after a target of the plan leads to the same target of the strategy',
  (message) => {
    expect(after('muc-tieu-3-chi-tieu-1', message)).toMatchObject({
      passage: { document: '28/NQ-CP', locator: 'Mục tiêu 3, Chỉ tiêu 1' },
    });
  },
);

test.each(['còn tỉnh thì sao', 'the lao cai thi sao', 'thế kế hoạch 224?'])(
  '"%s" after a target of the strategy leads to the same target of the plan',
  (message) => {
    expect(after('28-nq-cp/muc-tieu-3-chi-tieu-1', message)).toMatchObject({
      passage: { document: '224/KH-UBND', locator: 'Mục tiêu 3, Chỉ tiêu 1' },
    });
  },
);

test.each(['bình đẳng giới là gì', 'thế năm 2030?', 'cả nước có bao nhiêu vụ bạo lực', 'ai chịu trách nhiệm'])(
  '"%s" is not a step to the other document',
  (message) => {
    const found = after('muc-tieu-3-chi-tieu-1', message);
    expect(found.kind === 'passage' ? found.passage.document : 'none').not.toBe('28/NQ-CP');
  },
);
