import { expect, test } from 'vitest';
import { turnIn } from '../../../src/core/question/turns.ts';
import { twoActsOf } from '../../../src/core/question/two-acts.ts';

test.each([
  ['vừa chửi vừa đánh vợ thì phạt một hay hai khoản', ['chửi vợ thì phạt bao nhiêu', 'đánh vợ thì phạt bao nhiêu']],
  ['nhốt vợ và đánh vợ thì phạt mấy triệu', ['nhốt vợ thì phạt mấy triệu', 'đánh vợ thì phạt mấy triệu']],
  ['Đánh vợ phạt bao nhiêu và dọa giết vợ thì tù mấy năm?', ['Đánh vợ phạt bao nhiêu', 'dọa giết vợ thì tù mấy năm']],
])('%s asks of two acts', (sentence, questions) => expect(twoActsOf(sentence)).toEqual(questions));

test.each([
  'đánh con và cháu thì phạt bao nhiêu',
  'bố mẹ đánh nhau và con nhìn thấy thì sao',
  'đánh vợ phạt bao nhiêu',
])('%s asks of one', (sentence) => expect(twoActsOf(sentence)).toBeNull());

test.each([
  ['khieu nai lan dau may ngay', 'first'],
  ['khieu nai lan thu hai gui ai', 'second'],
  ['lan dau va lan hai khac nhau the nao', null],
  ['danh vo nhieu lan', null],
])('%s is of the turn %s', (folded, turn) => expect(turnIn(folded)).toBe(turn));
