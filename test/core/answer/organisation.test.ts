import { expect, test } from 'vitest';
import { asItStands } from '../../../src/core/answer/composed.ts';
import { forOrganisation } from '../../../src/core/answer/organisation.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

function told(id: string, message: string) {
  const passage = library.knowledge.passages.get(id);
  if (!passage) throw new Error(`no passage ${id}`);
  return forOrganisation(asItStands(passage), passage, understand(message, library.names), library.knowledge);
}

test('the most an organisation pays is reckoned from a person’s most', () => {
  const answer = told('phat-sa-thai-vi-mang-thai', 'công ty đuổi việc bà bầu bị phạt tối đa bao nhiêu');
  expect(answer.text).toContain('20 × 2 = 40 triệu đồng');
  expect(answer.cites).toContainEqual({ document: '283/2026/NĐ-CP', locator: 'Điều 7' });
});

test('both ends are reckoned where the most is not asked for', () => {
  const answer = told('phat-sa-thai-vi-mang-thai', 'doanh nghiệp đuổi việc bà bầu phạt bao nhiêu');
  expect(answer.text).toContain('từ 10 × 2 = 20 đến 20 × 2 = 40');
});

test('a person at a company pays as a person', () => {
  const message = 'người quấy rối đồng nghiệp ở công ty bị phạt bao nhiêu';
  expect(told('phat-quay-roi-noi-lam-viec', message).text).not.toContain('×');
});
