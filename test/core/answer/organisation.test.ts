import { expect, test } from 'vitest';
import { asItStands, type Composed } from '../../../src/core/answer/composed.ts';
import { forOrganisation, rangesForOrganisation, timesTyped } from '../../../src/core/answer/organisation.ts';
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
  expect(answer.text).toContain('20–40 triệu đồng (10 × 2 = 20; 20 × 2 = 40)');
});

test('a person at a company pays as a person', () => {
  const message = 'người quấy rối đồng nghiệp ở công ty bị phạt bao nhiêu';
  expect(told('phat-quay-roi-noi-lam-viec', message).text).not.toContain('×');
});

test('what a person names is reckoned for an organisation', () => {
  const passage = library.knowledge.passages.get('282-2025-nd-cp/phan-muc-phat-tien-cua-ca-nhan-va-to-chu');
  if (!passage) throw new Error('no passage on organisations');
  const typed = (message: string) =>
    timesTyped(asItStands(passage), understand(message, library.names), library.knowledge).text;
  expect(typed('lỗi mà cá nhân bị phạt 5–10 triệu thì công ty chịu bao nhiêu')).toContain('10–20 triệu đồng');
  expect(typed('ca nhan nop 3 trieu thi to chuc nop may trieu')).toContain('3 × 2 = 6 triệu đồng');
  expect(typed('cá nhân hay tổ chức bị phạt nặng hơn')).not.toContain('×');
});

test('a sum claimed for an organisation is held against, not reckoned anew', () => {
  const passage = library.knowledge.passages.get('282-2025-nd-cp/phan-muc-phat-tien-cua-ca-nhan-va-to-chu');
  if (!passage) throw new Error('no passage');
  const question = understand('cá nhân 10 triệu thì tổ chức nộp 20 triệu đúng không', library.names);
  const { text } = timesTyped(asItStands(passage), question, library.knowledge);
  expect(text).toMatch(/^Tổ chức: 10 × 2 = 20 triệu đồng\./);
});

test('sums of an answer that is no fine of its own are reckoned too', () => {
  const told: Composed = {
    text: 'Không trả lương bình đẳng: phạt 5–10 triệu đồng (mức cá nhân; tổ chức gấp 2 lần).',
    cites: [{ document: '283/2026/NĐ-CP', locator: 'Điều 23' }],
    passages: [],
    more: null,
    outcome: 'answer',
  };
  const asked = (message: string) =>
    rangesForOrganisation(told, understand(message, library.names), library.knowledge).text;
  expect(asked('công ty bị phạt gấp đôi thì thành bao nhiêu')).toContain('10–20 triệu đồng (5 × 2 = 10; 10 × 2 = 20)');
  expect(asked('trả chị em thấp hơn thì phạt bao nhiêu')).not.toContain('×');
});
