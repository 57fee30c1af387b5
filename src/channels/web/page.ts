import { readFileSync } from 'node:fs';

export type Asset = { path: string; type: string; body: string };

/** The files of the page, by the path they are served at. */
const files: Array<[path: string, type: string]> = [
  ['/page.css', 'text/css; charset=utf-8'],
  ['/calendar.css', 'text/css; charset=utf-8'],
  ['/chat.js', 'text/javascript; charset=utf-8'],
  ['/pieces.js', 'text/javascript; charset=utf-8'],
  ['/leave.js', 'text/javascript; charset=utf-8'],
  ['/bubbles.js', 'text/javascript; charset=utf-8'],
  ['/flower.svg', 'image/svg+xml'],
  ['/branch.svg', 'image/svg+xml'],
];

/** The chat page and its files, read once. `html` puts in the month's sheet that quick exit shows at once. */
export function loadPage(exitUrl: string): { html: (sheet: string) => string; assets: Asset[] } {
  const read = (name: string) => readFileSync(new URL(`./page/${name}`, import.meta.url), 'utf8');
  // What all pages look like comes first: the rules of this one win.
  const look = () => `${readFileSync(new URL('../../look/common.css', import.meta.url), 'utf8')}\n${read('page.css')}`;
  const template = read('page.html').replace('{{exit}}', () => escapeAttribute(exitUrl));
  return {
    html: (sheet) => template.replace('{{sheet}}', () => sheet),
    assets: files.map(([path, type]) => ({
      path,
      type,
      body: slim(path === '/page.css' ? look() : read(path.slice(1))),
    })),
  };
}

/** The file without indentation and comment lines: people open this page on one bar of signal. */
function slim(text: string): string {
  return text.replace(/^\s+/gm, '').replace(/^(?:\/\/.*|\/\*.*\*\/)\n/gm, '');
}

function escapeAttribute(text: string): string {
  return text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
