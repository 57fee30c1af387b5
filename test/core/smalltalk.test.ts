import { describe, expect, test } from 'vitest';
import { understand } from '../../src/core/question/understand.ts';
import { makeSmalltalk, smalltalkReply } from '../../src/core/smalltalk.ts';
import { library } from '../fakes.ts';

const smalltalk = makeSmalltalk(library.knowledge.smalltalk);
const replyTo = (message: string) => smalltalkReply(understand(message, library.names), smalltalk);

describe('small talk', () => {
  test.each([
    ['tks b nha', 'thanks'],
    ['cảm ơn bạn rất nhiều nha', 'thanks'],
    ['Tạm biệt, mai mình hỏi tiếp', 'goodbye'],
    ['bye b nhé, hẹn gặp lại', 'goodbye'],
    ['chào bạn, chúc buổi sáng vui vẻ', 'greeting'],
    ['cảm ơn bạn đã giảng cho bà con nghe', 'thanks'],
    ['bot trả lời rõ ràng ghê', 'thanks'],
    ['hôm khác em lại vào hỏi thêm', 'goodbye'],
    ['thôi giờ đi nấu cơm đã', 'goodbye'],
    ['cho mình hỏi với', 'greeting'],
    ['Bạn là ai vậy, người thật hay máy?', 'are-you-human'],
    ['bạn có phải là người thật không ạ', 'are-you-human'],
    ['thế bạn tên là gì vậy ạ', 'who-are-you'],
    ['bạn có lưu tin nhắn của mình không', 'privacy'],
    ['à thế à', 'filler'],
    ['không', 'filler'],
  ])('"%s" gets %s', (message, reply) => {
    expect(replyTo(message)).toBe(reply);
  });

  test.each([
    'co bị duoi việc khong',
    'có được không',
    'báo ở đâu',
    'chồng không cho đi làm',
    'chào bạn mình muốn hỏi về ly hôn',
    'cảm ơn, đánh vợ phạt bao nhiêu',
    'không đồng ý thì làm gì',
  ])('"%s" is a question', (message) => {
    expect(replyTo(message)).toBeNull();
  });
});

test.each([
  'thoi em di chet day',
  'hom khac chong lai danh',
  'chồng tôi hay đánh tôi, cảm ơn ai nghe',
  'thôi tôi về nhà mẹ đẻ đây',
])('"%s" is no farewell', (message) => {
  expect(replyTo(message)).not.toBe('goodbye');
});
