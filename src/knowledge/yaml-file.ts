import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { tellIssue } from './form-words.ts';
import type { Problem } from './problem.ts';

/** A parsed file, and the line on which the value at a path stands. */
export type YamlFile<T> = { value: T; lineOf: (path: PropertyKey[]) => number };

/** The plain value of a document, or `null` where an alias in it leads nowhere, or to far too much. */
export function plainOf(document: { toJS: () => unknown }): { value: unknown } | null {
  try {
    return { value: document.toJS() };
  } catch {
    return null;
  }
}

/**
 * Reads YAML text against a schema. Dates and numbers stay as the schema wants them (YAML core schema, no dates).
 * Every mistake is added to `problems` with its line; then the result is `null`.
 */
export function readYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  problems: Problem[],
): YamlFile<z.infer<S>> | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  if (document.errors.length > 0) {
    for (const error of document.errors)
      problems.push({
        file,
        line: lineAt(error.pos[0]),
        what: `không đọc được YAML ở dòng này (${error.code}). Xem lại dấu cách đầu dòng, dấu ngoặc kép, dấu hai chấm.`,
      });
    return null;
  }
  const lineOf = (path: PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return 1;
  };
  const told = plainOf(document);
  if (told === null) {
    problems.push({ file, line: 1, what: 'dùng dấu "*" để nhắc lại một phần mà phần ấy không có. Viết hẳn ra.' });
    return null;
  }
  const read = schema.safeParse(told.value, { error: tellIssue });
  if (!read.success) {
    for (const issue of read.error.issues)
      problems.push({
        file,
        line: lineOf(issue.path),
        what: `mục "${issue.path.join('.')}" chưa đúng: ${issue.message}. Xem mẫu trong knowledge/README.md.`,
      });
    return null;
  }
  return { value: read.data, lineOf };
}
