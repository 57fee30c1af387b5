import { readFileSync } from 'node:fs';

export type Asset = { path: string; type: string; body: string };

const css = 'text/css; charset=utf-8';
const js = 'text/javascript; charset=utf-8';
const here = './page/';
/** The sealing that the browser does, as it is kept beside the server's. */
const sealing = '../sealing/browser/';

const files: Array<[folder: string, name: string, type: string]> = [
  [here, 'campaign.js', js],
  [here, 'desk.js', js],
  [here, 'desk-keys.js', js],
  [here, 'live.js', js],
  [here, 'reseal.js', js],
  [here, 'talk.js', js],
  [here, 'warnings.js', js],
  [sealing, 'letter.js', js],
  [sealing, 'keys.js', js],
];

/** Style sheets that are one file for the browser, made of parts in the order in which later rules win. */
const sheets: Record<string, string[]> = {
  officer: [
    '../look/common.css',
    ...['elements', 'frame', 'forms', 'campaigns', 'accounts', 'tables', 'desk', 'content'].map(
      (part) => `${here}officer/${part}.css`,
    ),
  ],
  figures: ['sums', 'charts', 'tables', 'narrow'].map((part) => `${here}figures/${part}.css`),
};

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The files of the officers' pages, read once. */
export function loadAssets(): Asset[] {
  return [
    ...Object.entries(sheets).map(([name, parts]) => ({
      path: `/${name}.css`,
      type: css,
      body: parts.map(read).join('\n'),
    })),
    ...files.map(([folder, name, type]) => ({ path: `/${name}`, type, body: read(`${folder}${name}`) })),
  ];
}
