import { readFileSync } from 'node:fs';

export type Asset = { path: string; type: string; body: string };

const files: Array<[name: string, type: string]> = [['officer.css', 'text/css; charset=utf-8']];

/** The files of the officers' pages, read once. */
export function loadAssets(): Asset[] {
  return files.map(([name, type]) => ({
    path: `/${name}`,
    type,
    body: readFileSync(new URL(`./page/${name}`, import.meta.url), 'utf8'),
  }));
}
