import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cards } from '../src/core/care/card.ts';
import { helpWords } from '../src/core/care/help-words.ts';
import { figuresIn, unsupportedFigures } from '../src/core/figures.ts';
import { unknownPhones } from '../src/core/phones.ts';
import { loadCareWords } from '../src/knowledge/care.ts';
import { loadServices } from '../src/knowledge/services.ts';
import { content, library, replies } from './fakes.ts';

const directory = loadServices(content.get('knowledge/services.yaml') ?? '');
const careWords = loadCareWords(content.get('knowledge/care.yaml') ?? '[]');
const passages = [...library.knowledge.passages.values()];

describe('the plan', () => {
  const whole = comparable(content.get('knowledge/plan/ke-hoach-224.txt') ?? '');
  const quoted = [
    ...parse(content.get('knowledge/plan/sections.yaml') ?? '').map((one: { id: string; text: string }) => [
      one.id,
      one.text,
    ]),
    ...parse(content.get('knowledge/plan/agencies.yaml') ?? '').map((one: { id: string; text: string }) => [
      one.id,
      one.text,
    ]),
    ...parse(content.get('knowledge/plan/models.yaml') ?? '').map((one: { id: string; text: string }) => [
      one.id,
      one.text,
    ]),
  ] as Array<[string, string]>;

  test.each(quoted)('"%s" quotes it word for word', (_id, text) => expect(whole).toContain(comparable(text)));

  test('all objectives, indicators, agencies and models are there', () => {
    const count = (kind: string) => passages.filter((one) => one.facts.kind === kind).length;
    expect([count('objective'), count('indicator'), count('model'), library.knowledge.agencies.length]).toEqual([
      6, 20, 4, 16,
    ]);
  });

  test('the figures of every measure stand in its indicator', () => {
    for (const passage of passages) {
      if (passage.facts.kind !== 'indicator') continue;
      for (const measure of passage.facts.measures)
        for (const amount of [...Object.values(measure.values), ...(measure.baseline ? [measure.baseline] : [])]) {
          expect(unsupportedFigures(amount.said, [passage.text]), `${passage.id}: ${amount.said}`).toEqual([]);
          // "ít nhất một cơ sở" says its value in words.
          if (figuresIn(amount.said).length > 0) expect(figuresIn(amount.said)).toContain(String(amount.value));
        }
    }
  });

  test('every indicator has someone who answers for it', () => {
    const answered = new Set(
      passages.flatMap((one) =>
        one.facts.kind === 'agency' ? one.facts.answersFor.map((each) => `${each.objective}.${each.indicator}`) : [],
      ),
    );
    const indicators = passages.flatMap((one) =>
      one.facts.kind === 'indicator' ? [`${one.facts.objective}.${one.facts.indicator}`] : [],
    );
    expect(indicators.filter((one) => !answered.has(one))).toEqual([]);
  });

  test('the parts of the budget add up to the whole', () => {
    const sum = (part: string) =>
      passages.reduce(
        (all, one) => all + (one.facts.kind === 'budget' && one.facts.part === part ? one.facts.amount : 0),
        0,
      );
    expect([sum('total'), sum('phase'), sum('source')]).toEqual([18168, 18168, 18168]);
  });
});

describe('fixed replies', () => {
  const words = { topics: '', ...helpWords(directory, '2026-11-25') };
  const said = (id: string) => replies.get(id, words);
  const careReplies = careWords.list.flatMap((one) => one.reply ?? []);

  test.each(replies.ids)('"%s" fits one phone screen', (id) => {
    for (const bubble of said(id).bubbles) expect(bubble.length).toBeLessThanOrEqual(500);
    expect(said(id).bubbles.join('').length).toBeLessThanOrEqual(800);
  });

  test.each([...cards, 'trouble', 'cannot-read', 'hold', 'concern-ask'])(
    '"%s" carries 113 or 111 in its first words',
    (id) => {
      expect(said(id).bubbles[0]).toMatch(/\b11[13]\b/);
    },
  );

  test.each(cards.filter((id) => id !== 'help-again'))('"%s" names the Social Work Centre', (id) => {
    expect(said(id).bubbles.join('\n')).toContain('Trung tâm Công tác xã hội');
  });

  test.each([...new Set(careReplies)])('"%s", said after a disclosure, tells where help is', (id) => {
    expect(said(id).bubbles.join('\n')).toMatch(/\b11[13]\b|SOS/);
  });

  test('emergency cards ask nothing and offer no forms', () => {
    for (const id of ['emergency', 'emergency-other', 'emergency-perpetrator']) {
      expect(said(id).bubbles.join('')).not.toContain('?');
      expect(said(id).offers).toEqual([]);
    }
  });

  test('what a fixed reply rests on is in the knowledge', () => {
    const places = new Set(passages.map((one) => `${one.document}|${one.locator}`));
    const articles = new Set(passages.map((one) => `${one.document}|${/^Điều \d+/.exec(one.locator)?.[0]}`));
    for (const id of replies.ids)
      for (const { document, locator } of said(id).cites)
        expect(
          places.has(`${document}|${locator}`) || articles.has(`${document}|${locator}`),
          `${id}: ${locator}`,
        ).toBe(true);
  });

  test('no reply blames, orders, promises or presses', () => {
    const never =
      /tại sao bạn không|có chắc không|chuyện gia đình|cố nhịn|hòa giải|bạn nên bỏ|mọi chuyện sẽ ổn|bạn an toàn rồi|không ai biết đâu|công an sẽ đến|hoàn toàn an toàn|tuyệt đối|ẩn danh/i;
    for (const id of replies.ids) for (const bubble of said(id).bubbles) expect(bubble, id).not.toMatch(never);
  });

  test('no reply shows a phone number that is not in the directory', () => {
    for (const id of replies.ids)
      for (const bubble of said(id).bubbles) expect(unknownPhones(bubble, directory, '2026-11-25'), id).toEqual([]);
  });
});

function comparable(text: string): string {
  return text.normalize('NFC').replaceAll('**', '').replace(/\s+/g, ' ').trim();
}
