import { expect, test } from 'vitest';
import type { Composed } from '../../../src/core/answer/composed.ts';
import { dated } from '../../../src/core/answer/since.ts';
import { library } from '../../fakes.ts';

const violence = { document: '282/2025/NĐ-CP', locator: 'Điều 39' };
const online = { document: '174/2026/NĐ-CP', locator: 'Điều 96' };

function answer(text: string, cites: Composed['cites'], outcome: Composed['outcome'] = 'answer'): string {
  return dated({ text, cites, passages: [], more: null, outcome }, library).text;
}

test('a sum is told with the day it holds from, once', () => {
  expect(answer('Lăng mạ bị phạt 5–10 triệu đồng. Lộ đời tư bị phạt 10–20 triệu đồng.', [violence])).toBe(
    'Lăng mạ bị phạt 5–10 triệu đồng (từ 15/12/2025). Lộ đời tư bị phạt 10–20 triệu đồng.',
  );
});

test('sums of two decrees are told each with its day', () => {
  const cites = [{ document: '282/2025/NĐ-CP', locator: 'Điều 37' }, online];
  expect(answer('Đe dọa người nhà 2–5 triệu đồng; nội dung dâm ô trên mạng 15–25 triệu.', cites)).toBe(
    'Đe dọa người nhà 2–5 triệu đồng (từ 15/12/2025); nội dung dâm ô trên mạng 15–25 triệu (từ 1/7/2026).',
  );
});

test('a bracket after the sum takes the day in', () => {
  expect(answer('Lộ đời tư bị phạt 10–20 triệu đồng (mức cá nhân).', [violence])).toBe(
    'Lộ đời tư bị phạt 10–20 triệu đồng (từ 15/12/2025; mức cá nhân).',
  );
});

test('a sum that stands in two decrees is told without a day', () => {
  expect(answer('Bị phạt 10–20 triệu đồng.', [violence, online])).toBe('Bị phạt 10–20 triệu đồng.');
});

test.each([
  ['that names a day already', 'Bị phạt 5–10 triệu đồng (áp dụng từ 15/12/2025).', [violence]],
  [
    'whose sum stands in no decree',
    'Bị phạt tiền 10–30 triệu đồng.',
    [{ document: '100/2015/QH13', locator: 'Điều 155' }],
  ],
  ['without a sum', 'Đó là bạo lực gia đình.', [violence]],
])('an answer %s is left as it is', (_what, text, cites) => expect(answer(text, cites)).toBe(text));

test('what is declined is left as it is', () => {
  expect(answer('Mức phạt của việc này thì mình chưa có.', [violence], 'decline')).not.toContain('(từ');
});
