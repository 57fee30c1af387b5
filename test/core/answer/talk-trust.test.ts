import { describe, expect, test } from 'vitest';
import { inTalk } from '../../../src/core/answer/follow.ts';
import { inOrderOfTalk } from '../../../src/core/answer/in-talk.ts';
import { signsOfTrust, talkTrustSigns, trustInTalk } from '../../../src/core/answer/talk-trust.ts';
import { talkTrustWeights } from '../../../src/core/answer/talk-trust-weights.ts';
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

async function saidAfter(last: string, message: string) {
  const main = passage(last);
  const question = inTalk(understand(message, library.names), main);
  const alone = await chosen(question, library, find);
  const [first, ...others] = inOrderOfTalk(await inLightOf(question, [main], alone, library, find));
  if (!first) throw new Error('nothing may answer');
  return [[first, ...others] as [typeof first, ...typeof others], question, alone.found, library] as const;
}

test('every sign has a weight, and no weight is of a sign that is not', () => {
  expect(Object.keys(talkTrustWeights).sort()).toEqual([...talkTrustSigns].sort());
});

test('there are as many signs as names, each a number of small size', async () => {
  const signs = signsOfTrust(...(await saidAfter('ho-so-thai-san', 'mấy ngày thì giải quyết')));
  expect(signs).toHaveLength(talkTrustSigns.length);
  expect(signs.filter((one) => !(Math.abs(one) <= 5))).toEqual([]);
});

describe('a message that the knowledge answers is trusted more than one shaped like it that nothing answers', () => {
  test.each([
    ['ho-so-thai-san', 'mấy ngày thì giải quyết', 'máy cày thì ai sửa'],
    ['ly-hon-con-ai-nuoi', 'con trên 7 tuổi thì sao', 'con gà bị rù thì sao'],
    ['phat-khong-co-phong-vat-sua', 'chủ tịch xã phạt được tới bao nhiêu', 'xăng hôm nay lên bao nhiêu'],
  ])('after %s: "%s", not "%s"', async (last, told, not) => {
    const [is, isNot] = [trustInTalk(...(await saidAfter(last, told))), trustInTalk(...(await saidAfter(last, not)))];
    expect(is).toBeGreaterThan(isNot);
    expect(isNot).toBeLessThan(0.3);
  });
});
