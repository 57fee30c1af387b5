import { expect, test } from 'vitest';
import { answerAboutLast } from '../../../src/core/answer/about-last.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

function after(id: string, message: string): string | null {
  const last = library.knowledge.passages.get(id) ?? null;
  if (!last) throw new Error(`no passage ${id}`);
  return answerAboutLast(understand(message, library.names), last, library.knowledge)?.text ?? null;
}

test('since when a rule holds is told of the rule, not of its act', () => {
  expect(after('45-2019-qh14/d139k1', 'từ khi nào áp dụng vậy')).toContain('01/7/2026');
});

test('a fine is for a person; an organisation pays a multiple', () => {
  expect(after('phat-quay-roi-noi-lam-viec', 'mức này áp dụng cho ai')).toContain('cá nhân');
  expect(after('phat-quay-roi-noi-lam-viec', 'công ty thì bị gấp mấy')).toContain('15 × 2 = 30');
});

test('a message with a subject of its own is left to others', () => {
  expect(after('phat-quay-roi-noi-lam-viec', 'luật bình đẳng giới áp dụng cho ai')).toBeNull();
  expect(after('phat-quay-roi-noi-lam-viec', 'công ty sa thải người mang thai thì bị phạt bao nhiêu')).toBeNull();
});
