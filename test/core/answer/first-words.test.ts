import { expect, test } from 'vitest';
import { asItStands } from '../../../src/core/answer/composed.ts';
import { firstWordsFor } from '../../../src/core/answer/first-words.ts';
import { opened } from '../../../src/core/answer/opener.ts';
import type { Passage } from '../../../src/core/passage.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { askedOf } from '../../../src/knowledge/asked.ts';
import { library } from '../../fakes.ts';

/** One rule that is a no to some and a yes to others. */
const night: Passage = {
  id: 'p',
  document: 'd',
  locator: 'Điều 1',
  title: 'làm đêm',
  text: '',
  say: 'Có. Mang thai từ tháng thứ 7 thì không phải làm đêm. Xin đổi ca không mất tiền.',
  more: null,
  ...askedOf([
    'bầu to có phải làm ca đêm không => Không phải.',
    'bầu to từ chối ca đêm có được không => Được.',
    'bầu to có được nghỉ ca đêm không',
    'đổi ca mất bao nhiêu tiền => Không mất tiền.',
  ]),
  inForceFrom: '2020-01-01',
  inForceTo: null,
  cites: [],
  related: [],
  facts: { kind: 'card' },
};

const first = (message: string) => firstWordsFor(night, understand(message, library.names), library.tellsOf);

test('what is said first goes with the way of asking, with and without diacritics', () => {
  expect(first('bụng bầu to rồi có phải làm ca đêm không')).toBe('Không phải.');
  expect(first('bau to tu choi lam ca dem dc ko')).toBe('Được.');
});

test('a way of asking without first words that comes nearer leaves the answer as it is', () => {
  expect(first('bầu to có được nghỉ ca đêm không')).toBeNull();
});

test('a yes or no is not said to what is not answered by it, nor to another matter', () => {
  expect(first('bầu to làm ca đêm thì sao')).toBeNull();
  expect(first('nuôi gà có phải đăng ký không')).toBeNull();
});

test('the one thing asked for may come first as well', () => {
  expect(first('đổi ca thì mất bao nhiêu tiền')).toBe('Không mất tiền.');
});

test('they take the place of a yes that was written for others', () => {
  const question = understand('bầu to từ chối làm ca đêm có được không', library.names);
  expect(opened(asItStands(night), night, question, library).text).toMatch(/^Được\. Mang thai/);
});

test('ways of asking are kept without what is said to them', () => {
  expect(night.ask).toHaveLength(4);
  expect(night.ask.join(' ')).not.toContain('=>');
  expect(askedOf(['hỏi gì'])).toEqual({ ask: ['hỏi gì'] });
});

test('of all reviewed ways, each held against the others of its passage, hardly any gets the opposite word', () => {
  const signOf = (say: string) =>
    /^(?:Không|Chưa|Bị cấm|Cấm)/.test(say) ? 'no' : /^(?:Có|Được|Đúng|Phải|Vẫn)/.test(say) ? 'yes' : '';
  const given = [...library.knowledge.passages.values()].flatMap((passage) =>
    (passage.firstWords ?? []).flatMap(({ ask, say }) => {
      const others = {
        ...passage,
        ask: passage.ask.filter((one) => one !== ask),
        firstWords: passage.firstWords?.filter((one) => one.ask !== ask) ?? [],
      };
      const got = firstWordsFor(others, understand(ask, library.names), library.tellsOf);
      return got === null || signOf(say) === '' || signOf(got) === '' ? [] : [signOf(got) === signOf(say)];
    }),
  );
  const wrong = given.filter((right) => !right).length;
  expect(given.length).toBeGreaterThan(80);
  expect(wrong / given.length).toBeLessThan(0.05);
});

test('a claim that people heard is no open question, and gets its word alone', () => {
  const measures: Passage = {
    ...night,
    id: 'm',
    title: 'biện pháp ưu tiên',
    ...askedOf(['nghe bảo trưởng thôn cũng đặt được biện pháp ưu tiên nữ => Không đúng.']),
  };
  const said = (message: string) => firstWordsFor(measures, understand(message, library.names), library.tellsOf);
  expect(said('cấp nào đặt ra biện pháp ưu tiên nữ')).toBeNull();
  expect(said('nghe bảo trưởng thôn đặt được biện pháp ưu tiên nữ')).toBe('Không đúng.');
});
