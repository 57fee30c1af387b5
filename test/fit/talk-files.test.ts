import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fold } from '../../src/core/vietnamese/fold.ts';
import { standsAt } from '../../src/fit/asked-by-people.ts';
import { readTalks } from '../../src/fit/talk-files.ts';
import { library } from '../fakes.ts';
import { contentFolder } from './content-folder.ts';

const folderWith = (text: string) => contentFolder({ 'asked/a.talks': text });

test('what answers a talk is in the knowledge, and none of it is measured with', () => {
  const talks = readTalks('knowledge');
  expect(talks.length).toBeGreaterThan(100);
  const passages = [...library.knowledge.passages.values()];
  expect(talks.filter(({ places }) => places.length > 0 && !passages.some((one) => standsAt(one, places)))).toEqual([]);
  const measured = new Set(
    ['dev', 'test'].flatMap((half) =>
      readFileSync(`test/eval/questions.${half}.jsonl`, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => fold((JSON.parse(line) as { turns: Array<{ text: string }> }).turns[0]?.text ?? '')),
    ),
  );
  expect(talks.filter(({ first }) => measured.has(fold(first)))).toEqual([]);
});

test('a talk is read with what is said first and next, and a province that has none yet has none', () => {
  expect(readTalks(contentFolder())).toEqual([]);
  const folder = folderWith('# ghi chú\nai ký kế hoạch >> ký ngày nào => 224/KH-UBND, *; 28/NQ-CP, Mục tiêu 1\n');
  expect(readTalks(folder)).toEqual([
    {
      first: 'ai ký kế hoạch',
      text: 'ký ngày nào',
      places: [
        { document: '224/KH-UBND', locator: '*' },
        { document: '28/NQ-CP', locator: 'Mục tiêu 1' },
      ],
    },
  ]);
});

test.each(['ai ký => 224/KH-UBND, *', 'ai ký >> ngày nào', 'ai ký >> ngày nào => 224/KH-UBND'])(
  '"%s" is refused with its line',
  (line) => {
    expect(() => readTalks(folderWith(`\n${line}\n`))).toThrow(/asked\/a\.talks:2: /);
  },
);
