import { expect, test } from 'vitest';
import { withClause, withCrime } from '../../../src/core/answer/clause.ts';
import { asItStands } from '../../../src/core/answer/composed.ts';
import type { Passage } from '../../../src/core/passage.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const passage = [...library.knowledge.passages.values()].find(
  (one) => one.document === '100/2015/QH13' && one.locator === 'Điều 134',
) as Passage;
const ask = (message: string) => understand(message, library.names);

test('a clause that the plain answer passes over is told when it is asked for', () => {
  const { text } = withClause(asItStands(passage), passage, ask('chuẩn bị a-xít mà chưa tạt'), library);
  expect(text).toContain('chuẩn bị hung khí');
});

test('an answer that tells all that is asked stays as it is', () => {
  const plain = asItStands(passage);
  expect(withClause(plain, passage, ask('dùng hung khí gây thương tích bị tù mấy năm'), library)).toEqual(plain);
});

test('the crime is named where it is asked for and not said', () => {
  const { text } = withCrime({ ...asItStands(passage), text: 'Bị tù 2–7 năm.' }, passage, ask('đánh người là tội gì'));
  expect(text).toContain('tội cố ý gây thương tích');
});
