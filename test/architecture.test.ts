import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

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
    /^src\/(main|ask|bench|content|demo|doctor|eval|ingest|new-province|news-pack|officer|proof|yearly-report|zalo-login|bench\/start)\.ts$/,
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

/** What the content says of its province: its name, its places of today and before, its plan's number. */
function namesOfProvince(): Record<'province' | 'places' | 'plan', RegExp> {
  const read = (name: string) => parse(readFileSync(join(root, 'knowledge', name), 'utf8'));
  const { province, spellings, communes } = read('communes.yaml');
  const districts = communes.map(({ home }: { home: string }) => home.replace(/^(?:huyện|thị xã|thành phố) /, ''));
  const places: string[] = [
    ...[province, ...districts, ...communes.map(({ name }: { name: string }) => name)],
    ...spellings.flatMap((one: { written: string; means: string }) => [one.written, one.means]),
  ];
  const number = /\d+/.exec(read('plan/document.yaml').number)?.[0];
  const plain = (name: string) => name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
  const spaced = (pattern: string) => pattern.replaceAll(' ', '[\\s_-]?');
  return {
    province: new RegExp(spaced(`${province}|${plain(province)}`), 'iu'),
    places: new RegExp(`(?<!\\p{L})(?:${spaced([...new Set(places)].join('|'))})(?!\\p{L})`, 'u'),
    plan: new RegExp(`(?<![\\w.,-])${number}(?![\\w.,])`),
  };
}

test('no source file names the province, its places or the number of its plan: they are content', () => {
  const { province, places, plan } = namesOfProvince();
  const isCode = (file: string) => /\.(?:ts|js|mjs|css|html|sql)$/.test(file);
  const all = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
  const naming = (pattern: RegExp, isIt: (file: string) => boolean) =>
    all.filter(isIt).filter((file) => pattern.test(readFileSync(file, 'utf8').normalize('NFC')));
  expect(naming(province, () => true)).toEqual([]);
  expect(naming(places, isCode)).toEqual([]);
  expect(naming(plan, isCode)).toEqual([]);
  for (const text of ['tỉnh Lào Cai', 'lao-cai', 'LaoCai']) expect(text).toMatch(province);
  expect('xã Bát Xát').toMatch(places);
  for (const text of ['ke hoach 224 co', "'224'", '224/KH-UBND', '|224)']) expect(text).toMatch(plan);
  expect('-224, 0.25224, 224_2022').not.toMatch(plan);
});
