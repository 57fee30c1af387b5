import { expect, test } from 'vitest';
import { answerAgencyAbsent } from '../../../src/core/answer/agency-absent.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

const ask = (message: string) => answerAgencyAbsent(understand(message, library.names), library.knowledge);

test.each([
  ['sở công thương làm gì trong kế hoạch', 'Sở Công Thương'],
  ['bo doi bien phong duoc giao viec gi trong ke hoach 224', 'Bộ đội Biên phòng'],
])('"%s": the plan does not name %s', (message, name) => {
  expect(ask(message)?.text).toContain(`không nêu tên ${name}`);
});

test.each(['công an tỉnh làm gì trong kế hoạch', 'sở công thương ở đâu', 'tòa án xử ly hôn thế nào'])(
  '"%s" is left to others',
  (message) => {
    expect(ask(message)).toBeNull();
  },
);
