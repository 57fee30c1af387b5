import { expect, test } from 'vitest';
import { ofTheAct } from '../../../src/core/answer/acts.ts';
import type { Candidate } from '../../../src/core/answer/candidate.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

function candidate(id: string, near: number, likeness: number): Candidate {
  const passage = library.knowledge.passages.get(id);
  if (!passage) throw new Error(`no passage ${id}`);
  return { passage, near, likeness, coverage: 0.6, score: near, share: near, trust: near, clues: [] };
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
