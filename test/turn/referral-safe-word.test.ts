import fc from 'fast-check';
import { expect, test } from 'vitest';
import { steps as flow } from '../../src/core/referral/talk.ts';
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
/** Straight to the far stages, so that they are reached often. */
const after = (...texts: string[]): Step[] => texts.map((text) => ({ do: 'say', text, minutes: 0 }));
const toConfirm = after('gửi lời', '1', '1', '1', '1', 'hoa mận', 'bỏ qua', 'bỏ qua');
const toVisit = [...toConfirm, ...after('đồng ý')];
const toAgreed = after('gửi lời', '1', '2');
const toWay = after('gửi lời', '1', '1', '1', '2');
const toKnock = after('234-567-892-345-635');
const steps = fc
  .tuple(fc.constantFrom<Step[]>([], toConfirm, toVisit, toAgreed, toWay, toKnock), fc.array(step, { maxLength: 12 }))
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
  const look = () => {
    const talk = house.talks.get(contact)?.talk;
    stages.add(talk?.stage === 'draft' ? talk.step : (talk?.stage ?? 'none'));
  };
  for (const one of all) {
    look();
    if (one.do === 'say') await send(one.text, one.minutes);
    else if (one.do === 'desk') house.officer[one.deed]('Chào bạn.');
    else {
      const from: Reply['offers'] = one.old ? seen : ((last as Reply | null)?.offers ?? []);
      const offer = from[one.at % Math.max(1, from.length)];
      if (offer) await send({ kind: 'choice', choice: offer.choice });
    }
  }
  look();
  const lastOffers = () => (last as Reply | null)?.offers ?? [];
  return { house, send, stages, seen, lastOffers };
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
    for (const stage of ['none', 'knock', 'visit', ...flow]) expect(reached).toContain(stage);
  },
  patienceMs,
);

test(
  'a yes button of before never makes a case, however often it is pressed and whatever came between',
  async () => {
    let pressed = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(toConfirm, toVisit), fc.array(step, { maxLength: 8 }), async (first, rest) => {
        const { house, send, seen, lastOffers } = await walk([...first, ...rest]);
        const yeses = seen.filter(({ label }) => label === 'Đồng ý gửi');
        const fresh = lastOffers().map(({ choice }) => JSON.stringify(choice));
        const before = house.cases.size;
        for (const { choice } of yeses) {
          if (fresh.includes(JSON.stringify(choice))) continue;
          pressed += 1;
          for (let times = 0; times < 2; times += 1) await send({ kind: 'choice', choice });
          expect(house.cases.size).toBe(before);
        }
      }),
      { numRuns: 40 },
    );
    expect(pressed).toBeGreaterThan(20);
    // The control: pressed while it is fresh, the same button makes one.
    const { house, send, lastOffers } = await walk(toConfirm);
    const yes = lastOffers().find(({ label }) => label === 'Đồng ý gửi');
    if (yes) await send({ kind: 'choice', choice: yes.choice });
    expect(house.cases.size).toBe(1);
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
