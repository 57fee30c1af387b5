import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { exportContent } from '../../src/content/export.ts';
import { contentNews } from '../../src/content-news.ts';
import { AppError } from '../../src/core/errors.ts';
import { readContent } from '../../src/knowledge/load.ts';
import { readReplies } from '../../src/knowledge/replies.ts';
import { readWords } from '../../src/live/words.ts';
import { contentStore } from '../../src/postgres/content/store.ts';
import { openScratch } from '../../src/postgres/open.ts';
import { bodyOf, card, changeOf, files, openLive, publish } from './house.ts';

// Knowledge is read anew again and again: long on a slow machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hoaban-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what was published comes back into the files, its lines alone, and nothing stands over them any more', async () => {
  const database = await openScratch({ prepare: async () => {} });
  const store = contentStore(database.pool, Buffer.alloc(32, 1));
  const menu = { kind: 'reply', id: 'menu' } as const;
  const service = { kind: 'service', id: 'cap-cuu-115' } as const;
  const later = { kind: 'quiz', id: 'tuoi-cuoi' } as const;
  await publish(store, changeOf(card, { ...bodyOf(card), say: 'Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi: "đủ" mới cưới.' }));
  await publish(store, changeOf(menu, { ...bodyOf(menu), approved: '2026-11-26, Trung tâm' }));
  await publish(
    store,
    changeOf(service, { ...bodyOf(service), lastTestCall: '2026-11-26', testedBy: 'Biên tập nội dung' }),
  );
  await publish(store, changeOf(later, { ...bodyOf(later), ask: 'Mấy tuổi thì cưới?' }, { from: '2027-01-01' }));
  const places = { knowledge: join(folder, 'knowledge'), prompts: join(folder, 'prompts') };
  cpSync(`${root}knowledge`, places.knowledge, { recursive: true });
  cpSync(`${root}prompts`, places.prompts, { recursive: true });
  const told = exportContent(await openLive(store), places);
  expect(told.at(-2)).toContain('3 mục vào 3 tệp');
  expect(told.at(-1)).toContain('quiz/tuoi-cuoi');
  const again = new Map([...readContent(places.knowledge), ...readReplies(join(places.prompts, 'replies'))]);
  const linesOf = (text = '') => text.split('\n').length;
  for (const [name, text] of again)
    expect(Math.abs(linesOf(text) - linesOf(files.get(name))), name).toBeLessThanOrEqual(1);
  const live = await openLive(store, readWords(again, { operator: 'Trung tâm thử nghiệm', today: '2026-11-26' }));
  expect([live.current().over, live.current().conflicts, live.trouble]).toEqual([[], [], []]);
  expect(exportContent(live, places)[0]).toContain('Không có gì để chép');
  expect(readFileSync(join(places.prompts, 'replies', 'menu.md'), 'utf8')).toContain(
    'approved: "2026-11-26, Trung tâm"',
  );
  await database.close();
});

test('a folder that cannot be written is told, with what to do', async () => {
  const database = await openScratch({ prepare: async () => {} });
  const store = contentStore(database.pool, Buffer.alloc(32, 1));
  await publish(store, changeOf(card, { ...bodyOf(card), say: 'Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi.' }));
  const live = await openLive(store);
  // A file stands where the folder should be.
  const blocked = { knowledge: join(root, 'package.json'), prompts: join(root, 'package.json') };
  expect(() => exportContent(live, blocked)).toThrow(AppError);
  await database.close();
});

test('the start tells what waits on the desk, and that answers are off', async () => {
  expect(contentNews({ broken: [], conflicts: [], answers: { off: false } })).toEqual([]);
  const one = { ...changeOf(card, bodyOf(card)), seq: 1 };
  const off = { off: true, reason: 'fault', note: '', by: 'quan.tri', since: new Date() } as const;
  const lines = contentNews({ broken: [one], conflicts: [one], answers: off });
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('máy trục trặc');
  for (const line of lines.slice(1)) expect(line).toContain('tuoi-ket-hon');
});
