import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { helpWords } from '../src/core/care/help-words.ts';
import { figuresIn, unsupportedFigures } from '../src/core/figures.ts';
import { loadCareWords } from '../src/knowledge/care.ts';
import { mendsOfReply } from '../src/knowledge/edit/reply-rules.ts';
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

  const rules = { directory, day: '2026-11-25', care: new Set(careReplies) };

  test.each(replies.ids)('"%s" may be said as it is', (id) => {
    expect(mendsOfReply(id, said(id).bubbles, rules)).toEqual([]);
  });

  test('the rules would notice a text that must not be said', () => {
    const mends = (id: string, ...bubbles: string[]) => mendsOfReply(id, bubbles, rules);
    expect(mends('menu', 'a'.repeat(501))).toEqual([expect.stringContaining('501')]);
    expect(mends('menu', ...Array.from({ length: 3 }, () => 'a'.repeat(300)))).toEqual([
      expect.stringContaining('800'),
    ]);
    expect(mends('menu', 'Bạn an toàn rồi.')).toEqual([expect.stringContaining('hứa')]);
    expect(mends('menu', 'Gọi 0987 654 321.')).toEqual([expect.stringContaining('0987654321')]);
    expect(mends('help', 'Chào.', 'Gọi 113. Trung tâm Công tác xã hội.')).toEqual([
      expect.stringContaining('tin đầu tiên'),
    ]);
    expect(mends('help', 'Gọi 113.')).toEqual([expect.stringContaining('Trung tâm')]);
    expect(mends('emergency', 'Gọi 113. Trung tâm Công tác xã hội. Bạn ở đâu?')).toEqual([
      expect.stringContaining('hỏi'),
    ]);
    expect(mends(careReplies[0] ?? '', 'Cố lên.')).not.toEqual([]);
  });

  test('emergency cards offer no forms', () => {
    for (const id of ['emergency', 'emergency-other', 'emergency-perpetrator']) expect(said(id).offers).toEqual([]);
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
});

function comparable(text: string): string {
  return text.normalize('NFC').replaceAll('**', '').replace(/\s+/g, ' ').trim();
}
