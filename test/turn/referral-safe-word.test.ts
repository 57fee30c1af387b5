import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reply } from '../../src/core/reply.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { memoryDesk } from '../desk.ts';
import { makeParts, memoryConversations, updateOf } from '../fakes.ts';

/** What a person may do: say something, press the so-many-th button under the last reply, or one of long ago. */
type Step =
  | { do: 'say'; text: string; minutes: number }
  | { do: 'press'; at: number; old: boolean }
  | { do: 'desk'; deed: 'claims' | 'replies' | 'closes' };

const said = [
  ...['gửi lời', '1', '2', '3', '1 3', 'bỏ qua', 'quay lại', 'giữ như cũ', 'hoa mận', 'đồng ý', 'có', 'không', 'dừng'],
  ...['tiếp tục', 'nhờ cô giáo ở bản', 'xem', 'rút lại', 'xoá', 'menu', 'em 14 tuổi', 'chồng tôi hay đánh tôi'],
  ...['nó đang cầm dao', 'bao nhiêu tuổi được kết hôn', '234-567-892-345-635', 'nhắn em vẫn đợi', '😭', '/dovui'],
];
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...said).map((text): Step => ({ do: 'say', text, minutes: 0 })) },
  { weight: 1, arbitrary: fc.constantFrom(11, 16, 31).map((minutes): Step => ({ do: 'say', text: '1', minutes })) },
  { weight: 6, arbitrary: fc.nat(5).map((at): Step => ({ do: 'press', at, old: false })) },
  { weight: 2, arbitrary: fc.nat(60).map((at): Step => ({ do: 'press', at, old: true })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('claims', 'replies', 'closes').map((deed): Step => ({ do: 'desk', deed })),
  },
);
/** Straight to the summary, so that the far stages are reached often. */
const toConfirm: Step[] = ['gửi lời', '1', '1', '1', '1', 'hoa mận', 'bỏ qua', 'bỏ qua'].map((text) => ({
  do: 'say',
  text,
  minutes: 0,
}));
const toVisit: Step[] = [...toConfirm, { do: 'say', text: 'đồng ý', minutes: 0 }];
const steps = fc
  .tuple(fc.constantFrom<Step[]>([], toConfirm, toVisit), fc.array(step, { maxLength: 12 }))
  .map(([first, rest]) => [...first, ...rest]);
const safeWord = fc.constantFrom('SOS', 'trợ giúp', 'tro giup', 'cứu', 'CỨU EM VỚI', 'S.O.S');

/** Whole walks through the real turn take long on a busy machine. */
const patienceMs = 300_000;

let talks = 0;

async function walk(all: Step[]) {
  const house = memoryDesk();
  const conversations = memoryConversations();
  const erase = async (contact: string) => {
    await house.parts.intake.drop(contact);
    await conversations.erase(contact);
  };
  const parts = makeParts({ desk: house.parts, conversations: { ...conversations, erase } });
  const turn = makeTurn(parts);
  const contact = `desk:${++talks}`;
  const seen: Reply['offers'] = [];
  const stages = new Set<string>();
  let last: Reply | null = null;
  const send = async (what: Parameters<typeof updateOf>[0], minutes = 0) => {
    parts.clock.now = new Date(parts.clock.now.getTime() + minutes * 60_000 + 1_000);
    last = await turn({ ...updateOf(what, contact), sentAt: parts.clock.now });
    seen.push(...last.offers);
    return last;
  };
  for (const one of all) {
    const talk = house.talks.get(contact)?.talk;
    stages.add(talk?.stage === 'draft' ? talk.step : (talk?.stage ?? 'none'));
    if (one.do === 'say') await send(one.text, one.minutes);
    else if (one.do === 'desk') house.officer[one.deed]('Chào bạn.');
    else {
      const from: Reply['offers'] = one.old ? seen : ((last as Reply | null)?.offers ?? []);
      const offer = from[one.at % Math.max(1, from.length)];
      if (offer) await send({ kind: 'choice', choice: offer.choice });
    }
  }
  return { house, send, stages };
}

test(
  'the safe word brings the card in every stage that can be reached',
  async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(steps, safeWord, async (all, word) => {
        const { send, stages } = await walk(all);
        for (const one of stages) reached.add(one);
        const reply = await send(word);
        expect(reply.outcome).toBe('help');
        expect(reply.bubbles[0]).toMatch(/\b113\b/);
      }),
      { numRuns: 80 },
    );
    // The control: the walk came through the stages it speaks of.
    for (const stage of ['none', 'intro', 'who', 'wants', 'when', 'code-word', 'commune', 'words', 'confirm', 'visit'])
      expect(reached).toContain(stage);
  },
  patienceMs,
);

test(
  'no walk without a yes ever makes a case, whatever else is said or pressed',
  async () => {
    const isYes = (one: Step) =>
      (one.do === 'say' && /^(đồng ý|có|3)$/.test(one.text)) || one.do === 'press' || one.do === 'desk';
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (rest) => {
        const { house } = await walk([...toConfirm, ...rest.filter((one) => !isYes(one))]);
        expect(house.cases.size).toBe(0);
      }),
      { numRuns: 40 },
    );
  },
  patienceMs,
);
