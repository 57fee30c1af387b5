import { noteOf, type Pack } from './pack.ts';

/** The pack as plain text. */
export function plainPack({ title, lead, items }: Pack): string {
  const parts = items.map((item, at) =>
    [`${at + 1}. ${item.title}`, `(${noteOf(item)})`, ...item.paragraphs, `Căn cứ: ${item.sources}`].join('\n\n'),
  );
  return `${[title.toUpperCase(), ...lead, ...parts].join('\n\n')}\n`;
}
