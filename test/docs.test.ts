import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { operatorWords } from '../src/channels/telegram/words.ts';
import { settings } from '../src/config.ts';

const root = new URL('..', import.meta.url).pathname;
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const inFolder = (folder: string, ending: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.includes('node_modules'))
    .map((name) => `${folder}/${name}`);

/** What operators, lawyers and editors read. */
const guides = [
  'README.md',
  'README.vi.md',
  'knowledge/README.md',
  'prompts/README.md',
  'src/channels/zalo/README.vi.md',
  ...inFolder('docs', '.md'),
];
/** What those who change the code read: names of paths are their own. */
const maps = ['src/README.md', 'src/sealing/README.md', 'test/README.md', 'test/eval/README.md'];
const sources = inFolder('src', '.ts').map(read);

/** Everything between backticks, blocks of code among them. */
const quoted = (text: string) =>
  [...text.matchAll(/```[^\n]*\n([\s\S]*?)```|`([^`\n]+)`/g)].map((one) => one[1] ?? one[2] ?? '');

/** What `find` finds in each file and `known` does not know, as "file: it". */
function unknown(files: string[], find: (text: string) => string[], known: (name: string, file: string) => boolean) {
  return files.flatMap((file) =>
    [...new Set(find(read(file)))].filter((name) => !known(name, file)).map((name) => `${file}: ${name}`),
  );
}

const commandsIn = (text: string) =>
  [...text.matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map((one) => one[1] ?? '');
const scripts = Object.keys(JSON.parse(read('package.json')).scripts);

test('every command that is named can be run', () => {
  expect(unknown([...guides, ...maps], commandsIn, (name) => scripts.includes(name))).toEqual([]);
  expect(commandsIn('`npm run --silent no-such -- x`')).toEqual(['no-such']);
});

/** Settings of the program, and those of the files that ship it. */
const shipped = ['compose.yaml', ...inFolder('deploy', '')].filter((file) =>
  /\.(yaml|sh|service)$|Caddyfile$/.test(file),
);
const known = new Set([
  ...settings,
  ...[...read('.env.example').matchAll(/^# ([A-Z][A-Z0-9_]+)=/gm)].map((one) => one[1] ?? ''),
  ...shipped.flatMap((file) => [...read(file).matchAll(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\b/g)].map(([name]) => name)),
  // Read by the tests alone.
  'CHROMIUM_PATH',
]);
const settingsIn = (text: string) =>
  quoted(text).flatMap((code) =>
    [...code.matchAll(/(?<![\w./-])[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9](?![\w/-])/g)].map(([name]) => name),
  );

test('every setting that is named exists', () => {
  expect(unknown(guides, settingsIn, (name) => known.has(name))).toEqual([]);
  expect(settingsIn('`NO_SUCH_SETTING=1`').filter((name) => !known.has(name))).toEqual(['NO_SUCH_SETTING']);
});

const pathsIn = (text: string) =>
  quoted(text).flatMap((code) =>
    [...code.matchAll(/(?<![\w/.-])(?:src|test|deploy|docs|knowledge|prompts)\/[\w./*@-]*/g)].map(([path]) => path),
  );
const isThere = (path: string) => existsSync(join(root, path.replace(/[^/]*\*.*$/, '').replace(/\.$/, '')));

test('every path that is named exists', () => {
  expect(unknown(guides, pathsIn, isThere)).toEqual([]);
  expect(pathsIn('`test/no-such.test.ts`').filter((path) => !isThere(path))).toEqual(['test/no-such.test.ts']);
});

const linksIn = (text: string) => [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((one) => one[1] ?? '');
/** The name a heading is reached by. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
const leads = (link: string, file: string) => {
  if (/^https?:/.test(link)) return true;
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? file : normalize(join(dirname(file), path));
  if (!existsSync(join(root, target))) return false;
  return (
    anchor === undefined || [...read(target).matchAll(/^#+ (.+)$/gm)].some((one) => anchorOf(one[1] ?? '') === anchor)
  );
};

test('no link is dead', () => {
  expect(unknown([...guides, ...maps], linksIn, leads)).toEqual([]);
  expect(leads('no-such.md', 'docs/README.md')).toBe(false);
  expect(leads('#no-such', 'README.md')).toBe(false);
});

test('every document of the folder is in its index, and both READMEs lead there', () => {
  const others = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md') && name !== 'README.md');
  expect(others.filter((name) => !linksIn(read('docs/README.md')).includes(name))).toEqual([]);
  for (const readme of ['README.md', 'README.vi.md']) expect(linksIn(read(readme))).toContain('docs/README.md');
});

/** Addresses of the officers' pages, as their routes and their own links give them: `:x` stands for any one part. */
const pages = sources
  .flatMap((text) =>
    [...text.matchAll(/(?:app\.(?:get|post)\(\s*['`]|\$\{base\})(\/[a-z0-9:/-]*)/g)].map((one) => one[1] ?? ''),
  )
  .map((route) => new RegExp(`${route.replaceAll(/:[a-z]+/g, '[^/]+')}$`));
const pagesIn = (text: string) =>
  [...text.matchAll(/\/can-bo(\/[a-z0-9-]+(?:\/[a-z0-9-]+)*)/g)].map((one) => one[1] ?? '');

test('every page of the officers that is named exists', () => {
  expect(unknown(guides, pagesIn, (page) => pages.some((one) => one.test(page)))).toEqual([]);
  expect(pages.some((one) => one.test('/khong-co'))).toBe(false);
});

/** What the files make, in their order, but for what a later one drops. */
const created = [...inFolder('src/postgres/migrations', '.sql').sort().map(read), ...sources].reduce((tables, text) => {
  for (const [, deed, name = ''] of text.matchAll(/\b(create|drop) table (?:if (?:not )?exists )?(\w+)/g))
    if (deed === 'create') tables.add(name);
    else tables.delete(name);
  return tables;
}, new Set<string>());

test('every table of the database stands in the table of what is kept and for how long, and no other', () => {
  const [whole = ''] = read('docs/su-co-du-lieu.md').split('Ngoài cơ sở dữ liệu:');
  const told = [...whole.slice(whole.indexOf('| bảng | giữ gì |')).matchAll(/^\| `(\w+)`/gm)].map(
    (one) => one[1] ?? '',
  );
  // The queue's library makes its own.
  expect(told.sort()).toEqual([...new Set([...created, 'graphile_worker'])].sort());
});

const backup = read('deploy/backup.sh');

test('which tables a backup leaves out is told as it is', () => {
  const leftOut = [...backup.matchAll(/--exclude-(?:table-data|schema)=(\w+)/g)].map((one) => one[1] ?? '');
  const told = [...read('docs/su-co-du-lieu.md').matchAll(/^\| `(\w+)`.*\| không \|$/gm)].map((one) => one[1] ?? '');
  expect(told.sort()).toEqual(leftOut.sort());
});

/** Codes of trouble that the log may carry, besides those of the Zalo doors, which have their own guide. */
const codes = sources.flatMap((text) => [
  ...[...text.matchAll(/onTrouble\('([a-z-]+)'\)/g)].map((one) => one[1] ?? ''),
  ...[...text.matchAll(/'(model-[a-z-]+)': (?:null|\n)/g)].map((one) => one[1] ?? ''),
]);

test('every code of trouble is told in the handbook, with what to do', () => {
  const handbook = read('docs/so-tay-van-hanh.md');
  expect(codes).toContain('mailbox-store');
  expect(
    [...new Set([...codes, ...Object.keys(operatorWords)])].filter((code) => !handbook.includes(`\`${code}\``)),
  ).toEqual([]);
});

test('every alert of Prometheus is told in the handbook', () => {
  const alerts = [...read('deploy/alerts.yaml').matchAll(/alert: (\w+)/g)].map((one) => one[1] ?? '');
  const handbook = read('docs/so-tay-van-hanh.md');
  expect(alerts.length).toBeGreaterThan(0);
  expect(alerts.filter((alert) => !handbook.includes(`\`${alert}\``))).toEqual([]);
});

/** What a README names, whatever its language: commands with what they measure, settings, links. */
const namedIn = (text: string) => [
  ...commandsIn(text).map((name) => `npm run ${name}`),
  ...[...text.matchAll(/bench -- ([a-z-]+)/g)].map((one) => `bench ${one[1]}`),
  ...settingsIn(text),
  ...linksIn(text).filter((link) => !link.startsWith('README')),
];

test('the two READMEs name the same commands, settings and documents', () => {
  const [english, vietnamese] = ['README.md', 'README.vi.md'].map((file) => [...new Set(namedIn(read(file)))].sort());
  expect(vietnamese).toEqual(english);
});
