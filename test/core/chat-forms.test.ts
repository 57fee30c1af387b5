import { describe, expect, test } from 'vitest';
import { chatReply, onlyTells } from '../../src/core/chat-forms.ts';
import { understand } from '../../src/core/question/understand.ts';
import { library } from '../fakes.ts';

const replyTo = (message: string) => {
  const { folded, asks } = understand(message, library.names);
  return chatReply(folded, asks);
};

describe('talk told by its form', () => {
  test.each([
    ['ai ngồi nhắn lại cho tôi thế', 'are-you-human'],
    ['cái này do sở nào làm ra vậy', 'who-made-you'],
    ['dùng bot này có tốn tiền không', 'free-of-charge'],
    ['có cần tạo tài khoản không', 'free-of-charge'],
    ['bạn có hiểu tiếng Tày không', 'languages'],
    ['bạn giúp được bà con việc gì', 'menu'],
    ['bot thích ăn gì', 'chat'],
    ['đọc cho mình nghe bài thơ đi', 'chat'],
    ['trả lời lạc đề quá', 'not-useful'],
    ['mình chưa hiểu lắm', 'not-useful'],
    ['tôi đọc chậm, bạn viết ngắn thôi nhé', 'short-words'],
    ['em bấm linh tinh thôi', 'filler'],
    ['chúc cả nhà năm mới vui vẻ', 'wishes'],
    ['bác ra ruộng đây', 'goodbye'],
    ['tuyệt quá, tôi sẽ kể cho cả bản', 'thanks'],
    ['mình mới dùng hôm nay', 'greeting'],
    ['trời rét quá nhỉ', 'aside'],
  ])('"%s" gets %s', (message, reply) => {
    expect(replyTo(message)).toBe(reply);
  });

  test.each([
    'hỏi luật sư có mất tiền không',
    'không biết chữ thì viết đơn thế nào',
    'người không biết viết tố giác bằng miệng được không',
    'ra tòa nói tiếng Mông có được không',
    'vi phạm lần đầu phạt bao nhiêu',
    'chào bạn, thủ tục ly hôn đơn phương',
    'vợ mới sinh chồng nghỉ mấy ngày',
    'có ai giúp tôi với',
    'thôi tôi về nhà mẹ đẻ đây',
  ])('"%s" is no talk', (message) => {
    expect(replyTo(message)).toBeNull();
  });
});

test.each([
  ['hôm nay nhà em gặt xong rồi', true],
  ['lương giáo viên mầm non 2026', false],
  ['viết giúp mình bài văn tả mẹ', false],
  ['tôi muốn ly hôn', false],
  ['thế còn năm 2030 bao nhiêu', false],
])('"%s" only tells: %s', (message, tells) => {
  const { folded, asks } = understand(message, library.names);
  expect(onlyTells(folded, asks)).toBe(tells);
});
