import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { canonical } from '../../src/core/content/item.ts';
import { catalogueOf } from '../../src/knowledge/edit/catalogue.ts';
import { withItem } from '../../src/knowledge/edit/write.ts';
import { readReplies } from '../../src/knowledge/replies.ts';
import { content } from '../fakes.ts';

const root = new URL('../..', import.meta.url).pathname;
const files = new Map([...content, ...readReplies(`${root}prompts/replies`)]);
const items = [...catalogueOf(files).values()];
const some = items.filter(({ kind }, at) => at % 7 === 0 || kind === 'service' || kind === 'centre');

test('every kind is found in the files', () => {
  const kinds = new Set(items.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(['card', 'centre', 'quiz', 'reply', 'service']);
  expect(items.length).toBeGreaterThan(400);
});

test('what is written as it was says what it said, and nothing around it changes', () => {
  for (const item of some) {
    const [before = '', after = ''] = [files, withItem(files, item)].map((each) => each.get(item.file));
    if (item.file.endsWith('.yaml')) expect(canonical(parse(after)), item.id).toBe(canonical(parse(before)));
    const [was, is] = [before, after].map((text) => text.split('\n'));
    const changed = (is ?? []).filter((line) => !was?.includes(line));
    // Its own lines alone may be quoted or broken otherwise.
    expect(changed.length, item.id).toBeLessThanOrEqual(24);
  }
});

test('what is written comes back as it was meant, whatever stands in it', () => {
  const odd = 'Câu: "có" #dấu, {ngoặc} [vuông] - gạch\nhai dòng & * ! | > % @ `';
  for (const item of items.filter(({ kind }, at) => kind !== 'centre' && at % 40 === 0)) {
    const name =
      item.kind === 'reply' ? 'text' : item.kind === 'service' ? 'purpose' : item.kind === 'quiz' ? 'why' : 'say';
    const body = { ...item.body, [name]: odd };
    const read = catalogueOf(withItem(files, { ...item, body })).get(`${item.kind}/${item.id}`);
    expect(read?.body[name], item.id).toBe(odd);
  }
});
