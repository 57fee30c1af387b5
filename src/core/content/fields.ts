import type { Citation } from '../passage.ts';
import { forms } from './forms.ts';
import type { ContentKind, ItemBody } from './item.ts';

/** How one part of a thing is typed and read. `empty`: what stands in the body when nothing is typed. */
export type Field = {
  /** Its place in the body; a dot leads inside. */
  path: string;
  label: string;
  hint?: string;
  shape: 'line' | 'text' | 'lines' | 'words' | 'cites' | 'day' | 'number' | 'choice' | 'ticks' | 'yes-no';
  options?: ReadonlyArray<readonly [value: string, label: string]>;
  empty?: 'absent' | 'null';
};

/** The parts of a thing of this kind, in the order they are read. */
export function fieldsOf(kind: ContentKind): readonly Field[] {
  return forms[kind];
}

/** What stands in the body at the field's place, as it is typed. */
export function typedOf(body: ItemBody, { path, shape }: Field): string {
  const value = at(body, path);
  if (value === undefined || value === null) return '';
  if (shape === 'cites')
    return listOf<Citation>(value)
      .map(({ document, locator }) => `${document}, ${locator}`)
      .join('\n');
  if (Array.isArray(value)) return value.map(String).join('\n');
  if (shape === 'yes-no') return value === true ? 'co' : 'khong';
  return String(value);
}

/** The same as people read it: options by their names. */
export function readOf(body: ItemBody, field: Field): string {
  const typed = typedOf(body, field);
  const named = (value: string) => field.options?.find(([one]) => one === value)?.[1] ?? value;
  if (field.shape === 'yes-no') return typed === 'co' ? 'Có' : typed === '' ? '' : 'Không';
  if (field.shape === 'ticks') return typed.split('\n').filter(Boolean).map(named).join(', ');
  if (field.shape === 'choice') return typed === '' ? '' : named(typed);
  if (field.shape === 'day') return typed.split('-').reverse().join('/');
  return typed;
}

/** The body with what was typed at the fields' places; what no field shows stays as it was. */
export function bodyFrom(kind: ContentKind, typed: (path: string) => string, before: ItemBody): ItemBody {
  return fieldsOf(kind).reduce((body, field) => put(body, field, typed(field.path)), before);
}

function put(body: ItemBody, field: Field, typed: string): ItemBody {
  const value = writtenAs(field, clean(typed));
  const [name = '', inner] = field.path.split('.');
  const inside = inner === undefined ? value : { ...objectOf(body[name]), [inner]: value };
  if (value === undefined && inner === undefined) {
    const { [name]: _gone, ...rest } = body;
    return rest;
  }
  return { ...body, [name]: inside };
}

function writtenAs({ shape, empty }: Field, typed: string): unknown {
  const text = typed.trim();
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  switch (shape) {
    case 'lines':
    case 'ticks':
      return lines;
    case 'words':
      return lines.flatMap((line) => line.split(/[\s,]+/)).filter(Boolean);
    case 'cites':
      return lines.map((line) => {
        const [document = '', ...locator] = line.split(',');
        return { document: document.trim(), locator: locator.join(',').trim() };
      });
    case 'yes-no':
      return text === 'co';
    case 'number':
      return Number(text);
    case 'choice':
      return /^\d+$/.test(text) ? Number(text) : text;
    case 'line':
    case 'text':
    case 'day':
      if (text === '' && empty === 'absent') return undefined;
      if (text === '' && empty === 'null') return null;
      return shape === 'line' ? text.replace(/\s+/g, ' ') : text;
  }
}

function at(body: ItemBody, path: string): unknown {
  const [name = '', inner] = path.split('.');
  return inner === undefined ? body[name] : objectOf(body[name])[inner];
}

function objectOf(value: unknown): ItemBody {
  return value !== null && typeof value === 'object' ? (value as ItemBody) : {};
}

function listOf<T>(value: unknown): T[] {
  return Array.isArray(value) ? (value as T[]) : [];
}

/** Composed letters, one kind of line end, and nothing that cannot be seen. */
function clean(typed: string): string {
  return typed
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .normalize('NFC');
}
