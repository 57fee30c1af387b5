import { describe, expect, test } from 'vitest';
import { answerAct } from '../../../src/core/answer/act.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const { knowledge, names } = library;
const ask = (message: string, last: string | null = null) =>
  answerAct(understand(message, names), knowledge.passages.get(last ?? '') ?? null, '2026-11-24', knowledge);

describe('what is asked of an act as a whole', () => {
  test.each([
    ['luật bình đẳng giới có mấy chương, mấy điều', '6 chương, 44 điều'],
    ['luat phong chong bao luc gia dinh co hieu luc khi nao', '1/7/2023'],
    ['nghị định 282 thay nghị định nào', 'Nghị định 144/2021/NĐ-CP'],
    ['nghị định 144 còn hiệu lực không', 'Hết hiệu lực từ 15/12/2025'],
    ['nghị định 144 giờ thay bằng nghị định nào', 'Nghị định 282/2025/NĐ-CP'],
    ['nghị định 76/2026 sửa nghị định nào', 'Nghị định 125/2021/NĐ-CP'],
    ['luật mua bán người năm 2011 còn dùng không', 'đã hết hiệu lực từ 1/7/2025'],
    ['luật hôn nhân gia đình ban hành năm nào', '19/6/2014'],
    ['luật chống bạo lực gia đình năm 2007 bây giờ còn xài không', 'đã hết hiệu lực từ 1/7/2023'],
    ['theo nghị định 39 thì phụ nữ nghèo sinh con được mấy triệu, còn không', 'Ủy ban nhân dân xã chi'],
  ])('"%s" says %s', (message, said) => {
    expect(ask(message)?.text).toContain(said);
  });

  test('the article on entry into force is cited', () => {
    expect(ask('luật bình đẳng giới có hiệu lực từ ngày nào')?.cites).toEqual([
      { document: '73/2006/QH11', locator: 'Điều 43' },
    ]);
  });

  test('the article that an amendment names is cited first', () => {
    expect(ask('luật bình đẳng giới có bị sửa không')?.cites[0]).toEqual({
      document: '73/2006/QH11',
      locator: 'Điều 17',
    });
  });

  test('without a name it is the act last talked about', () => {
    expect(ask('có hiệu lực từ ngày nào', '282-2025-nd-cp/d37')?.text).toContain('15/12/2025');
  });

  test.each([
    'khoản 3 điều 17 luật bình đẳng giới còn hiệu lực không',
    'luật bình đẳng giới áp dụng với người nước ngoài từ khi nào',
    'nghị định 82/2020 còn hiệu lực không',
    'bộ luật lao động có mấy chương',
  ])('"%s" is left to others', (message) => {
    expect(ask(message)).toBeNull();
  });
});

test.each([
  'luật hôn nhân gia đình năm 2000 còn dùng không',
  'bộ luật lao động 2012 cho nghỉ đẻ mấy tháng',
  'nghị định 282/2024 phạt bao nhiêu',
  'nghị định 999/2025 nói gì',
  'luật số 1/2050/QH15 quy định gì',
])('"%s" names an act that is not in the knowledge', (message) => {
  expect(understand(message, names)).toMatchObject({ document: null, strangerAct: true });
});
