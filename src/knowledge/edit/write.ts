import { Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type YAMLMap } from 'yaml';
import { fieldsOf } from '../../core/content/fields.ts';
import type { ContentKind, Item, ItemBody } from '../../core/content/item.ts';
import type { ContentFiles } from '../load.ts';
import { withReplyBody } from './reply-file.ts';

/** The files with the thing as `item` says it. Only its own lines change; a new one comes last in its file. */
export function withItem(files: ContentFiles, item: Item): ContentFiles {
  const before = files.get(item.file) ?? '';
  return new Map([...files, [item.file, written(before, item)]]);
}

function written(before: string, item: Item): string {
  switch (item.kind) {
    case 'reply':
      return withReplyBody(before, item.body);
    case 'centre':
      return withContact(before, item.body);
    case 'card':
    case 'quiz':
    case 'service':
      return withEntry(before, item);
  }
}

/** The directory with another way to reach the Centre; none without a number. */
function withContact(source: string, body: ItemBody): string {
  const node = parseDocument(source).getIn(['centre', 'contact'], true);
  if (!isNode(node) || node.range == null) return source;
  const names = ['number', 'address', 'hours', 'cost', 'confirmedOn', 'confirmedBy'];
  const document = new Document(
    Object.fromEntries(names.flatMap((name) => (name in body ? [[name, body[name]]] : []))),
  );
  if (isMap(document.contents)) document.contents.flow = true;
  const contact = typeof body.number === 'string' ? shapely(document) : 'null';
  const [from, until] = node.range;
  return `${source.slice(0, from)}${contact}${source.slice(from + source.slice(from, until).trimEnd().length)}`;
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
    return `${source.trimEnd()}\n${entryText(kind, id, body, 2).replace(/^ {2}/, '- ')}\n`.trimStart();
  const [from, until] = near.range;
  // Entries stand behind their dash: the column tells how far the other lines are indented.
  const indent = lines.linePos(from).col - 1;
  const end = from + source.slice(from, until).trimEnd().length;
  const text = entryText(kind, id, body, indent);
  if (entry) return `${source.slice(0, from)}${text.trimStart()}${source.slice(end)}`;
  const dash = `${kind === 'service' ? '' : '\n'}${' '.repeat(indent - 2)}- `;
  return `${source.slice(0, end)}\n${dash}${text.trimStart()}${source.slice(end)}`;
}

const aDay = /^\d{4}-\d{2}-\d{2}$/;

/** The thing as people write it in the files: known order, citations on one line, days in quotes. */
function entryText(kind: ContentKind, id: string, body: ItemBody, indent: number): string {
  return shapely(new Document(inOrder(kind, id, body)))
    .split('\n')
    .map((line) => (line === '' ? line : `${' '.repeat(indent)}${line}`))
    .join('\n');
}

function shapely(document: Document): string {
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
  return document
    .toString({ lineWidth: 0, flowCollectionPadding: true, doubleQuotedMinMultiLineLength: 100_000 })
    .replace(/^(\w+:) \[ (.*) \]$/gm, '$1 [$2]')
    .trimEnd();
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
  centre: [],
  reply: [],
};
