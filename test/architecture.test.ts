import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/${name}`);
const importsOf = (source: string) =>
  [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((found) => found[1] ?? '');

/** What is wrong with importing `target` from `file`, or `null`. Targets are paths under src or package names. */
function wrong(file: string, target: string): string | null {
  const folder = file.split('/')[1] ?? '';
  const inside = target.startsWith('src/');
  const to = target.split('/')[1] ?? '';
  if (folder === 'core') return inside && to === 'core' ? null : 'core imports only core';
  if (folder === 'worker')
    return inside && ['core', 'turn', 'worker'].includes(to) ? null : 'worker imports only core, turn and worker';
  if (folder === 'turn') return inside && (to === 'core' || to === 'turn') ? null : 'turn imports only core and turn';
  if (['channels', 'postgres', 'knowledge', 'model', 'dashboard', 'notices', 'sealing', 'metrics'].includes(folder))
    return !inside || to === 'core' || to === folder ? null : 'an edge folder imports core and itself';
  return null;
}

function resolve(file: string, target: string): string {
  return target.startsWith('.') ? normalize(join(file, '..', target)) : target;
}

test('imports follow the order of knowledge', () => {
  const broken = files.flatMap((file) =>
    importsOf(readFileSync(join(root, file), 'utf8')).flatMap((target) => {
      const problem = wrong(file, resolve(file, target));
      return problem ? [`${file} → ${target}: ${problem}`] : [];
    }),
  );
  expect(broken).toEqual([]);
});

test('the rule would notice a forbidden import', () => {
  expect(wrong('src/core/decide.ts', 'zod')).not.toBeNull();
  expect(wrong('src/core/decide.ts', 'src/turn/turn.ts')).not.toBeNull();
  expect(wrong('src/turn/turn.ts', 'src/postgres/open.ts')).not.toBeNull();
  expect(wrong('src/channels/web.ts', 'src/turn/turn.ts')).not.toBeNull();
});

const allowed: Array<[what: string, pattern: RegExp, where: RegExp]> = [
  [
    'process.env',
    /process\.env/,
    /^src\/(main|ask|bench|content|demo|doctor|eval|ingest|new-province|news-pack|officer|yearly-report|zalo-login|bench\/start)\.ts$/,
  ],
  [
    'reveal()',
    /\.reveal\(\)/,
    /^src\/(turn\/decided|turn\/first-look|turn\/listen|postgres\/mailbox\/sealed-incoming)\.ts$/,
  ],
  ['the clock in core', /Date\.now\(|new Date\(\)|Math\.random\(/, /^src\/(?!core\/)/],
  ['words for a model', /\.outgoing\(\)/, /^src\/model\//],
  ['a model', /ChatOpenAI|OpenAIEmbeddings|from 'openai'|from 'langchain'|from '@langchain/, /^src\/model\//],
  ['console', /\bconsole\./, /^$/],
];

test.each(allowed)('%s appears only where it may', (_what, pattern, where) => {
  const found = files.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')) && !where.test(file));
  expect(found).toEqual([]);
});

test('what only a model needs is loaded only where one is on', () => {
  const eager = /^import (?!type )[^;]*from '(?:\.\.?\/)+model\/[^']*'/m;
  const outside = files.filter((file) => !file.startsWith('src/model/'));
  expect(outside.filter((file) => eager.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test('relative imports name the file, and nothing re-exports', () => {
  const broken = files.filter((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    return (
      importsOf(source).some((target) => target.startsWith('.') && !/\.(ts|json)$/.test(target)) ||
      /export \* from/.test(source)
    );
  });
  expect(broken).toEqual([]);
});
