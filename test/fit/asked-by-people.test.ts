import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fold } from '../../src/core/vietnamese/fold.ts';
import { readAsked, standsAt } from '../../src/fit/asked-by-people.ts';
import { peoplesExamples } from '../../src/fit/examples.ts';
import { library } from '../fakes.ts';
import { contentFolder } from './content-folder.ts';

const { knowledge } = library;

const folderWith = (text: string) => contentFolder({ 'asked/a.questions': text });

test('every question is asked once, and what answers it is in the knowledge', () => {
  const asked = readAsked('knowledge');
  expect(asked.length).toBeGreaterThan(2_000);
  const texts = asked.map((one) => fold(one.text));
  expect(texts.filter((one, at) => texts.indexOf(one) !== at)).toEqual([]);
  const passages = [...knowledge.passages.values()];
  const lost = asked.filter(({ places }) => places.length > 0 && !passages.some((one) => standsAt(one, places)));
  expect(lost).toEqual([]);
});

test('nothing that measures is learned from', () => {
  const measured = ['dev', 'test'].flatMap((half) =>
    readFileSync(`test/eval/questions.${half}.jsonl`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line) => (JSON.parse(line) as { turns: Array<{ text: string }> }).turns.map((one) => fold(one.text))),
  );
  const taken = new Set(measured);
  expect(taken.size).toBeGreaterThan(1_000);
  expect(readAsked('knowledge').filter((one) => taken.has(fold(one.text)))).toEqual([]);
});

test('places are read with their locators, and a province that has no questions yet has none', () => {
  expect(readAsked(contentFolder())).toEqual([]);
  const folder = folderWith(
    '# ghi chú\nai ký => 224/KH-UBND, *; 28/NQ-CP, Mục tiêu 2, Chỉ tiêu 3\n\ngiá chè => không có\n',
  );
  expect(readAsked(folder)).toEqual([
    {
      text: 'ai ký',
      places: [
        { document: '224/KH-UBND', locator: '*' },
        { document: '28/NQ-CP', locator: 'Mục tiêu 2, Chỉ tiêu 3' },
      ],
    },
    { text: 'giá chè', places: [] },
  ]);
});

test.each(['ai ký', 'ai ký => 224/KH-UBND', 'ai ký => 224/KH-UBND, *; Điều 5'])(
  '"%s" is refused with its line',
  (line) => {
    expect(() => readAsked(folderWith(`giá chè => không có\n${line}\n`))).toThrow(
      expect.objectContaining({ code: 'knowledge-invalid', message: expect.stringContaining('asked/a.questions:2') }),
    );
  },
);

test('what is a known way of asking teaches nothing, and neither does a place that nothing stands at', () => {
  const [known] = [...knowledge.passages.values()].flatMap((one) => one.ask);
  const asked = [
    { text: known ?? '', places: [{ document: '13/2022/QH15', locator: '*' }] },
    { text: 'bão số chín vào đâu', places: [{ document: '1/1900/QH1', locator: '*' }] },
    { text: 'trồng quế hay trồng hồi', places: [] },
  ];
  const examples = peoplesExamples(knowledge, asked);
  expect(new Set(examples.map((one) => fold(one.text)))).toEqual(new Set(['trong que hay trong hoi']));
});
