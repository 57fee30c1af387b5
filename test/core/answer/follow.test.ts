import { describe, expect, test } from 'vitest';
import { leanOf, subjectOf } from '../../../src/core/answer/follow.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const read = (message: string) => understand(message, library.names);

describe('how much a message leans on the talk', () => {
  test.each([
    'thế ở tòa?',
    'còn nữ thì sao',
    'bao lâu',
    'có bị phạt không',
    'cái đó ai quyết định',
    'the con nam thi sao',
  ])('"%s" leans', (message) => {
    expect(leanOf(read(message))).toBe('strong');
  });

  test.each(['nộp ở đâu', 'cần giấy tờ gì'])('"%s" may lean', (message) => {
    expect(leanOf(read(message))).toBe('weak');
  });

  test.each([
    'thủ tục xin ly hôn đơn phương khi chồng đi làm xa',
    'luật bình đẳng giới nói gì về giáo dục',
    'mục tiêu 3 có mấy chỉ tiêu',
  ])('"%s" stands alone', (message) => {
    expect(leanOf(read(message))).toBe('none');
  });
});

test('the words that only shape a question are not its subject', () => {
  const subject = (message: string) => subjectOf(read(message)).map((word) => word.folded);
  expect(subject('mức phạt tảo hôn là bao nhiêu')).toEqual(['tao', 'hon']);
  expect(subject('muc phat tao hon la bao nhieu')).toEqual(['tao', 'hon']);
  expect(subject('hơn kém bao nhiêu')).toEqual([]);
});
