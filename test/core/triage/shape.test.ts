import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Heard, hear } from '../../../src/core/triage/hear.ts';
import { shapeOf } from '../../../src/core/triage/shape.ts';
import { fold } from '../../../src/core/vietnamese/fold.ts';
import { parseWordClasses } from '../../../src/knowledge/triage.ts';

const classes = parseWordClasses(readFileSync('knowledge/triage/words.yaml', 'utf8'));

test.each([
  ['đuổi vợ ra khỏi nhà thì bị phạt bao nhiêu', 'law'],
  ['duoi vo ra khoi nha thi bi phat bao nhieu', 'law'],
  ['xâm hại trẻ em thì tội gì', 'law'],
  ['xam hai tre em thi toi gi', 'law'],
  ['ép vợ ngủ cùng có phải là phạm tội không', 'law'],
  ['chồng em đuổi em ra khỏi nhà thì bị phạt bao nhiêu', 'whole'],
  ['con bị bố đánh, luật xử sao', 'whole'],
  ['bỏ con thì bị phạt thế nào', 'law'],
  ['bố đánh mẹ con em hoài', 'whole'],
  ['bo danh me con em hoai', 'whole'],
  ['ck đánh mk suốt', 'whole'],
  ['ck t đuổi t ra khỏi nhà thì bị phạt bao nhiêu', 'part'],
  ['nó cầm dao đứng ngoài cửa', 'part'],
  ['buồn quá mọi người ơi', 'part'],
  ['nhớ ngày xưa ghê', 'part'],
])('"%s" is %s', (message, shape) => {
  expect(shapeOf(hear(message), classes)).toBe(shape);
});

/** Words just as they stand, with whatever share of diacritics. */
const said = (text: string, marks: number): Heard => ({
  words: text.split(' ').map((raw) => ({ raw, folded: fold(raw), start: 0, end: 0 })),
  marks,
  ends: new Set(),
  faces: [],
});
const shape = (text: string, marks = 1) => shapeOf(said(text, marks), classes);

test.each(['tôi', 'tui', 'em', 'mình', 'cháu', 'tao', 'tớ', 'toi', 'minh', 'chau'])(
  'where "%s" speaks, the law is not all that is spoken of',
  (me) => {
    expect(shape(`${me} hỏi luật này`)).toBe('part');
    expect(shape(`luật này ${me} hỏi`)).toBe('part');
    // Folded, "to" is mostly something big.
    if (me !== 'tớ') expect(shape(fold(`${me} hỏi luật này`), 0)).toBe('part');
  },
);

test.each([
  ...['trẻ em', 'chị em', 'anh em', 'các cháu', 'các em'],
  ...['phạm tội', 'tội gì', 'tội phạm', 'tội danh', 'tội nào'],
])('in "%s" nobody speaks', (name) => {
  expect(shape(`luật này nói ${name} ở đâu`)).toBe('law');
  expect(shape(fold(`luật này nói ${name} ở đâu`), 0)).toBe('law');
});

test('a child says "con" of itself before what it does and fears, others of children', () => {
  for (const next of ['bị', 'sợ', 'không', 'muốn', 'xin', 'đang', 'học']) {
    expect(shape(`luật này con ${next} hiểu`), next).toBe('part');
    expect(shape(fold(`luật này con ${next} hiểu`), 0), next).toBe('part');
  }
  expect(shape('luật này em phạm')).toBe('part');
  for (const other of ['luật này con riêng', 'luật này bị con', 'luật nuôi con'])
    expect(shape(other), other).toBe('law');
});

test('a whole disclosure names what is done, a person, and whoever speaks; none of them may be missing', () => {
  expect(shape('chồng đánh em')).toBe('whole');
  for (const missing of ['chồng em', 'có người đánh em', 'chồng đánh', 'em', ''])
    expect(shape(missing), missing).toBe('part');
  expect(shape('đánh vợ luật nói gì')).toBe('law');
  expect(shape('thế nào là đánh')).toBe('law');
});

test.each([
  ...['đánh', 'vết bầm', 'dao', 'dọa giết', 'nhốt', 'cấm', 'kiểm soát', 'chửi', 'sờ mó', 'quay lén', 'bị bán', 'gả'],
  ...['muốn chết', 'trốn', 'không dám kể', 'cứu em', 'say rượu', 'mang thai'],
])('"%s" is something done or feared', (harm) => expect(shape(`chồng em ${harm}`)).toBe('whole'));

test.each(['chồng', 'bố', 'mẹ', 'chú', 'thằng bé', 'sếp', 'bạn thân', 'hàng xóm', 'nó', 'bọn nó'])(
  '"%s" is somebody to whoever speaks',
  (person) => expect(shape(`em kể ${person} đánh`)).toBe('whole'),
);

test('from two words in five with diacritics on, words are read as written', () => {
  // "tội" is a crime, "toi" may be somebody who speaks.
  expect(shape('luật về tội', 0.4)).toBe('law');
  expect(shape('luật về tội', 0.39)).toBe('part');
});
