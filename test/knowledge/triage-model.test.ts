import { cpSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { AppError } from '../../src/core/errors.ts';
import { loadTrained } from '../../src/knowledge/triage.ts';

const committed = new URL('../../knowledge/triage', import.meta.url).pathname;
const folders: string[] = [];

function copied(): string {
  const folder = mkdtempSync(join(tmpdir(), 'triage-'));
  folders.push(folder);
  for (const name of ['model.json', 'weights.bin', 'words.yaml'])
    cpSync(join(committed, name), join(folder, 'triage', name));
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test('the committed classifier loads', () => {
  expect(loadTrained(copied()).classifier.types.length).toBe(11);
});

const broken: Array<[what: string, harm: (folder: string) => void, says: RegExp]> = [
  ['weights missing', (folder) => rmSync(join(folder, 'weights.bin')), /weights\.bin/],
  ['weights cut short', (folder) => truncateSync(join(folder, 'weights.bin'), 1_000), /weights\.bin/],
  ['weights of another training', (folder) => writeFileSync(join(folder, 'weights.bin'), 'x'), /weights\.bin/],
  ['a model file that is no JSON', (folder) => writeFileSync(join(folder, 'model.json'), '{'), /model\.json/],
  ['word classes edited since', (folder) => writeFileSync(join(folder, 'words.yaml'), 'me: [em]\n'), /words\.yaml/],
];

test.each(broken)('%s stops the start and says what to do', (_what, harm, says) => {
  const folder = copied();
  harm(join(folder, 'triage'));
  const start = () => loadTrained(folder);
  expect(start).toThrow(AppError);
  expect(start).toThrow(says);
  expect(start).toThrow(/npm run train/);
});
