import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { afterAll, expect, test } from 'vitest';
import { runNewsPack } from '../../src/news/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-news-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const root = new URL('../..', import.meta.url).pathname;
const config = { knowledgeDir: `${root}knowledge`, documentsDir: join(folder, 'documents') };
async function run(...args: string[]): Promise<string> {
  let said = '';
  await runNewsPack(args, config, (text) => {
    said += text;
  });
  return said;
}

test('the document, read back, has four items with heading, note, text and source, and says the same as the text', async () => {
  const file = join(folder, 'tin.docx');
  expect(await run('--quarter', '2026-Q4', '--out', file)).toContain('Đã ghi 4 tin');
  const { value: html, messages } = await mammoth.convertToHtml(
    { path: file },
    { styleMap: ["p[style-name='Title'] => header"] },
  );
  expect(messages).toEqual([]);
  expect(html.match(/<h1>\d\. /g)).toHaveLength(4);
  expect(html.match(/<em>Căn cứ: [^<]+<\/em>/g)).toHaveLength(4);
  expect(html).toContain('Quý IV năm 2026');
  expect(html).toContain('chưa duyệt');
  const { value: words } = await mammoth.extractRawText({ path: file });
  const plain = await run('--quarter', '2026-Q4');
  const bare = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
  expect(bare(words)).toBe(bare(plain));
});

test('the text goes to a file as well', async () => {
  const file = join(folder, 'tin.txt');
  await run('--quarter', '2027-Q1', '--out', file);
  expect(readFileSync(file, 'utf8')).toMatch(/Ngày 8 tháng 3[\s\S]*\n4\. /);
});

test.each([
  [['--quarter', 'Q4'], /2026-Q4/],
  [['--quarter', '2026-Q4', '--out', join(folder, 'tin.pdf')], /\.docx hoặc \.txt/],
  [['--quarter', '2026-Q4', '--out', join(folder, 'khong', 'co', 'tin.txt')], /Không ghi được tệp/],
])('%j is refused with what to do', async (args, says) => {
  await expect(run(...args)).rejects.toThrow(says);
});

test('a file that is there is not written over', async () => {
  const file = join(folder, 'cu.txt');
  await run('--quarter', '2026-Q4', '--out', file);
  await expect(run('--quarter', '2027-Q1', '--out', file)).rejects.toThrow(/đã có/);
  expect(readFileSync(file, 'utf8')).toContain('Quý IV'.toUpperCase());
});
