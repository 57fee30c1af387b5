import { expect, test } from 'vitest';
import { answerAgencyModels } from '../../../src/core/answer/model.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const models = (message: string) => answerAgencyModels(understand(message, library.names), library.knowledge);

test.each([
  ['ban dân tộc lo mô hình nào', 'Ban Dân tộc tỉnh chủ trì:\nMô hình: Tăng cường sự tham gia của phụ nữ'],
  ['hội phụ nữ tỉnh chủ trì mô hình gì', 'Hội Liên hiệp phụ nữ tỉnh chủ trì:\nMô hình: Hỗ trợ phụ nữ tạo việc làm'],
  ['Sở Y tế phối hợp mô hình nào', 'Sở Y tế phối hợp làm:\nMô hình: Phòng ngừa'],
])('"%s"', (message, said) => {
  expect(models(message)?.text).toContain(said);
});

test('an agency without a part in any model is left to search', () => {
  expect(models('Sở Khoa học và Công nghệ chủ trì mô hình nào')).toBeNull();
});
