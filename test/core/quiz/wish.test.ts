import { expect, test } from 'vitest';
import { bareWords } from '../../../src/core/decide.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { wishOf } from '../../../src/core/quiz/wish.ts';
import { library } from '../../fakes.ts';

/** As a turn reads it. */
const wish = (message: string) => wishOf(message, bareWords(understand(message, library.names).folded));

test.each([
  ...[
    'đố vui',
    'do vui',
    'Đố vui đi!',
    'cho em chơi đố vui nhé',
    'e muon choi do vui',
    'câu đố',
    'đố mình một câu',
    'quiz',
  ],
  ...['cho tôi một câu đố', 'chơi tiếp', 'ra câu đố đi', 'muốn chơi câu đố vui'],
])('"%s" wishes to play', (message) => expect(wish(message)).toBe('quiz'));

test.each(['bài học', 'cho em xem bài học ngắn', 'bai hoc', 'mở bài học đi'])('"%s" wishes to learn', (message) =>
  expect(wish(message)).toBe('lessons'),
);

test.each(['điều hôm nay', 'mỗi ngày một điều', 'hôm nay có gì hay?', 'cho xem điều hôm nay'])(
  '"%s" asks for today',
  (m) => expect(wish(m)).toBe('today'),
);

test.each([
  ...[
    'câu đó',
    'câu đó là gì',
    'cầu đó',
    'đồ vui',
    'muốn đi học',
    'do',
    'do em',
    'em muốn đi',
    'hôm nay lại thế',
    'chơi',
  ],
  ...['con gái có được đi học không', 'bài học làm người', 'chồng đòi chơi', 'đố vui mà nó đánh em', 'cho em'],
])('"%s" wishes none of it', (message) => expect(wish(message)).toBeNull());
