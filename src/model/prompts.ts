import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { AppError } from '../core/errors.ts';

const front = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  /** The form of what the model must give back, by name. */
  schema: z.string(),
  variables: z.array(z.string()),
});

/** What a model is asked: standing orders, and the part that changes with every message. */
export type Prompt = {
  id: string;
  version: number;
  system: string;
  render: (values: Record<string, string>) => string;
};

/** Reads one of `prompts/model`. Throws `knowledge-invalid` naming the file and the mend. */
export function loadPrompt(folder: string, id: string, schema: string): Prompt {
  const file = `prompts/model/${id}.md`;
  const refuse = (what: string): never => {
    throw new AppError('knowledge-invalid', `${file}: ${what}`);
  };
  let source = '';
  try {
    source = readFileSync(join(folder, `${id}.md`), 'utf8').normalize('NFC');
  } catch {
    refuse('thiếu tệp này, hoặc không đọc được. Kiểm tra PROMPTS_DIR.');
  }
  const [, head = '', body = ''] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(source) ?? [];
  const read = front.safeParse(parseYaml(head));
  if (!read.success) return refuse('phần đầu cần có id, version (số), schema, variables.');
  const [system = '', user = ''] = body.split(/^---$/m).map((one) => one.trim());
  const { variables } = read.data;
  if (read.data.id !== id || read.data.schema !== schema) refuse(`cần "id: ${id}" và "schema: ${schema}".`);
  if (system === '' || user === '') refuse('cần hai đoạn cách nhau bằng dòng "---": lời dặn, rồi phần điền vào.');
  const used = [...user.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1] ?? '');
  if (
    /\{\{/.test(system) ||
    used.some((one) => !variables.includes(one)) ||
    variables.some((one) => !used.includes(one))
  )
    refuse('chỗ trống {{…}} chỉ nằm ở đoạn sau, và phải khớp với "variables".');
  return {
    id,
    version: read.data.version,
    system,
    // One pass: what is filled in is never filled in again.
    render: (values) => user.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? ''),
  };
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
