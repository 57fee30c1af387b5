import { parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { date, lawDocument, text } from '../schemas.ts';
import { plainOf } from '../yaml-file.ts';

/** What the machine notes of the file a document was read from. */
const origin = z.strictObject({ file: text, sha256: z.string(), readOn: date });
const machine = {
  status: z.enum(['draft', 'approved', 'withdrawn']),
  approvedBy: text.nullable(),
  source: origin,
  /** "5=ab12… 5a=…": a mark of each article as it was read, to tell what a later reading changes. */
  read: z.string(),
};

/** The front part of a document that answers: nothing is left open, and someone stands for it. */
export const approvedDocument = lawDocument.extend({
  ...machine,
  status: z.literal('approved', 'tệp này chưa được duyệt; duyệt bằng: npm run ingest -- --approve SỐ-HIỆU'),
  approvedBy: text,
  issuer: text,
  inForceFrom: date,
  checkedOn: date,
});

/** The front part of a document in any state; an editor may still owe most of it. */
export const anyDocument = lawDocument.partial().extend({
  ...machine,
  number: text,
  title: text.nullish(),
  short: text.nullish(),
  issuer: text.nullish(),
  checkedOn: date.nullish(),
});
export type Front = z.infer<typeof anyDocument>;

const parted = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;

/** A document's file taken apart, or `null` when its front part cannot be read. */
export function readFile(file: string): { front: Front; yaml: string; body: string } | null {
  const [, yaml, body] = parted.exec(file.normalize('NFC')) ?? [];
  if (yaml === undefined || body === undefined) return null;
  const document = parseDocument(yaml);
  const told = document.errors.length > 0 ? null : plainOf(document);
  const front = told && anyDocument.safeParse(told.value);
  return front?.success ? { front: front.data, yaml, body } : null;
}

/** The file with other values in its front part; an editor's remarks, order and further fields stay. */
export function changeFront(file: string, values: Record<string, unknown>): string {
  const [, yaml = '', body = ''] = parted.exec(file.normalize('NFC')) ?? [];
  const document = parseDocument(yaml);
  const before = document.toJS() as Record<string, unknown>;
  for (const [name, value] of Object.entries(values))
    if (JSON.stringify(before[name]) !== JSON.stringify(value)) document.set(name, document.createNode(value));
  visit(document, {
    Scalar(key, node) {
      if (key !== 'key' && typeof node.value === 'string') node.type = 'QUOTE_DOUBLE';
    },
  });
  return `---\n${document.toString({ lineWidth: 0 }).trimEnd()}\n---\n${body}`;
}

/** The file of a fresh draft: its front part, with a word to its editor, and its text. */
export function writeFile(front: Front, body: string): string {
  const told = (...names: Array<keyof Front>) => names.map((name) => `${name}: ${JSON.stringify(front[name] ?? null)}`);
  const lines = [
    '# Bản nháp do máy tách từ tệp của đơn vị. Đọc lại từng điều với bản gốc, điền chỗ còn "null", rồi duyệt:',
    `#   npm run ingest -- --approve ${JSON.stringify(front.number)} --by "Họ tên, chức vụ"`,
    ...told('number', 'title', 'short', 'aliases', 'issuer'),
    '# Ngày viết dạng "2026-05-01". inForceTo: null khi văn bản còn hiệu lực.',
    ...told('issued', 'inForceFrom', 'inForceTo'),
    ...told('chapters', 'articles', 'sources', 'checkedOn', 'confidence'),
    ...(front.note === undefined ? [] : told('note')),
    '# Từ đây là phần máy ghi, đừng sửa.',
    ...told('status', 'approvedBy', 'source', 'read'),
  ];
  return changeFront(`---\n${lines.join('\n')}\n---\n${body}`, {});
}
