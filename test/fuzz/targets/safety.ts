import fc from 'fast-check';
import { expect } from 'vitest';
import { dialled, phoneNumbersIn, unknownPhones } from '../../../src/core/phones.ts';
import { PrivateText } from '../../../src/core/private-text.ts';
import { plainReply } from '../../../src/core/reply.ts';
import { split } from '../../../src/core/split.ts';
import { textBubbles } from '../../../src/core/text-reply.ts';
import { hear } from '../../../src/core/triage/hear.ts';
import { atLeast, levels } from '../../../src/core/triage.ts';
import { assess } from '../../../src/turn/assess.ts';
import { firstLook } from '../../../src/turn/first-look.ts';
import { withoutUnknownPhones } from '../../../src/turn/guard.ts';
import { makeTurn } from '../../../src/turn/turn.ts';
import { makeParts, triage, updateOf } from '../../fakes.ts';
import { holds, holdsLater, type Target } from '../target.ts';
import { anyText, smalltalk, text } from '../texts.ts';

const parts = makeParts();
const day = '2026-11-24';

/** Cries that a reader without any context understands. */
const cries = fc.constantFrom(
  'chồng em đánh em gãy tay',
  'chong toi danh toi chay mau',
  'em muốn chết, em không sống nổi nữa',
  'nó dọa giết tôi nếu tôi bỏ đi',
  'bố dượng sờ vào người cháu',
  'con gái tôi bị lừa bán sang bên kia biên giới',
);
const safeWords = fc.constantFrom('SOS', 'sos', 'trợ giúp', 'tro giup', 'CỨU', 'cứu em với', 'S.O.S', '/trogiup');

const reply = (bubbles: string[]) => plainReply(bubbles, 'answer');

/** A phone number nobody vouches for, written as people and machines write numbers. */
const strangers = fc
  .tuple(
    fc.constantFrom('03', '05', '07', '08', '09'),
    fc.integer({ min: 10_000_000, max: 99_999_999 }),
    fc.constantFrom('', ' ', '.', '-'),
    fc.boolean(),
  )
  .map(([head, rest, gap, abroad]) => {
    const number = `${head}${rest}`;
    const written = [number.slice(0, 4), number.slice(4, 7), number.slice(7)].join(gap);
    return abroad ? `+84 ${written.slice(1)}` : written;
  })
  .filter((one) => unknownPhones(one, parts.directory, day).length > 0);

/** Hearing a cry, and never letting a number out that nobody vouches for. */
export const safety: Target[] = [
  holds('triage: any text has a level; broken triage leans to help', 8, anyText, (one) => {
    const { level, likelihood } = assess(one, triage);
    expect(levels).toContain(level);
    expect(likelihood >= 0 && likelihood <= 1).toBe(true);
    const words = hear(one.slice(0, 2_000)).words.length;
    if (words > 0) expect(assess(one, null as never).level).toBe('concern');
  }),
  holds(
    'triage: a cry within other words is heard',
    6,
    fc.tuple(smalltalk, cries, smalltalk),
    ([before, cry, after]) => {
      const { level } = assess(`${before}. ${cry}. ${after}`, triage);
      expect(atLeast(level, 'support')).toBe(true);
    },
  ),
  holds(
    'first look: never throws; a cry has its card, a safe word too',
    4,
    fc.tuple(anyText, fc.oneof(cries, safeWords)),
    ([one, cry]) => {
      const look = (said: string) => firstLook({ kind: 'text', text: new PrivateText(said) }, parts);
      const { calm, card } = look(one);
      if (card !== null) expect(calm).toBe(false);
      expect(look(cry).card?.bubbles.join(' ')).toMatch(/\b113\b/);
    },
  ),
  holds('phones: found numbers are digits, and the same when dialled', 8, anyText, (one) => {
    for (const number of phoneNumbersIn(one)) {
      expect(number).toMatch(/^\d{3,16}$/);
      expect(dialled(number)).toBe(number);
    }
  }),
  holds(
    'phone gate: no stranger’s number leaves, whatever stands around it',
    8,
    fc.tuple(text, strangers, text),
    ([before, number, after]) => {
      const said = `${before}\n${number}\n${after}`;
      const kept = withoutUnknownPhones(reply(['Câu khác.', said]), parts.directory, day);
      for (const bubble of kept?.bubbles ?? []) expect(unknownPhones(bubble, parts.directory, day)).toEqual([]);
      expect(kept?.bubbles).not.toContain(said);
    },
  ),
  holds(
    'long replies: every part fits, none is empty, no word is lost',
    8,
    fc.tuple(anyText, fc.integer({ min: 2, max: 2_000 })),
    ([one, most]) => {
      const cut = split(one, most);
      for (const part of cut) {
        expect(part.length).toBeLessThanOrEqual(most);
        expect(part).not.toBe('');
      }
      const bare = (words: string) => words.replace(/\s+/g, '');
      expect(bare(cut.join(''))).toBe(bare(one));
      expect(textBubbles(reply([one]), () => [])).toEqual([one]);
    },
  ),
  holdsLater('whole turns: any text has a reply without strange numbers', 3, text, async () => {
    const turn = makeTurn(parts);
    let talks = 0;
    return {
      async check(one) {
        const { bubbles, outcome } = await turn(updateOf(one, `fuzz:${++talks}`));
        expect(bubbles.join('').trim()).not.toBe('');
        expect(outcome).not.toBe('trouble');
        expect(unknownPhones(bubbles.join('\n'), parts.directory, day)).toEqual([]);
      },
    };
  }),
  holdsLater(
    'whole turns: after any talk a cry and a safe word have their card',
    2,
    fc.tuple(fc.array(text, { maxLength: 3 }), smalltalk, cries, safeWords),
    async () => {
      const turn = makeTurn(parts);
      let talks = 0;
      return {
        async check([before, around, cry, word]) {
          const contact = `fuzz-cry:${++talks}`;
          for (const one of before) await turn(updateOf(one, contact));
          const heard = await turn(updateOf(`${around}. ${cry}. ${around}`, contact));
          expect(heard.outcome).toBe('help');
          expect(atLeast(heard.level, 'support')).toBe(true);
          const called = await turn(updateOf(word, contact));
          expect(called.outcome).toBe('help');
          expect(called.bubbles[0]).toMatch(/\b113\b/);
        },
      };
    },
  ),
];
