import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Knowledge } from '../core/knowledge.ts';

/** Which passages a knowledge holds, by document and id, with a mark that changes when a passage does. */
export type Manifest = { fingerprint: string; documents: Record<string, Record<string, string>> };

export function manifestOf(knowledge: Knowledge): Manifest {
  const documents: Manifest['documents'] = {};
  for (const passage of knowledge.passages.values()) {
    const marks = documents[passage.document] ?? {};
    marks[passage.id] = createHash('sha256').update(JSON.stringify(passage)).digest('base64url').slice(0, 12);
    documents[passage.document] = marks;
  }
  return { fingerprint: knowledge.fingerprint, documents };
}

/** How many passages of a document are new, changed or gone. */
export type Change = { document: string; fresh: number; changed: number; gone: number };

/** What changed from one knowledge to the next, documents without a change left out. */
export function changesBetween(before: Manifest, after: Manifest): Change[] {
  const numbers = [...new Set([...Object.keys(before.documents), ...Object.keys(after.documents)])].sort();
  return numbers.flatMap((document) => {
    const old = before.documents[document] ?? {};
    const now = after.documents[document] ?? {};
    const fresh = Object.keys(now).filter((id) => !(id in old)).length;
    const changed = Object.keys(now).filter((id) => id in old && old[id] !== now[id]).length;
    const gone = Object.keys(old).filter((id) => !(id in now)).length;
    return fresh + changed + gone === 0 ? [] : [{ document, fresh, changed, gone }];
  });
}

/** The manifest of the last run, or `null` when there is none that can be read. */
export function loadManifest(file: string): Manifest | null {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<Manifest>;
    return typeof read.fingerprint === 'string' && typeof read.documents === 'object' ? (read as Manifest) : null;
  } catch {
    return null;
  }
}

/** Keeps the manifest for the next run; a folder that cannot be written costs only that comparison. */
export function saveManifest(file: string, manifest: Manifest): void {
  const fresh = `${file}.new-${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(fresh, JSON.stringify(manifest));
    renameSync(fresh, file);
  } catch {
    rmSync(fresh, { force: true });
  }
}
