import { expect, test } from 'vitest';
import { makeAsked } from '../../../src/core/answer/clues.ts';
import { rank } from '../../../src/core/answer/pick.ts';
import { widen } from '../../../src/core/answer/subjects.ts';
import { convinces } from '../../../src/core/answer/threshold.ts';
import { sideOf } from '../../../src/core/question/side.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { wantsOf } from '../../../src/core/question/wants.ts';
import { makeQuery } from '../../../src/core/search/query.ts';
import { lookAt } from '../../../src/core/search/second-look.ts';
import { wordsOf } from '../../../src/core/search/terms.ts';
import { fold } from '../../../src/core/vietnamese/fold.ts';
import { library, search } from '../../fakes.ts';

async function ranked(message: string) {
  const question = understand(message, library.names);
  const { parts, subjects } = widen(question, library);
  const asked = makeAsked(question, subjects, library);
  const hits = await search.search(makeQuery(parts, library.index.idf), lookAt, '2026-11-24');
  const candidates = rank(hits, asked, library);
  const [best] = candidates;
  return { best, trusted: best !== undefined && convinces(best) };
}

test.each([
  'vượt đèn vàng có bị phạt tiền không',
  'làm hộ chiếu cho con mất bao lâu',
  'hôm nay vàng bao nhiêu một chỉ',
])('"%s" is not answered', async (message) => {
  for (const typed of [message, fold(message)]) {
    const { best, trusted } = await ranked(typed);
    expect(trusted && best?.passage.facts.kind !== 'unknown').toBe(false);
  }
});

test.each([
  ['xâm hại trẻ em bị tù bao nhiêu năm', '100/2015/QH13'],
  ['xam hai tre em bi tu bao nhieu nam', '100/2015/QH13'],
])('"%s" asks for no count of children hurt', async (message, document) => {
  const { best, trusted } = await ranked(message);
  expect([trusted, best?.passage.document]).toEqual([true, document]);
  // Control: what does ask for the count is not answered.
  for (const count of ['năm 2025 bao nhiêu trẻ em bị xâm hại', 'so tre em bi xam hai nam 2025'])
    expect((await ranked(count)).trusted).toBe(false);
});

test('a question that names neither men nor women gets what tells of both', async () => {
  const { best } = await ranked('tuổi kết hôn là bao nhiêu');
  expect(best?.passage.say).toMatch(/20 tuổi[\s\S]*18 tuổi/);
});

test.each([
  ['nghỉ thai sản mấy tháng', 'months'],
  ['bi phat tu bao nhieu nam', 'prison'],
  ['cấm tiếp xúc bao lâu', 'days'],
  ['đánh vợ phạt bao nhiêu tiền', 'money'],
  ['khi nào luật có hiệu lực', 'date'],
] as const)('"%s" wants %s', (message, want) => {
  const words = wordsOf(message);
  expect(wantsOf(words.map((word) => word.folded).join(' '), words)).toContain(want);
});

test.each(['luật sư miễn phí cho ai', 'nhà máy đông chị em phải có gì', 'nha may dong chi em phai co gi'])(
  '"%s" wants no sum',
  (message) => {
    const words = wordsOf(message);
    expect(wantsOf(words.map((word) => word.folded).join(' '), words)).not.toContain('money');
  },
);

test('"từ" is no prison', () => {
  const words = wordsOf('áp dụng từ bao giờ');
  expect(wantsOf('ap dung tu bao gio', words)).not.toContain('prison');
});

test.each([
  ['chồng được nghỉ mấy ngày', 'men'],
  ['nữ bao nhiêu tuổi', 'women'],
  ['vợ chồng chia tài sản', null],
  ['nam 2030 la bao nhieu', null],
])('"%s" names %s', (message, side) => expect(sideOf(wordsOf(message))).toBe(side));

test('who asks for all places is told all of them, not the nearest one', async () => {
  const { best } = await ranked('báo bạo lực gia đình được ở những nơi nào');
  expect(best?.passage.say).toMatch(/công an[\s\S]*trưởng thôn/);
});
