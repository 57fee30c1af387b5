import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isAloof } from '../../../src/core/triage/aloof.ts';
import { hear } from '../../../src/core/triage/hear.ts';
import { parseWordClasses } from '../../../src/knowledge/triage.ts';

const classes = parseWordClasses(readFileSync('knowledge/triage/words.yaml', 'utf8'));

test.each([
  ['đuổi vợ ra khỏi nhà thì bị phạt bao nhiêu', true],
  ['duoi vo ra khoi nha thi bi phat bao nhieu', true],
  ['xâm hại trẻ em thì tội gì', true],
  ['xam hai tre em thi toi gi', true],
  ['ép vợ ngủ cùng có phải là phạm tội không', true],
  ['chồng em đuổi em ra khỏi nhà thì bị phạt bao nhiêu', false],
  ['con tôi bị đánh, luật nói sao', false],
  ['con toi bi danh, luat noi sao', false],
  ['ck mk đánh thì có phạm luật không', false],
  ['nó cầm dao đứng ngoài cửa', false],
])('"%s" speaks of the law and of nobody here: %s', (message, aloof) => {
  expect(isAloof(hear(message), classes)).toBe(aloof);
});
