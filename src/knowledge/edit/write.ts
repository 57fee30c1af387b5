import { Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type YAMLMap } from 'yaml';
import { fieldsOf } from '../../core/content/fields.ts';
import type { ContentKind, Item, ItemBody } from '../../core/content/item.ts';
import type { ContentFiles } from '../load.ts';
import { withReplyBody } from './reply-file.ts';

/** The files with the thing as `item` says it. Only its own lines change; a new one comes last in its file. */
export function withItem(files: ContentFiles, item: Item): ContentFiles {
  const before = files.get(item.file) ?? '';
  const after = item.kind === 'reply' ? withReplyBody(before, item.body) : withEntry(before, item);
  return new Map([...files, [item.file, after]]);
}

function withEntry(source: string, { kind, id, body }: Item): string {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const list = kind === 'service' ? document.get('services') : document.contents;
  const entries = isSeq(list) ? list.items.filter((one): one is YAMLMap => isMap(one)) : [];
  const entry = entries.find((one) => one.get('id') === id);
  const last = entries.at(-1);
  const near = entry ?? last;
  if (near?.range == null)
    return `${source.trimEnd()}\n${written(kind, id, body, 2).replace(/^ {2}/, '- ')}\n`.trimStart();
  const [from, until] = near.range;
  // Entries stand behind their dash: the column tells how far the other lines are indented.
  const indent = lines.linePos(from).col - 1;
  const end = from + source.slice(from, until).trimEnd().length;
  const text = written(kind, id, body, indent);
  if (entry) return `${source.slice(0, from)}${text.trimStart()}${source.slice(end)}`;
  const dash = `${kind === 'service' ? '' : '\n'}${' '.repeat(indent - 2)}- `;
  return `${source.slice(0, end)}\n${dash}${text.trimStart()}${source.slice(end)}`;
}

const aDay = /^\d{4}-\d{2}-\d{2}$/;

/** The thing as people write it in the files: known order, citations on one line, days in quotes. */
function written(kind: ContentKind, id: string, body: ItemBody, indent: number): string {
  const document = new Document(inOrder(kind, id, body));
  visit(document, {
    Scalar(key, node) {
      if (typeof node.value === 'string' && aDay.test(node.value)) node.type = 'QUOTE_DOUBLE';
      else if (typeof node.value === 'string' && node.value.includes('\n') && key === 'value')
        node.type = 'QUOTE_DOUBLE';
    },
    Pair(_, pair) {
      if (!isScalar(pair.key)) return;
      const name = String(pair.key.value);
      if (isSeq(pair.value)) {
        pair.value.flow = isShort(name);
        for (const one of pair.value.items) if (isMap(one)) one.flow = true;
      } else if (isMap(pair.value)) pair.value.flow = true;
    },
  });
  const text = document.toString({
    lineWidth: 0,
    flowCollectionPadding: true,
    doubleQuotedMinMultiLineLength: 100_000,
  });
  return text
    .replace(/^(\w+:) \[ (.*) \]$/gm, '$1 [$2]')
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? line : `${' '.repeat(indent)}${line}`))
    .join('\n');
}

/** Lists of ids and marks stand on one line, lists of sentences on several. */
function isShort(name: string): boolean {
  return ['related', 'trace', 'for'].includes(name);
}

function inOrder(kind: ContentKind, id: string, body: ItemBody): ItemBody {
  const known = fieldsOf(kind).map(({ path }) => path.split('.')[0] ?? path);
  const names = [...new Set([...order[kind], ...known, ...Object.keys(body)])];
  const told = names.filter((name) => {
    const value = body[name];
    // In the directory every entry is written out, also what is not known.
    return (
      value !== undefined && (kind === 'service' || (value !== null && !(Array.isArray(value) && value.length === 0)))
    );
  });
  return { id, ...Object.fromEntries(told.map((name) => [name, body[name]])) };
}

/** The order of the files where it is not the order of the form. */
const order: Record<ContentKind, string[]> = {
  card: ['ask', 'say', 'more', 'cite', 'inForceFrom', 'inForceTo', 'related'],
  quiz: ['ask', 'options', 'right', 'why', 'passage', 'place', 'level', 'for', 'cover'],
  service: [
    'number',
    'name',
    'operator',
    'purpose',
    'lifeline',
    'mark',
    'hours',
    'cost',
    'languages',
    'trace',
    'suits',
    'source',
    'sourceDate',
    'checkedOn',
    'lastTestCall',
    'testedBy',
    'note',
  ],
  reply: [],
};
