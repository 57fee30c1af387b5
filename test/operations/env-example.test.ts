import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settings } from '../../src/config.ts';

const root = new URL('../..', import.meta.url).pathname;
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'src', name), 'utf8'));
/** Read from the environment without going through the list of settings. */
const besides = sources.flatMap((text) => [...text.matchAll(/\benv\.([A-Z][A-Z0-9_]+)/g)].map((found) => found[1]));
const lines = readFileSync(join(root, '.env.example'), 'utf8').split('\n');
const told = lines.flatMap((line) => /^# ([A-Z][A-Z0-9_]+)=/.exec(line)?.[1] ?? []);

test('every setting is in .env.example, and nothing else is', () => {
  expect([...told].sort()).toEqual([...new Set([...settings, ...besides])].sort());
});

test('each is there once, switched off, and explained', () => {
  expect(new Set(told).size).toBe(told.length);
  expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
  let explained = false;
  const bare = lines.filter((line) => {
    if (line === '') explained = false;
    const name = /^# ([A-Z][A-Z0-9_]+)=/.exec(line)?.[1];
    if (line.startsWith('# ') && name === undefined) explained = true;
    return name !== undefined && !explained;
  });
  expect(bare).toEqual([]);
});
