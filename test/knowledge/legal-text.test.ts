import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LegalText } from '../../src/knowledge/documents/structure/legal-text.ts';
import { splitLegalText } from '../../src/knowledge/documents/structure/split.ts';
import { changed, decree } from '../documents/decree.ts';

/** The places of a text, as they are cited, with their own words. */
function places(text: LegalText): Record<string, string> {
  const found: Record<string, string> = {};
  for (const article of text.articles) {
    const at = `Điều ${article.number}`;
    found[at] = [article.title, ...article.lead].join(' / ');
    for (const point of article.points) found[`${at} điểm ${point.letter}`] = point.lines.join(' / ');
    for (const clause of article.clauses) {
      found[`${at} khoản ${clause.number}`] = clause.lead.join(' / ');
      for (const point of clause.points)
        found[`${at} khoản ${clause.number} điểm ${point.letter}`] = point.lines.join(' / ');
    }
  }
  return found;
}

const split = (lines: string[], printed = false) => splitLegalText(lines, printed);
const numbers = (text: LegalText) => text.articles.map((one) => one.number);

describe('a decree', () => {
  const text = split(decree);

  test('is taken apart by article, clause and point', () => {
    expect(places(text)).toMatchObject({
      'Điều 1': 'Phạm vi điều chỉnh / Nghị định này quy định về việc nuôi ong rừng và lấy mật.',
      'Điều 2 khoản 2': 'Mùa mật là thời gian từ tháng 4 đến tháng 6 hằng năm.',
      'Điều 3 khoản 2': 'Việc báo gồm các nội dung sau đây:',
      'Điều 3 khoản 2 điểm d': 'Số người cùng đi;',
      'Điều 3 khoản 2 điểm đ': 'Cách dập khói.',
      'Điều 4 khoản 1 điểm b': 'Đốt tổ ong để lấy mật.',
    });
    expect(numbers(text)).toEqual(['1', '2', '3', '4', '5']);
  });

  test('tells in which chapter and section each article stands', () => {
    expect(text.articles.map((one) => one.under)).toEqual([
      ['Chương I. QUY ĐỊNH CHUNG'],
      ['Chương I. QUY ĐỊNH CHUNG'],
      ['Chương II. LẤY MẬT', 'Mục 1. BÁO TRƯỚC'],
      ['Chương II. LẤY MẬT', 'Mục 2. XỬ PHẠT'],
      ['Chương III. ĐIỀU KHOẢN THI HÀNH'],
    ]);
  });

  test('keeps its head and its closing apart from its articles', () => {
    expect(text.head).toHaveLength(7);
    expect(text.closing[0]).toBe('Nơi nhận:');
  });
});

describe('how articles are numbered', () => {
  test('letters after a number are articles and clauses of their own', () => {
    const lines = [
      'Điều 5. Một',
      '1. Trước.',
      '1a. Thêm.',
      '2. Sau.',
      'a) Đầu;',
      'a1) Thêm;',
      'b) Cuối.',
      'Điều 5a. Hai',
      'Có.',
    ];
    expect(Object.keys(places(split(['Điều 4. Không', 'Có.', ...lines])))).toEqual([
      'Điều 4',
      'Điều 5',
      'Điều 5 khoản 1',
      'Điều 5 khoản 1a',
      'Điều 5 khoản 2',
      'Điều 5 khoản 2 điểm a',
      'Điều 5 khoản 2 điểm a1',
      'Điều 5 khoản 2 điểm b',
      'Điều 5a',
    ]);
  });

  test.each([
    ['ĐIỀU 1: PHẠM VI', 'ĐIỀU 2: HIỆU LỰC'],
    ['Điều 1 - Phạm vi', 'Điều 2 – Hiệu lực'],
    ['Điều 1', 'Điều 2'],
    ['Điều 1 . Phạm vi', 'Điều 2 . Hiệu lực'],
    ['Điều 01. Phạm vi', 'Điều 02. Hiệu lực'],
    ['Điều 1 Phạm vi', 'Điều 2 Hiệu lực'],
    ['Điều 1.- Phạm vi', 'Điều 2.- Hiệu lực'],
  ])('"%s" and "%s" are articles', (first, second) => {
    expect(numbers(split([first, 'Tên dòng dưới', 'Một.', second, 'Tên khác', 'Hai.']))).toEqual(['1', '2']);
  });

  test('a title on the line below its number is the title', () => {
    expect(split(['Điều 1.', 'Phạm vi điều chỉnh', 'Nghị định này nói về ong.']).articles[0]).toMatchObject({
      title: 'Phạm vi điều chỉnh',
      lead: ['Nghị định này nói về ong.'],
    });
  });

  test('a rule that follows the number at once is no title', () => {
    const { articles } = split([
      'Điều 1. Ban hành mẫu đơn xin nuôi ong.',
      'Điều 2. Quyết định này có hiệu lực từ ngày ký.',
    ]);
    expect(articles.map(({ title, lead }) => [title, lead.length])).toEqual([
      ['', 1],
      ['', 1],
    ]);
  });

  test('clauses and points that are marked in words are read', () => {
    expect(Object.keys(places(split(['Điều 1. Ong', 'Khoản 1. Một:', 'Điểm a) Đầu;', 'Khoản 2. Hai.'])))).toEqual([
      'Điều 1',
      'Điều 1 khoản 1',
      'Điều 1 khoản 1 điểm a',
      'Điều 1 khoản 2',
    ]);
  });

  test('points may stand under an article that has no clauses', () => {
    expect(Object.keys(places(split(['Điều 1. Cấm', 'Không được:', 'a) Đốt tổ;', 'b) Chặt cây.'])))).toEqual([
      'Điều 1',
      'Điều 1 điểm a',
      'Điều 1 điểm b',
    ]);
  });
});

describe('what only looks like an article, clause or point', () => {
  test('a reference at the start of a line is text', () => {
    const lines = [
      'Điều 1. Ong',
      'Theo quy định tại',
      'Điều 3 của Luật Ong rừng.',
      'Mục 2 Chương I cũng áp dụng.',
      'Mục vi phạm ghi rõ.',
      'Điều 2 Luật Ong rừng cũng áp dụng.',
      'Điều 2. Mật',
      'Có.',
    ];
    expect(numbers(split(lines))).toEqual(['1', '2']);
  });

  test('on a printed page a sentence may break before a reference', () => {
    const lines = [
      'Điều 1. Ong',
      '1. Việc nuôi ong theo quy định tại',
      'Điều 2. Trường hợp khác thì không.',
      '2. Hết.',
      'Điều 2. Mật',
      'Có.',
    ];
    const text = split(lines, true);
    expect(places(text)['Điều 1 khoản 1']).toBe('Việc nuôi ong theo quy định tại Điều 2. Trường hợp khác thì không.');
    expect(numbers(text)).toEqual(['1', '2']);
  });

  test('numbers out of turn are text', () => {
    const lines = ['Điều 1. Ong', '1. Mức phí là:', '500. Đồng một tổ.', '1.1. Chi tiết.', '2. Hết.'];
    expect(places(split(lines))).toEqual({
      'Điều 1': 'Ong',
      'Điều 1 khoản 1': 'Mức phí là: / 500. Đồng một tổ. / 1.1. Chi tiết.',
      'Điều 1 khoản 2': 'Hết.',
    });
  });

  test.each([
    ['curly', '“', '”'],
    ['straight', '"', '"'],
  ])('the new words of another act, in %s marks, belong to the clause that gives them', (_name, open, close) => {
    const lines = changed({
      '2. Mức phạt tại khoản 1 Điều này tăng gấp hai lần khi lấy mật ngoài mùa mật.': [
        '2. Sửa đổi, bổ sung Điều 5 Nghị định số 998/2020/NĐ-CP như sau:',
        `${open}Điều 5. Giữ rừng`,
        '1. Không đốt rừng.',
        `2. Không gọi là ${open}rừng${close} khi chưa có cây.`,
        `Điều 6. Giữ ong${close}.`,
        '3. Bãi bỏ Điều 7.',
      ].join('\n'),
    });
    const text = split(lines);
    expect(numbers(text)).toEqual(['1', '2', '3', '4', '5']);
    expect(places(text)['Điều 4 khoản 2']).toContain('1. Không đốt rừng.');
    expect(places(text)['Điều 4 khoản 3']).toBe('Bãi bỏ Điều 7.');
  });

  test('a quotation that is never closed swallows nothing', () => {
    const lines = changed({
      '1. Ong rừng là ong sống trong rừng tự nhiên.': '1. Gọi là “ong rừng khi sống trong rừng.',
    });
    expect(numbers(split(lines))).toEqual(['1', '2', '3', '4', '5']);
  });

  test('a table of contents is not the text', () => {
    const contents = ['Chương I', 'QUY ĐỊNH CHUNG', ...[1, 2, 3, 4, 5].map((one) => `Điều ${one}. Tên ở mục lục`)];
    const text = split([...decree.slice(0, 7), ...contents, ...decree.slice(7)]);
    expect(numbers(text)).toEqual(['1', '2', '3', '4', '5']);
    expect(text.articles[0]?.title).toBe('Phạm vi điều chỉnh');
    expect(text.contents).toHaveLength(6);
  });
});

describe('what follows the last article', () => {
  test.each([
    ['TM. ỦY BAN NHÂN DÂN'],
    ['KT. BỘ TRƯỞNG'],
    ['CHỦ TỊCH QUỐC HỘI'],
    ['Luật này được Quốc hội khóa XX, kỳ họp thứ 1 thông qua ngày 01 tháng 02 năm 2025.'],
    ['PHỤ LỤC I'],
    ['Phụ lục'],
    ['(Ban hành kèm theo Nghị định số 999/2025/NĐ-CP)'],
    ['Người nhận | TM. CHÍNH PHỦ'],
  ])('"%s" ends the articles', (line) => {
    const text = split(['Điều 1. Ong', 'Có.', line, 'Điều 1. Mẫu đơn', '1. Tên.']);
    expect(numbers(text)).toEqual(['1']);
    expect(text.closing).toContain(line);
  });

  test.each([
    'Chủ tịch Ủy ban nhân dân xã cấp giấy.',
    'Phụ lục I Nghị định này nêu mẫu đơn.',
    'Nơi nuôi ong phải sạch.',
  ])('"%s" does not', (line) => expect(split(['Điều 1. Ong', line, 'Điều 2. Mật', 'Có.']).closing).toEqual([]));

  test('an article that goes on after what looked like the end is not lost', () => {
    expect(numbers(split(['Điều 1. Ong', 'Có.', 'PHỤ LỤC', 'Trang trống', 'Điều 2. Mật', 'Có.']))).toEqual(['1', '2']);
  });

  test('a text issued along with a decision is left out, not mixed in', () => {
    const text = split([
      'Điều 1. Ban hành Quy chế.',
      'Điều 2. Thi hành.',
      'Nơi nhận:',
      'QUY CHẾ',
      'Điều 1. Ong',
      'Điều 2. Mật',
      'Điều 3. Tổ',
    ]);
    expect(numbers(text)).toEqual(['1', '2']);
  });
});

describe('notes of a consolidated text', () => {
  test('go to the place they speak of', () => {
    const text = split([
      'Điều 1. Ong',
      '1. Một.',
      '2.[3] Hai.',
      'Điều 2.[4] Mật',
      'Có.',
      '[3] Khoản này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1 của Luật số 9/2025/QH15.',
      '[4] Điều này được bổ sung theo quy định tại khoản 2 Điều 1 của Luật số 9/2025/QH15.',
    ]);
    expect(text.articles[0]?.clauses[1]).toMatchObject({
      lead: ['Hai.'],
      notes: [expect.stringContaining('Khoản này')],
    });
    expect(text.articles[1]).toMatchObject({ title: 'Mật', notes: [expect.stringContaining('Điều này')] });
    expect(text.looseNotes).toEqual([]);
  });

  test('that nothing leads to are kept apart, and clauses are never taken for notes', () => {
    const text = split([
      'Điều 1. Ong',
      '1. Khoản này được áp dụng từ đầu.',
      '2. Luật này được sửa đổi khi cần.',
      '7 Khoản này được bãi bỏ theo quy định tại Luật số 9/2025/QH15.',
    ]);
    expect(text.articles[0]?.clauses).toHaveLength(2);
    expect(text.looseNotes).toHaveLength(1);
  });
});

describe('properties', () => {
  const words = fc
    .array(fc.constantFrom('ong', 'rừng', 'mật', 'phải', 'không', 'được', 'người', 'nuôi', 'xã', '07', 'ngày'), {
      minLength: 2,
      maxLength: 12,
    })
    .map((all) => `${all.join(' ').replace(/^\p{L}/u, (first) => first.toUpperCase())}.`);
  const alphabet = [...'abcdđeghiklm'];
  const clauseOf = fc.record({ lead: words, points: fc.array(words, { maxLength: 8 }) });
  const articleOf = fc.record({ title: words, lead: words, clauses: fc.array(clauseOf, { maxLength: 6 }) });

  test('a text printed from its parts is taken apart into the same parts', () => {
    fc.assert(
      fc.property(fc.array(articleOf, { minLength: 1, maxLength: 12 }), fc.boolean(), (articles, printed) => {
        const lines = articles.flatMap(({ title, lead, clauses }, at) => [
          `Điều ${at + 1}. ${title.slice(0, -1)}`,
          lead,
          ...clauses.flatMap((clause, no) => [
            `${no + 1}. ${clause.lead}`,
            ...clause.points.map((point, of) => `${alphabet[of]}) ${point}`),
          ]),
        ]);
        const expected = articles.map(({ title, lead, clauses }, at) => ({
          number: String(at + 1),
          title: title.slice(0, -1),
          lead: [lead],
          clauses: clauses.map((clause, no) => ({
            number: String(no + 1),
            lead: [clause.lead],
            points: clause.points.map((point, of) => ({ letter: alphabet[of], lines: [point] })),
          })),
        }));
        expect(split(lines, printed).articles).toMatchObject(expected);
      }),
    );
  });

  const line = fc.oneof(
    words,
    fc.constantFrom(...decree),
    fc
      .tuple(
        fc.constantFrom('Điều', 'Chương', 'Mục', 'Khoản', 'Phần'),
        fc.nat(9),
        fc.constantFrom('.', ':', '', ' của'),
        words,
      )
      .map(([kind, number, sign, rest]) => `${kind} ${number}${sign} ${rest}`),
    fc.tuple(fc.constantFrom('1.', '2.', '3.', 'a)', 'b)', 'đ)', '“', '[1]'), words).map((parts) => parts.join(' ')),
  );

  test('no word of any text is lost', () => {
    const bag = (text: string) => (text.match(/[\p{L}\d]{2,}/gu) ?? []).sort();
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.boolean(), (lines, printed) => {
        const text = split(lines, printed);
        const kept = [...text.head, ...text.closing, ...text.contents, ...text.looseNotes];
        const headings = new Set(text.articles.flatMap((one) => one.under));
        const all = [
          ...kept,
          ...headings,
          ...Object.entries(places(text)).flat(),
          ...text.articles.flatMap((one) => one.notes),
        ];
        const missing = new Set(bag(lines.join(' ')));
        for (const word of bag(all.join(' '))) missing.delete(word);
        expect([...missing].filter((word) => !/^(?:Điều|ĐIỀU|Khoản|Điểm|Chương|Mục|Phần|\d+)$/.test(word))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
