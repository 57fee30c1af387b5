import { describe, expect, test } from 'vitest';
import { type InTalk, inOrderOfTalk, ofItsDecree, readInTalk, talkSigns } from '../../../src/core/answer/in-talk.ts';
import { talkWeights } from '../../../src/core/answer/talk-weights.ts';
import type { Passage } from '../../../src/core/passage.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { chosen } from '../../../src/turn/chosen.ts';
import { makeFind } from '../../../src/turn/find.ts';
import { inLightOf } from '../../../src/turn/follow.ts';
import { library, search } from '../../fakes.ts';

const find = makeFind('2026-11-28', library, search);
const passage = (id: string): Passage => {
  const one = library.knowledge.passages.get(id);
  if (!one) throw new Error(`no passage ${id}`);
  return one;
};

async function next(message: string, last: string): Promise<InTalk[]> {
  const question = understand(message, library.names);
  const alone = await chosen(question, library, find);
  return ofItsDecree(inOrderOfTalk(await inLightOf(question, [passage(last)], alone, library, find)), passage(last));
}

test('every sign has a weight, and no weight is of a sign that is not', () => {
  expect(Object.keys(talkWeights).sort()).toEqual([...talkSigns].sort());
});

describe('a message in a talk is about what was talked of', () => {
  test.each([
    ['mấy ngày thì giải quyết', 'ho-so-thai-san', /^41\/2024\/QH15/],
    ['chủ tịch xã phạt được tới bao nhiêu', 'phat-khong-co-phong-vat-sua', /^283\/2026/],
    ['bêu lên mạng có nặng hơn không', '100-2015-qh13/d155', /^100\/2015/],
  ])('"%s" after %s', async (message, last, document) => {
    const [first] = await next(message, last);
    expect(first?.candidate.passage.document).toMatch(document);
  });

  test('control: the same words after another matter lead elsewhere', async () => {
    const [first] = await next('mấy ngày thì giải quyết', 'khieu-nai-to-cao-bao-lau');
    expect(first?.candidate.passage.document).not.toBe('41/2024/QH15');
  });
});

test('control: after a fine of another decree the same words tell of that one', async () => {
  const [first] = await next('chủ tịch xã phạt được tới bao nhiêu', 'phat-danh-dap-nguoi-nha');
  expect(first?.candidate.passage.document).not.toBe('283/2026/NĐ-CP');
});

test('signs are from 0 to 1, as many as there are names, and nothing that lies elsewhere is among them', async () => {
  const read = await next('có bị phạt không', 'ho-so-thai-san');
  expect(read.length).toBeGreaterThan(3);
  for (const { signs, candidate } of read) {
    expect(signs).toHaveLength(talkSigns.length);
    expect(signs.filter((one) => !(one >= 0 && one <= 1))).toEqual([]);
    expect(candidate.passage.facts.kind).not.toBe('elsewhere');
  }
});

test('nothing found is nothing to go on with', () => {
  const question = understand('thế còn ở xã', library.names);
  const none = { alone: [], first: undefined, beside: [] };
  expect(readInTalk(question, [passage('ho-so-thai-san')], none, library)).toEqual([]);
});
