import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../core/errors.ts';
import { describeProblems, type Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

const form = z.strictObject({
  approved: z.string().nullable(),
  templates: z.array(z.strictObject({ title: z.string().max(60), text: z.string().max(1_500) })).min(1),
});

/** Texts that officers may begin a reply with. */
export type DeskTemplates = z.infer<typeof form>;

/** Reads `prompts/desk-templates.yaml`. Throws `knowledge-invalid` with file, line and mend. */
export function loadDeskTemplates(file: string): DeskTemplates {
  const problems: Problem[] = [];
  const read = readYaml('prompts/desk-templates.yaml', textOf(file), form, problems);
  if (read === null) throw new AppError('knowledge-invalid', describeProblems(problems));
  return read.value;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new AppError('knowledge-invalid', `Thiếu tệp "${file}". Kiểm tra PROMPTS_DIR.`);
  }
}
