import { expect, test } from 'vitest';
import { fold } from '../../src/core/vietnamese/fold.ts';
import { readInVain } from '../../src/fit/in-vain.ts';
import { library } from '../fakes.ts';
import { contentFolder } from './content-folder.ts';

test('no question stands twice among those asked in vain, and none is a known way of asking', () => {
  const inVain = readInVain('knowledge').map(fold);
  expect(inVain.length).toBeGreaterThan(1_000);
  expect(inVain.filter((one, at) => inVain.indexOf(one) !== at)).toEqual([]);
  const known = new Set([...library.knowledge.passages.values()].flatMap((one) => one.ask).map(fold));
  expect(inVain.filter((one) => known.has(one))).toEqual([]);
});

test('questions are read line by line, and a province that has none yet has none', () => {
  expect(readInVain(contentFolder())).toEqual([]);
  const folder = contentFolder({
    'unanswerable/b.questions': '# ghi chú\n\n giá chè hôm nay \n',
    'unanswerable/a.questions': 'mấy giờ có xe\n',
    'unanswerable/README.md': 'không phải câu hỏi\n',
  });
  expect(readInVain(folder)).toEqual(['mấy giờ có xe', 'giá chè hôm nay']);
});
