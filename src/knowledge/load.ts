import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { AppError } from '../core/errors.ts';
import type { Knowledge } from '../core/knowledge.ts';
import { readAges } from './ages.ts';
import { addAmounts } from './amounts.ts';
import { addCards, addUnknowns } from './answers.ts';
import { addApproved } from './approved.ts';
import { checkDraft } from './check.ts';
import { addCommunes } from './communes.ts';
import { emptyDraft } from './draft.ts';
import { addElsewhere } from './elsewhere.ts';
import { addLaw } from './laws.ts';
import { addPlan } from './plan.ts';
import { ContentInvalid, type Problem } from './problem.ts';
import { loadProvinces } from './provinces.ts';
import { readBirthLeave, readPension, readPerUnit, readRetirement } from './rules.ts';
import * as schemas from './schemas.ts';
import { readYaml } from './yaml-file.ts';

/** Under which names the documents that an operator brought and approved stand among the content files. */
export const approvedFolder = 'documents/approved/';

/** The content files under a folder, by path with forward slashes: `knowledge/laws/x.md` → text. */
export type ContentFiles = Map<string, string>;

/** Reads all content under `folder`. Throws `knowledge-invalid` when the folder cannot be read. */
export function readContent(folder: string): ContentFiles {
  const files: ContentFiles = new Map();
  try {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(yaml|md|txt)$/.test(entry.name) || entry.name === 'README.md') continue;
      const path = join(entry.parentPath, entry.name);
      const name = `knowledge/${path.slice(folder.length).replaceAll('\\', '/').replace(/^\//, '')}`;
      files.set(name, readFileSync(path, 'utf8'));
    }
  } catch {
    throw new AppError(
      'knowledge-invalid',
      `Không đọc được thư mục nội dung "${folder}". Kiểm tra KNOWLEDGE_DIR và quyền đọc.`,
    );
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Parses and checks all content. Throws `knowledge-invalid` with one line per mistake (file, line, mend): a bad file
 * stops the start rather than a wrong answer reaching a person.
 */
export function parseKnowledge(files: ContentFiles): Knowledge {
  const draft = emptyDraft();
  const under = (folder: string, ending: string) =>
    [...files].filter(([name]) => name.startsWith(folder) && name.endsWith(ending));
  // Laws first: what changed since the plan may rest on one of them.
  for (const [name, text] of under('knowledge/laws/', '.md')) addLaw(draft, name, text);
  for (const [name, text] of under(approvedFolder, '.md')) addApproved(draft, name, text);
  const plan = addPlan(draft, (name) => files.get(name) ?? null);
  for (const [name, text] of under('knowledge/amounts/', '.yaml')) addAmounts(draft, name, text);
  for (const [name, text] of under('knowledge/answers/', '.yaml')) addCards(draft, name, text);
  for (const [name, text] of under('knowledge/unknowns/', '.yaml')) addUnknowns(draft, name, text, plan ?? '');
  for (const [name, text] of under('knowledge/elsewhere/', '.yaml')) addElsewhere(draft, name, text);
  const communes = addCommunes(draft, files.get('knowledge/communes.yaml'));
  // A file that cannot be read is missed by all that names what stands in it.
  const own = draft.problems.length;
  checkDraft(draft);
  const following = own > 0 ? draft.problems.splice(own) : [];
  const list = <T>(name: string, schema: z.ZodType<T[]>): T[] =>
    under(`knowledge/${name}`, '.yaml').flatMap(
      ([file, text]) => readYaml(file, text, schema, draft.problems)?.value ?? [],
    );
  const knowledge: Knowledge = {
    documents: draft.documents,
    passages: draft.passages,
    agencies: draft.agencies,
    glossary: list('glossary/', schemas.glossary),
    smalltalk: list('smalltalk', schemas.smalltalk),
    retirement: readRetirement(draft, files.get('knowledge/retirement.yaml')),
    birthLeave: readBirthLeave(draft, files.get('knowledge/birth-leave.yaml')),
    pension: readPension(draft, files.get('knowledge/pension.yaml')),
    perUnit: readPerUnit(draft, files.get('knowledge/per-unit.yaml')),
    ages: readAges(draft, files.get('knowledge/ages.yaml')),
    communes,
    provinces: loadProvinces(files.get('knowledge/provinces.yaml'), draft.problems),
    plan: plan ?? '',
    fingerprint: fingerprintOf(files),
  };
  refuse(draft.problems, following);
  return knowledge;
}

function refuse(problems: Problem[], following: Problem[]): void {
  if (problems.length === 0) return;
  const heading = `Nội dung trong knowledge/ có ${problems.length} chỗ phải sửa trước khi chạy:`;
  throw new ContentInvalid(problems, heading, following);
}

function fingerprintOf(files: ContentFiles): string {
  const hash = createHash('sha256');
  for (const [name, text] of files) hash.update(name).update('\0').update(text).update('\0');
  return hash.digest('hex').slice(0, 16);
}
