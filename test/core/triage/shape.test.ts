import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hear } from '../../../src/core/triage/hear.ts';
import { shapeOf } from '../../../src/core/triage/shape.ts';
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
  ['nó cầm dao đứng ngoài cửa', 'part'],
  ['buồn quá mọi người ơi', 'part'],
  ['nhớ ngày xưa ghê', 'part'],
])('"%s" is %s', (message, shape) => {
  expect(shapeOf(hear(message), classes)).toBe(shape);
});
