import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/core/errors.ts';
import type { Knowledge } from '../../src/core/knowledge.ts';
import { writeStretches } from '../../src/knowledge/documents/article-file.ts';
import { changeFront, readFile } from '../../src/knowledge/documents/front.ts';
import { mergeReading } from '../../src/knowledge/documents/merge.ts';
import { type Reading, readDocument } from '../../src/knowledge/documents/reading.ts';
import { splitLegalText } from '../../src/knowledge/documents/structure/split.ts';
import { parseLaw } from '../../src/knowledge/law-file.ts';
import { parseKnowledge } from '../../src/knowledge/load.ts';
import type { Problem } from '../../src/knowledge/problem.ts';
import { changed, decree } from '../documents/decree.ts';
import { markdown } from '../documents/files.ts';
import { content } from '../fakes.ts';

const read = (lines: string[]): Promise<Reading> => readDocument('ong.md', markdown(lines), {}, '2026-11-25');
const fresh = async (lines: string[]) => mergeReading(null, await read(lines)).file;
const approvedText = (file: string, values: Record<string, unknown> = {}) =>
  changeFront(file, { status: 'approved', approvedBy: 'Người thử', checkedOn: '2026-11-25', ...values });

describe('the file of a draft', () => {
  test('holds the decree in the form of knowledge/laws', async () => {
    const file = await fresh(decree);
    expect(readFile(file)?.front).toMatchObject({
      number: '999/2025/NĐ-CP',
      short: 'Nghị định 999/2025/NĐ-CP',
      aliases: ['nghị định 999/2025'],
      inForceFrom: '2025-03-15',
      status: 'draft',
      approvedBy: null,
      checkedOn: null,
    });
    const problems: Problem[] = [];
    const law = parseLaw('ong.md', file, problems);
    expect(problems).toEqual([]);
    expect(law?.blocks.map((one) => one.locator)).toEqual([
      'Điều 1',
      'Điều 2',
      'Điều 2 khoản 1',
      'Điều 2 khoản 2',
      'Điều 3',
      'Điều 3 khoản 1',
      'Điều 3 khoản 2',
      ...['a', 'b', 'c', 'd', 'đ'].map((letter) => `Điều 3 khoản 2 điểm ${letter}`),
      'Điều 4',
      'Điều 4 khoản 1',
      'Điều 4 khoản 1 điểm a',
      'Điều 4 khoản 1 điểm b',
      'Điều 4 khoản 2',
      'Điều 5',
    ]);
  });

  const line = fc
    .array(
      fc.constantFrom(
        '#',
        '##',
        '- Hỏi:',
        '- Hiệu lực từ:',
        '---',
        '\\',
        'ong',
        'rừng',
        '“',
        '1',
        '|',
        '<b>',
        ':',
        '"',
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((words) => words.join(' '));

  test('keeps every line of law as a line of law, whatever it looks like', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fc.array(line, { maxLength: 5 }), (lead, more) => {
        const clause = { number: '1', lead: more, points: [], notes: [] };
        const article = { number: '1', title: 'Ong', under: [], lead, clauses: [clause], points: [], notes: [] };
        const text = writeStretches({ articles: [article] })
          .map((one) => one.text)
          .join('\n\n');
        const problems: Problem[] = [];
        const law = parseLaw('x.md', `---\nnumber: x\n---\n${text}\n`, problems);
        expect(problems).toEqual([]);
        expect(law?.blocks.map((one) => one.text)).toEqual([lead.join('\n').trim(), more.join('\n').trim()]);
        expect(law?.blocks.every((one) => one.ask.length === 0 && one.inForceFrom === null)).toBe(true);
      }),
    );
  });
});

describe('reading a document again', () => {
  test('the same words change nothing', async () => {
    const first = await fresh(decree);
    const { file, changes } = mergeReading(first, await read(decree));
    expect(file).toBe(first);
    expect(changes).toMatchObject({ fresh: [], changed: [], gone: [] });
    expect(changes.same).toHaveLength(5);
  });

  const second = changed({
    '2. Mùa mật là thời gian từ tháng 4 đến tháng 6 hằng năm.':
      '2. Mùa mật là thời gian từ tháng 5 đến tháng 7 hằng năm.',
    'Điều 5. Hiệu lực thi hành': 'Điều 4a. Mật giả\nCấm bán mật giả.\nĐiều 5. Hiệu lực thi hành',
    'Điều 1. Phạm vi điều chỉnh': 'Điều 1. Phạm vi điều chỉnh',
  });

  test('new, changed and removed articles are told', async () => {
    const { changes } = mergeReading(await fresh(decree), await read(second));
    expect(changes).toEqual({
      fresh: ['Điều 4a'],
      changed: ['Điều 2'],
      same: ['Điều 1', 'Điều 3', 'Điều 4', 'Điều 5'],
      gone: [],
    });
    expect(mergeReading(await fresh(second), await read(decree)).changes.gone).toEqual(['Điều 4a']);
  });

  test('what an editor wrote stays where the law did not change, and an answer goes where it did', async () => {
    const edited = (await fresh(decree))
      .replace('### Khoản 2\nMùa', '### Khoản 2\n- Hỏi: mùa mật là khi nào\n- Trả lời: Từ tháng 4 đến tháng 6.\nMùa')
      .replace('### Khoản 1\nNgười lấy mật', '### Khoản 1\n- Trả lời: Báo xã trước 07 ngày.\nNgười lấy mật')
      .replace('issuer: "Chính phủ"', 'issuer: "Chính phủ nước ta"')
      .concat('\n## Phần: Ghi thêm\nDo cán bộ viết.\n');
    const { file, remarks } = mergeReading(edited, await read(second));
    expect(file).toContain('- Hỏi: mùa mật là khi nào');
    expect(file).not.toContain('Từ tháng 4 đến tháng 6.');
    expect(file).toContain('Báo xã trước 07 ngày.');
    expect(file).toContain('Do cán bộ viết.');
    expect(readFile(file)?.front.issuer).toBe('Chính phủ nước ta');
    expect(remarks.join()).toMatch(/Điều 2 đã đổi/);
  });
});

describe('what an editor should look at is told', () => {
  const remarks = async (lines: string[]) => (await read(lines)).remarks.join('\n');
  test.each<[string, string[], RegExp]>([
    ['a gap', changed({ 'Điều 2. Giải thích từ ngữ': null }), /Không thấy Điều 2/],
    ['an annex', [...decree, 'PHỤ LỤC I', 'Mẫu đơn'], /1 phụ lục/],
    ['a text issued along', [...decree, 'QUY CHẾ', 'Điều 1. Ong'], /ban hành kèm theo/],
    ['what it replaces', decree, /998\/2020\/NĐ-CP/],
  ])('%s', async (_what, lines, why) => expect(await remarks(lines)).toMatch(why));
});

describe('what cannot become a draft', () => {
  const refusal = async (lines: string[]) =>
    read(lines).then(
      () => 'accepted',
      (error: unknown) => (error instanceof AppError ? error.message : String(error)),
    );
  test('a text without articles', async () =>
    expect(await refusal(['KẾ HOẠCH', 'Số: 1/KH-UBND', '1. Mục tiêu', 'Nuôi ong.'])).toMatch(/không thấy "Điều" nào/));
  test('a text that does not tell its number', async () =>
    expect(await refusal(changed({ 'Số: 999/2025/NĐ-CP | Hà Nội, ngày 01 tháng 02 năm 2025': null }))).toMatch(
      /--number "12\/2026/,
    ));
});

/** The real knowledge with this document among those approved. */
function knowledgeWith(file: string): Knowledge {
  return parseKnowledge(new Map([...content, ['documents/approved/ong.md', file]]));
}

describe('an approved document', () => {
  test('answers place by place: a clause with its points, a point with the words that lead to it', async () => {
    const { passages } = knowledgeWith(approvedText(await fresh(decree)));
    expect(passages.get('999-2025-nd-cp/d4k1-b')).toMatchObject({
      document: '999/2025/NĐ-CP',
      locator: 'Điều 4 khoản 1 điểm b',
      say: 'Phạt tiền từ 300.000 đồng đến 500.000 đồng đối với một trong các hành vi sau đây:\nb) Đốt tổ ong để lấy mật.',
      inForceFrom: '2025-03-15',
    });
    expect(passages.get('999-2025-nd-cp/d4k1')?.text.split('\n')).toHaveLength(3);
    expect(
      passages
        .get('999-2025-nd-cp/d4')
        ?.text.split('\n')
        .map((one) => one.slice(0, 2)),
    ).toEqual(['1.', 'a)', 'b)', '2.']);
    expect(passages.get('999-2025-nd-cp/d3k2-dd')?.text).toContain('đ) Cách dập khói.');
  });

  test('a part that holds for another time is not told as part of the whole', async () => {
    const ended = (await fresh(decree)).replace(
      '### Khoản 1 điểm b\n',
      '### Khoản 1 điểm b\n- Hiệu lực đến: 2025-12-31\n',
    );
    const { passages } = knowledgeWith(approvedText(ended));
    expect(passages.get('999-2025-nd-cp/d4k1')?.text).not.toContain('Đốt tổ');
    expect(passages.get('999-2025-nd-cp/d4k1-b-den-2025-12-31')?.inForceTo).toBe('2025-12-31');
  });

  test('only adds to an act that is already known the articles nothing is said of', async () => {
    const known = changed({ 'Số: 999/2025/NĐ-CP | Hà Nội, ngày 01 tháng 02 năm 2025': 'Số: 76/2026/NĐ-CP' });
    const before = parseKnowledge(content);
    const after = knowledgeWith(approvedText(await fresh(known)));
    const added = [...after.passages.values()].filter((one) => !before.passages.has(one.id));
    expect(new Set(added.map((one) => one.locator.split(' ').slice(0, 2).join(' ')))).toEqual(
      new Set(['Điều 1', 'Điều 2', 'Điều 3', 'Điều 4']),
    );
    expect(after.documents.get('76/2026/NĐ-CP')).toEqual(before.documents.get('76/2026/NĐ-CP'));
  });

  const refusal = (file: string) => {
    try {
      knowledgeWith(file);
      return 'accepted';
    } catch (error) {
      return (error as Error).message;
    }
  };

  test('that is still a draft stops the start', async () =>
    expect(refusal(await fresh(decree))).toMatch(
      /documents\/approved\/ong\.md:\d+: mục "status" chưa đúng: tệp này chưa được duyệt/,
    ));

  test.each([
    ['inForceFrom', null],
    ['approvedBy', null],
    ['checkedOn', null],
    ['short', null],
    ['issuer', null],
  ])('that lacks its %s stops the start', async (field, value) =>
    expect(refusal(approvedText(await fresh(decree), { [field]: value }))).toMatch(
      new RegExp(`mục "${field}" chưa đúng`),
    ),
  );

  test('whose days are in the wrong order stops the start', async () =>
    expect(refusal(approvedText(await fresh(decree), { inForceTo: '2020-01-01' }))).toMatch(
      /đứng trước ngày có hiệu lực/,
    ));
});

test('a text of many clauses is written and read in a moment, and nothing of it is lost', () => {
  const lines = Array.from({ length: 400 }, (_, at) => [
    `Điều ${at + 1}. Ong thứ ${at + 1}`,
    ...[1, 2, 3, 4, 5].map((no) => `${no}. Việc số ${no} của ong thứ ${at + 1}.`),
  ]).flat();
  expect(splitLegalText(lines, false).articles.flatMap((one) => one.clauses)).toHaveLength(2_000);
});
