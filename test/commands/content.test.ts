import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { openBot } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { runContent } from '../../src/content/command.ts';
import { AppError } from '../../src/core/errors.ts';
import { contentStore } from '../../src/postgres/content/store.ts';
import { bodyOf, card, changeOf, noteOf, publish } from '../content-desk/house.ts';
import { updateOf } from '../fakes.ts';

// The whole service starts several times.
vi.setConfig({ testTimeout: 300_000 });

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-content-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const config = parseConfig({
  DATA_DIR: join(folder, 'data'),
  KNOWLEDGE_DIR: `${root}knowledge`,
  PROMPTS_DIR: `${root}prompts`,
});
const open = () => openBot(config, { scratch: false, onProgress: () => {} });

async function content(...args: string[]): Promise<string> {
  const lines: string[] = [];
  await runContent(
    args,
    () => config,
    (line) => lines.push(line),
  );
  return lines.join('\n');
}

test('what was published outlives a restart, is answered from at once, and comes back into files', async () => {
  const say = 'Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi. Câu này vừa sửa ở bàn biên tập.';
  const first = await open();
  const store = contentStore(first.database.pool, Buffer.alloc(32, 1));
  await publish(store, changeOf(card, { ...bodyOf(card), say }));
  await store.turn(
    { off: true, reason: 'fault', note: '', by: 'quan.tri', at: new Date() },
    noteOf('answers-off', 'x'),
  );
  await first.close();

  const second = await open();
  const ask = async () => (await second.turn(updateOf('bao nhiêu tuổi được kết hôn'))).bubbles[0];
  expect(await ask()).toContain('tạm ngừng trả lời');
  const again = contentStore(second.database.pool, Buffer.alloc(32, 1));
  await again.turn({ off: false, reason: null, note: '', by: 'quan.tri', at: new Date() }, noteOf('answers-on', 'x'));
  await second.content.refresh();
  expect(await ask()).toContain('vừa sửa ở bàn biên tập');
  await second.close();

  const out = join(folder, 'out', 'knowledge');
  expect(await content('export', '--out', out)).toContain('Đã chép 1 mục vào 1 tệp');
  expect(readFileSync(join(out, 'answers', 'gia-dinh.yaml'), 'utf8')).toContain(say);
});

test('a wrong command says how it is meant, and help needs no database', async () => {
  await expect(content('xuat')).rejects.toThrow(AppError);
  expect(await content()).toContain('export');
});
