import { expect, test } from 'vitest';
import { labelChars, labelOf, sameLabel, shortened } from '../../../src/core/answer/label.ts';
import { speaksOfViolence } from '../../../src/core/answer/violence.ts';
import { library } from '../../fakes.ts';

const passages = [...library.knowledge.passages.values()];

test('every label fits on a button and tells something', () => {
  for (const passage of passages) {
    const label = labelOf(passage);
    expect(label.trim(), passage.id).not.toBe('');
    expect(label.length, label).toBeLessThanOrEqual(labelChars);
    expect(label).not.toMatch(/Chỉ tiêu \d/);
  }
});

test('a long title is cut at a pause or a word', () => {
  expect(shortened('Mục tiêu 3: đời sống gia đình và phòng ngừa, ứng phó với bạo lực trên cơ sở giới')).toBe(
    'Mục tiêu 3: đời sống gia đình và phòng ngừa',
  );
  expect(shortened('ngắn')).toBe('ngắn');
});

test('labels that read as the same choice are the same', () => {
  expect(sameLabel('Sở Y tế', 'sở y tế')).toBe(true);
  expect(sameLabel('Nộp đơn ly hôn ở đâu', 'Ly hôn mất bao lâu')).toBe(false);
});

test.each([
  ['73-2006-qh11/d43', false],
  ['282-2025-nd-cp/d69', false],
  ['co-quan-so-ldtbxh', false],
  ['52-2014-qh13/d59', false],
  ['phat-danh-dap-nguoi-nha', true],
  ['13-2022-qh15/d2k1', true],
  ['chui-mang-hang-ngay', true],
  ['muc-tieu-3-chi-tieu-2', true],
])('the offer of help stands under %s: %s', (id, offered) => {
  const passage = library.knowledge.passages.get(id);
  expect(passage && speaksOfViolence(passage)).toBe(offered);
});
