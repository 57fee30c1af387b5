import { expect, test } from 'vitest';
import { ofTheAct } from '../../../src/core/answer/acts.ts';
import type { Candidate } from '../../../src/core/answer/candidate.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

function candidate(id: string, near: number, likeness: number, trust = 0.9 * near): Candidate {
  const passage = library.knowledge.passages.get(id);
  if (!passage) throw new Error(`no passage ${id}`);
  return { passage, near, likeness, coverage: 0.6, score: near, share: near, trust, clues: [] };
}

const ids = (message: string, candidates: Candidate[]) =>
  ofTheAct(candidates, understand(message, library.names), library).map((one) => one.passage.id);

test('the penalty of another act does not answer', () => {
  expect(ids('cấm vợ đi họp phụ nữ phạt bao nhiêu', [candidate('phat-cam-di-lam', 1, 0.5)])).toEqual([]);
});

test('a near candidate about the act takes its place', () => {
  const candidates = [candidate('phat-quay-roi-noi-lam-viec', 1, 0.5), candidate('phat-giam-cam-nguoi-nha', 0.9, 0.4)];
  expect(ids('nhốt người nhà phạt bao nhiêu', candidates)).toEqual(['phat-giam-cam-nguoi-nha']);
});

test('the penalty of the act itself stays', () => {
  expect(ids('đánh vợ phạt bao nhiêu', [candidate('phat-danh-dap-nguoi-nha', 1, 0.5)])).toHaveLength(1);
});

test('what is trusted almost surely stays, whatever story it is asked with', () => {
  const story = 'em ôn thi nghiệp vụ, tổ trưởng dặn học kỹ câu dùng gậy đánh người nhà phạt bao nhiêu';
  expect(ids(story, [candidate('phat-quay-roi-noi-lam-viec', 1, 0.3, 0.9)])).toEqual([]);
  expect(ids(story, [candidate('phat-dung-hung-khi-nguoi-nha', 1, 0.3, 0.97)])).toHaveLength(1);
});
