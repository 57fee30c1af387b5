import { expect, test } from 'vitest';
import { nearness, saidIn, senseOf } from '../../src/core/answer/senses.ts';
import { wordsOf } from '../../src/core/search/terms.ts';
import { learnSenses } from '../../src/fit/senses.ts';
import { library } from '../fakes.ts';

const cards = [...library.knowledge.passages].filter(([, one]) => one.facts.kind === 'card').slice(0, 30);
const few = { ...library.knowledge, passages: new Map(cards) };

test('learning twice from the same knowledge gives the same senses', () => {
  expect(learnSenses(few)).toEqual(learnSenses(few));
});

test('what people ask lies nearer to its own card than to most others', () => {
  const senses = learnSenses(few);
  const sense = (texts: string[]) => senseOf(saidIn(texts.map(wordsOf)), senses);
  const own = cards.filter(([, card]) => {
    const asked = sense([card.ask[0] ?? '']);
    const nearer = cards.filter(([, other]) => nearness(asked, sense(other.ask)) > nearness(asked, sense(card.ask)));
    return nearer.length < 5;
  });
  expect(own.length).toBeGreaterThan(24);
});
