import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMap, isSeq, parse, parseDocument } from 'yaml';
import { AppError } from '../core/errors.ts';
import { readContent } from '../knowledge/load.ts';
import { ContentInvalid } from '../knowledge/problem.ts';
import { readReplies } from '../knowledge/replies.ts';
import { readWords } from '../live/words.ts';
import { emptyCentre, type Province, skeletonOf } from './skeleton.ts';
import { strip, stripLines } from './strip.ts';

/** What was made: how many entries of the old province went, and what still holds. */
export type Made = { gone: number; passages: number; services: number };

/** A round takes out what rested on what the round before took out. */
const mostRounds = 12;

/**
 * Makes the content folder of another province at `out` from the one at `from`: the law of the whole country stays, what
 * belongs to the old province goes, and its own files are there to be filled in. The result is read as a start would
 * read it. Throws `AppError` when the folder is there already, or when what is left does not hold together.
 */
export function makeProvince(from: string, repliesDir: string, out: string, province: Province): Made {
  if (existsSync(out))
    throw new AppError('config-invalid', `Thư mục "${out}" đã có. Chọn tên khác, hoặc dời thư mục cũ đi.`);
  const foreign = foreignWords(from);
  cpSync(from, out, { recursive: true });
  try {
    for (const name of ['plan', 'communes.yaml']) rmSync(join(out, name), { recursive: true, force: true });
    for (const [name, text] of skeletonOf(province)) write(join(out, name), text);
    // Laws of the whole country may name any place; what people may type is never told.
    const kept = /^knowledge\/(?:triage\/|signals\/|laws\/|provinces\.yaml|plan\/)/;
    const editable = (name: string) => name.endsWith('.yaml') && !kept.test(name);
    let gone = stripServices(join(out, 'services.yaml'), foreign, province);
    gone += sweep(out, editable, (text) => strip(text, foreign));
    return { gone: gone + settle(out, repliesDir, province, editable), ...counts(out, repliesDir, province) };
  } catch (error) {
    rmSync(out, { recursive: true, force: true });
    throw error;
  }
}

/** What tells that an entry speaks of the old province: its name, its towns and districts, its plan. */
function foreignWords(from: string): (text: string) => boolean {
  const read = (name: string) => {
    const file = join(from, name);
    return existsSync(file) ? parse(readFileSync(file, 'utf8')) : {};
  };
  const { province, communes = [] } = read('communes.yaml') as {
    province?: string;
    communes?: Array<{ area: string; home: string }>;
  };
  const { number, aliases = [] } = read('plan/document.yaml') as { number?: string; aliases?: string[] };
  const homes = communes.flatMap(({ area, home }) => [area, home.replace(/^(?:huyện|thị xã|thành phố) /, '')]);
  const words = [province, number, ...aliases.filter((one) => /\d/.test(one)), ...homes].filter(
    (one) => one !== undefined,
  );
  const plain = [...new Set(words.map((one) => one.toLowerCase()))];
  return (text) => {
    const said = text.toLowerCase();
    return plain.some((word) => said.includes(word));
  };
}

/** Applies `change` to the files that may change; ids that went are taken out of every list that names them. */
function sweep(
  out: string,
  editable: (name: string) => boolean,
  change: (text: string, name: string) => { text: string; gone: string[] },
): number {
  const gone = new Set<string>();
  for (const [name, text] of readContent(out)) {
    if (!editable(name)) continue;
    const changed = change(text, name);
    for (const id of changed.gone) gone.add(id);
    if (changed.text !== text) write(fileOf(out, name), changed.text);
  }
  if (gone.size > 0)
    for (const [name, text] of readContent(out)) {
      if (!editable(name)) continue;
      const named = strip(text, (said) => gone.has(said));
      if (named.text !== text) write(fileOf(out, name), named.text);
    }
  return gone.size;
}

/** Takes out what rested on something that went, until all that is left holds together. */
function settle(out: string, repliesDir: string, province: Province, editable: (name: string) => boolean): number {
  let gone = 0;
  for (let round = 0; ; round++) {
    try {
      readAll(out, repliesDir, province);
      return gone;
    } catch (error) {
      if (!(error instanceof ContentInvalid) || round === mostRounds) throw error;
      const lines = new Map<string, Set<number>>();
      for (const { file, line } of error.problems) lines.set(file, (lines.get(file) ?? new Set()).add(line));
      const went = sweep(out, editable, (text, name) => stripLines(text, lines.get(name) ?? new Set()));
      if (went === 0) throw error;
      gone += went;
    }
  }
}

function readAll(out: string, repliesDir: string, { day }: Province) {
  const files = new Map([...readContent(out), ...readReplies(repliesDir)]);
  return readWords(files, { operator: 'x', today: day });
}

function counts(out: string, repliesDir: string, province: Province): { passages: number; services: number } {
  const { knowledge, directory } = readAll(out, repliesDir, province);
  return { passages: knowledge.passages.size, services: directory.services.length };
}

/** The lines of the whole country stay; the old province's own go, and its Centre makes room. */
function stripServices(file: string, foreign: (text: string) => boolean, province: Province): number {
  const document = parseDocument(readFileSync(file, 'utf8'));
  let gone = 0;
  for (const list of ['services', 'places', 'neverShown']) {
    const entries = document.get(list);
    if (!isSeq(entries)) continue;
    const left = entries.items.filter((entry) => !(isMap(entry) && foreign(JSON.stringify(entry))));
    gone += entries.items.length - left.length;
    entries.items = left;
  }
  document.set('centre', document.createNode(emptyCentre(province)));
  write(file, document.toString({ lineWidth: 0 }));
  return gone;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function fileOf(out: string, name: string): string {
  return join(out, name.replace(/^knowledge\//, ''));
}
