import { describe, expect, test } from 'vitest';
import { told } from '../../../src/core/answer/told.ts';
import { pastDay } from '../../../src/core/question/past.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const today = '2026-11-24';

describe('when something happened', () => {
  test.each([
    ['sa thải tôi ngày 10/8/2026', '2026-08-10'],
    ['bị quấy rối hồi tháng 5/2026', '2026-05-31'],
    ['xảy ra hồi tháng 8', '2026-08-31'],
    ['đánh vợ năm ngoái', '2025-12-31'],
    ['chuyện cách đây 2 năm', '2024-11-24'],
    ['sang năm 2030', null],
    ['có bầu tháng thứ 7', null],
    ['nghỉ 6 tháng', null],
  ])('"%s" was by %s', (message, day) => {
    expect(pastDay(understand(message, library.names), today)).toBe(day);
  });
});

function answer(id: string, message: string) {
  const passage = library.knowledge.passages.get(id);
  if (!passage) throw new Error(`no passage ${id}`);
  return told(passage, understand(message, library.names), [], library, today);
}

test('what was over before a decree came is told by the rule on it, before the level of today', () => {
  const { text, cites } = answer(
    'phat-sa-thai-vi-mang-thai',
    'hồi tháng 8/2026 công ty đuổi việc bà bầu thì phạt bao nhiêu',
  );
  expect(text.indexOf('Nghị định 12/2022/NĐ-CP')).toBeGreaterThan(-1);
  expect(text.indexOf('triệu đồng')).toBeGreaterThan(text.indexOf('Nghị định 12/2022/NĐ-CP'));
  expect(cites).toContainEqual({ document: '283/2026/NĐ-CP', locator: 'Điều 67' });
});

test('where only the decree is asked for, no other level is told', () => {
  const message = 'tháng 8/2026 công ty đuổi việc bà bầu thì phạt theo nghị định nào';
  expect(answer('phat-sa-thai-vi-mang-thai', message).text).not.toContain('triệu đồng');
});

test('what happened under the decree is told by its level alone', () => {
  const message = 'tháng 10/2026 công ty đuổi việc bà bầu thì phạt bao nhiêu';
  expect(answer('phat-sa-thai-vi-mang-thai', message).text).not.toContain('12/2022');
});
