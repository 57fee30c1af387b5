import fc from 'fast-check';
import { expect } from 'vitest';
import { newsWishOf } from '../../../src/core/broadcast/heard.ts';
import { hearCareWord } from '../../../src/core/care/words.ts';
import { commandOf, spoken } from '../../../src/core/commands.ts';
import { bareWords } from '../../../src/core/decide.ts';
import { isClear } from '../../../src/core/heard-words.ts';
import { pickedIn } from '../../../src/core/menu.ts';
import { birthIn } from '../../../src/core/question/birth.ts';
import { daysNamed } from '../../../src/core/question/days.ts';
import { pastDay } from '../../../src/core/question/past.ts';
import { personAge } from '../../../src/core/question/person-age.ts';
import { withoutPoliteness } from '../../../src/core/question/polite.ts';
import { splitQuestions } from '../../../src/core/question/split.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { wishOf } from '../../../src/core/quiz/wish.ts';
import { asksForCase, asksForDesk, saysYes } from '../../../src/core/referral/heard.ts';
import { receiptIn } from '../../../src/core/referral/receipt.ts';
import { impliesUnder16 } from '../../../src/core/referral/young.ts';
import { decodeChoice, encodeChoice } from '../../../src/core/update.ts';
import { expand } from '../../../src/core/vietnamese/expand.ts';
import { fold } from '../../../src/core/vietnamese/fold.ts';
import { normalise } from '../../../src/core/vietnamese/normalise.ts';
import { readNumbers } from '../../../src/core/vietnamese/numbers.ts';
import { readTcvn3 } from '../../../src/core/vietnamese/tcvn3.ts';
import { library, makeParts } from '../../fakes.ts';
import { holds, type Target } from '../target.ts';
import { anyText, text } from '../texts.ts';

const { careWords } = makeParts();
const today = '2026-11-26';

/** Making Vietnamese readable, and everything that is read out of a message. */
export const language: Target[] = [
  holds('normalise: readable, bounded, and the same again', 10, anyText, (one) => {
    const { clean, tokens } = normalise(one);
    expect(normalise(clean).clean).toBe(clean);
    expect(clean.isWellFormed()).toBe(true);
    expect(normalise(one.normalize('NFD')).clean).toBe(normalise(one.normalize('NFC')).clean);
    let before = 0;
    for (const { start, end } of tokens) {
      expect(start).toBeGreaterThanOrEqual(before);
      expect(end).toBeGreaterThan(start);
      before = end;
    }
    expect(before).toBeLessThanOrEqual(clean.length);
  }),
  holds('fold: the same again, nothing added', 6, anyText, (one) => {
    expect(fold(fold(one))).toBe(fold(one));
    readTcvn3(one);
  }),
  holds('numbers, dates and units: finite, inside the message, in order', 8, text, (one) => {
    const tokens = expand(normalise(one).tokens);
    let before = 0;
    for (const { from, to, value } of readNumbers(tokens)) {
      expect(Number.isFinite(value)).toBe(true);
      expect(from).toBeGreaterThanOrEqual(before);
      expect(to).toBeGreaterThan(from);
      before = to;
    }
    expect(before).toBeLessThanOrEqual(tokens.length);
    for (const { day } of daysNamed(tokens, today)) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    birthIn(tokens);
  }),
  holds('questions: split, understood, their people and days read', 6, anyText, (one) => {
    expect(splitQuestions(one).length).toBeGreaterThan(0);
    withoutPoliteness(one);
    const question = understand(one, library.names);
    personAge(question, today);
    const past = pastDay(question, today);
    if (past !== null) expect(past).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }),
  holds('what words mean around a talk', 8, text, (one) => {
    const folded = bareWords(one);
    expect(folded).toBe(bareWords(folded));
    hearCareWord(understand(one, library.names).words, careWords);
    newsWishOf(one, folded);
    wishOf(one, folded);
    asksForCase(folded);
    asksForDesk(folded);
    saysYes(one);
    impliesUnder16(folded, 2026);
    isClear(one);
    const number = pickedIn(folded);
    if (number !== null) expect(number).toBeGreaterThan(0);
    expect(receiptIn(one)?.receipt ?? '222222222222222').toMatch(/^[2-9]{15}$/);
  }),
  holds('commands and choices: what is decoded is encoded the same', 6, fc.oneof(text, wires()), (one) => {
    const choice = decodeChoice(one);
    if (choice !== null) {
      expect(encodeChoice(choice)).toBe(one);
      expect(one.length).toBeLessThanOrEqual(64);
    }
    commandOf(one);
    const content = spoken(one);
    expect(['text', 'choice']).toContain(content.kind);
  }),
];

/** Wire forms of choices, right and nearly right. */
function wires(): fc.Arbitrary<string> {
  const kind = fc.constantFrom(
    'ask',
    'guide',
    'page',
    'path',
    'desk',
    'guess',
    'news-on',
    'play',
    'share',
    'useful',
    'more',
  );
  const rest = fc.array(fc.constantFrom('law', 'yes', '1', '9', 'a', 'new', 'cards/x', ':', '', '..', 'é'), {
    maxLength: 4,
  });
  return fc.tuple(kind, rest).map(([head, tail]) => [head, ...tail].join(':'));
}
