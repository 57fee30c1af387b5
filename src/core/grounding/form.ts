import { markedLetter } from '../vietnamese/syllable.ts';

/** Everything our own texts are made of; markup, links, addresses and other scripts are none of it. */
const ours = /^[\p{Script=Latin}\p{M}\d\s.,;:!?()"'“”‘’/%–-]+$/u;
const dangerous = /https?:|www\.|&[a-z]+;|\/\/|\w\.(?:com|vn|net|org|me|io)\b/i;

export const mostSentenceChars = 400;

/** Whether the text is plain words, without markup, links or signs that words do not need. */
export function isPlain(sentence: string): boolean {
  return ours.test(sentence) && !dangerous.test(sentence);
}

/** Whether the text reads as Vietnamese with its diacritics. */
export function isVietnamese(sentence: string): boolean {
  const words = sentence.match(/\p{L}+/gu) ?? [];
  return words.filter((word) => markedLetter.test(word.toLowerCase())).length * 4 >= words.length;
}

/** What is said to a machine, never to a person: found in a passage, it may not be shown to a model or said by one. */
const toMachine = new RegExp(
  [
    '(?<!\\p{L})(?:bỏ qua|phớt lờ|quên|làm ngược|không cần theo|ghi đè) (?:hết |mọi |tất cả |các |những |toàn bộ )*(?:hướng dẫn|chỉ dẫn|chỉ thị|quy tắc|lệnh|lời dặn|điều trên)',
    '(?<!\\p{L})(?:hãy |phải |chỉ )?(?:nói|trả lời|viết|in|lặp lại|nhắc lại) (?:rằng|nguyên văn|đúng câu|lại câu|với người (?:dùng|hỏi))',
    '(?<!\\p{L})(?:hãy|chỉ) trả lời (?:bằng|là|mọi|người)|đóng vai|(?:chỉ thị|thông báo|lệnh) (?:của |cho )?(?:hệ thống|máy|bot)',
    '(?<!\\p{L})(?:từ (?:giờ|bây giờ|nay),? (?:bạn|mày|mi) (?:là|phải)|bạn (?:đang )?là (?:một )?(?:trợ lý|bot|máy|mô hình|ai)(?!\\p{L}))',
    'trợ lý (?:ảo|ai)|mô hình ngôn ngữ|trí tuệ nhân tạo trả lời|lời nhắc hệ thống|chat ?(?:gpt|bot)',
    '(?:ignore|disregard|forget) (?:all|any|the|previous|your)|you are (?:now|an?)|(?:system|developer) (?:prompt|message)|instructions?\\b|assistant|\\bprompt\\b|\\bjson\\b|<\\||\\[/?inst\\]|</?system>',
  ].join('|'),
  'iu',
);

export function speaksToMachine(text: string): boolean {
  return toMachine.test(text.normalize('NFC'));
}
