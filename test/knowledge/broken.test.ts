import { expect, test } from 'vitest';
import { holdsOn } from '../../src/core/passage.ts';
import { parseKnowledge } from '../../src/knowledge/load.ts';
import { namingFiles } from '../../src/knowledge/problem.ts';
import { content } from '../fakes.ts';

/** The plan's own files, which every knowledge needs. */
function plan(): Array<[string, string]> {
  return [...content].filter(([name]) => name.startsWith('knowledge/plan/'));
}

/** The message with which start-up refuses the real content after `change`. */
function refusal(file: string, change: (text: string) => string): string {
  const files = new Map(content);
  files.set(file, change(files.get(file) ?? ''));
  try {
    parseKnowledge(files);
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
}

const law = 'knowledge/laws/13-2022-qh15.md';

test('the content as it is is accepted', () => {
  expect(refusal(law, (text) => text)).toBe('accepted');
});

test('a law file without its front part is refused with the file and line', () => {
  expect(refusal(law, (text) => text.replace('---', ''))).toMatch(/13-2022-qh15\.md:1: thiếu phần đầu/);
});

test('a heading out of form is refused with its line', () => {
  const message = refusal(law, (text) => `${text}\n### Khoan mot\nabc\n`);
  expect(message).toMatch(/13-2022-qh15\.md:\d+: tiêu đề "### Khoan mot" không theo mẫu/);
});

test('a missing front field says which', () => {
  expect(refusal(law, (text) => text.replace(/^title:.*\n/m, ''))).toMatch(/mục "title"/);
});

test('dates in the wrong order are refused', () => {
  expect(
    refusal(law, (text) => text.replace(/\n## Điều 1\. .*\n/, (found) => `${found}- Hiệu lực đến: 2001-01-01\n`)),
  ).toMatch(/đứng trước ngày có hiệu lực/);
});

test('broken YAML names the line', () => {
  expect(refusal('knowledge/answers/gia-dinh.yaml', (text) => `${text}\n- id: "chưa đóng\n`)).toMatch(
    /gia-dinh\.yaml:\d+: không đọc được YAML/,
  );
});

test('an alias that leads nowhere, or to far too much, is refused like any mistake', () => {
  expect(refusal('knowledge/answers/thu.yaml', () => '*x\n')).toMatch(/thu\.yaml:1: dùng dấu "\*"/);
  const bomb = [
    '&a [x, x, x, x, x, x, x, x]',
    ...'bcdefgh'.split('').map((name, at) => `&${name} [${Array(8).fill(`*${'abcdefg'[at]}`).join(', ')}]`),
  ];
  expect(refusal('knowledge/answers/thu.yaml', () => bomb.map((one) => `- ${one}`).join('\n'))).toMatch(/thu\.yaml:1/);
});

const card = (say: string, cite = 'Điều 25') =>
  `- id: the-thu\n  ask: [câu thử một, câu thử hai, cau thu ba, cau thu bon]\n  say: "${say}"\n  cite: [{ document: 13/2022/QH15, locator: ${cite} }]\n`;
const cardFile = 'knowledge/answers/thu.yaml';

test('a card whose figure is not in its passage is refused', () => {
  expect(refusal(cardFile, () => card('Không quá 77 ngày.'))).toMatch(/thu\.yaml:1: "the-thu" nói số 77/);
  expect(refusal(cardFile, () => card('Mỗi lần không quá 03 ngày.'))).toBe('accepted');
});

test('a citation that does not exist is refused', () => {
  expect(refusal(cardFile, () => card('Có.', 'Điều 999'))).toMatch(/căn cứ "Điều 999"/);
});

test('the same phrasing in two places is refused', () => {
  const phrasing = /- Hỏi: ([^|\n]+)/.exec(content.get(law) ?? '')?.[1]?.trim() ?? '';
  expect(refusal(cardFile, () => card('Có.').replace('câu thử một', phrasing))).toMatch(/đã có ở/);
});

test('an id used twice is refused', () => {
  expect(
    refusal(cardFile, () => card('Có.') + card('Có.').replaceAll('thử', 'khác').replaceAll('thu b', 'khac b')),
  ).toMatch(/mã "the-thu" đã dùng/);
});

const fine = (said: string, locator = 'Điều 25') =>
  `- id: muc-thu\n  kind: limit\n  act: thử\n  document: 13/2022/QH15\n  locator: ${locator}\n  unit: ngày\n  said: "${said}"\n  inForceFrom: "2023-07-01"\n  inForceTo: null\n`;
const fineFile = 'knowledge/amounts/thu.yaml';

test('a fine or limit whose figure is not in the law it cites is refused', () => {
  expect(refusal(fineFile, () => fine('không quá 77 ngày'))).toMatch(/thu\.yaml:1: "muc-thu" nói số 77/);
  expect(refusal(fineFile, () => fine('không quá 03 ngày', 'Điều 999'))).toMatch(/căn cứ "Điều 999"/);
  expect(refusal(fineFile, () => fine('không quá 03 ngày'))).toBe('accepted');
});

test('a figure of a rule that was replaced does not support a card', () => {
  const of = (say: string) => refusal(cardFile, () => card(say, 'Điều 13').replace('13/2022/QH15', '125/2021/NĐ-CP'));
  expect(of('Phạt 7–10 triệu đồng.')).toMatch(/nói số 7/);
  expect(of('Phạt 5–10 triệu đồng.')).toBe('accepted');
});

test('a part without an article number is cited by its subject', () => {
  const withPart = new Map(content);
  withPart.set(law, `${content.get(law)}\n## Phần: Biểu mẫu\nNội dung thử.\n`);
  const passage = parseKnowledge(withPart).passages.get('13-2022-qh15/phan-bieu-mau');
  expect(passage).toMatchObject({ locator: 'Phần biểu mẫu', title: 'Biểu mẫu' });
});

test('an act whose entry into force is not known is never law', () => {
  const draft = content.get(law)?.replace('inForceFrom: "2023-07-01"', 'inForceFrom: null') ?? '';
  const passage = parseKnowledge(
    new Map([[law, draft.replace('13/2022/QH15', '1/2999/QH99')], ...plan()]),
  ).passages.get('1-2999-qh99/d1');
  expect(passage && holdsOn(passage, '2026-11-24')).toBe(false);
});

const communes = 'knowledge/communes.yaml';

test('a unit that stands twice on the map of communes is refused with its line', () => {
  expect(refusal(communes, (text) => text.replace('xã Bản Vược,', 'xã Bản Vược, xã Bản Qua,'))).toMatch(
    /communes\.yaml:\d+: "xã Bản Qua huyện Bát Xát" đã có ở xã Bát Xát/,
  );
});

test('a unit written out of form is refused with its line', () => {
  expect(refusal(communes, (text) => text.replace('xã Bản Vược,', 'Bản Vược,'))).toMatch(
    /communes\.yaml:\d+: mục "communes\.\d+\.parts\.1" chưa đúng: viết dạng "xã Suối Đá"/,
  );
});

test.each<[string, string, RegExp]>([
  ['a missing field', '- id: mot\n', /mục "0\.ask" chưa đúng: thiếu mục này/],
  [
    'a number where words belong',
    '- id: mot\n  ask: 5\n  say: x\n  cite: []\n',
    /mục "0\.ask" chưa đúng: phải là một danh sách/,
  ],
  ['a field that is none', card('Có.').replace('  say', '  sai: 1\n  say'), /không có mục "sai" trong mẫu/],
])('%s is told in words an editor understands', (_what, text, why) => {
  const message = refusal(cardFile, () => text);
  expect(message).toMatch(why);
  expect(message).not.toMatch(/Invalid|expected|Unrecognized/);
});

test('what may only follow from a file that cannot be read is counted, not told line by line', () => {
  const message = refusal('knowledge/answers/gia-dinh.yaml', (text) =>
    text.replace(/\n {2}say: /, '\n  say: "chưa đóng '),
  );
  const lines = message.split('\n');
  expect(lines[0]).toMatch(/có \d+ chỗ phải sửa/);
  for (const line of lines.slice(1, -1)) expect(line).toMatch(/^knowledge\/answers\/gia-dinh\.yaml:\d+: /);
  expect(lines.at(-1)).toMatch(/^Còn \d+ chỗ nữa ở các tệp khác, có thể chỉ vì những chỗ trên/);
});

test('files are named as they lie', () => {
  const files = new Map(content);
  files.set('knowledge/answers/gia-dinh.yaml', '- id: "chưa đóng');
  const told = (knowledgeDir: string) => {
    try {
      namingFiles({ knowledgeDir }, () => parseKnowledge(files));
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };
  expect(told('knowledge-hoa-son/')).toMatch(/^Nội dung trong knowledge-hoa-son\/ có/);
  expect(told('knowledge-hoa-son')).toMatch(/^knowledge-hoa-son\/answers\/gia-dinh\.yaml:1: /m);
  expect(told('knowledge-hoa-son')).not.toMatch(/^knowledge\//m);
});
