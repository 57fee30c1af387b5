import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { harmTypes } from '../core/triage.ts';

const labelled = z.strictObject({
  id: z.string(),
  writer: z.string(),
  level: z.enum(['none', 'support', 'emergency']),
  subject: z.enum(['none', 'self', 'other', 'perpetrator']),
  types: z.array(z.enum(harmTypes)),
  text: z.string().min(1),
});

/** An invented message with what it discloses. `writer` names the voice that wrote it. */
export type Labelled = z.infer<typeof labelled>;

/** All labelled messages under a folder, ordered by file and line. Throws on a broken or contradictory line. */
export function readLabelled(folder: string): Labelled[] {
  const ids = new Set<string>();
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, at) => {
          const message = checkLabelled(JSON.parse(line), `${name}:${at + 1}`);
          if (ids.has(message.id)) throw new Error(`${name}:${at + 1}: id ${message.id} stands twice`);
          ids.add(message.id);
          return message;
        }),
    );
}

/** A labelled message in form. Throws, naming `place`, when it is broken or contradicts itself. */
export function checkLabelled(value: unknown, place: string): Labelled {
  const read = labelled.safeParse(value);
  if (!read.success) throw new Error(`${place}: ${read.error.issues[0]?.message}`);
  const message = read.data;
  if ((message.level === 'none') !== (message.subject === 'none'))
    throw new Error(`${place}: ${message.id} has a level and no subject, or a subject and no level`);
  return message;
}

/** All message files under a folder as one text, to tell whether they changed. */
export function sourceOf(folder: string): string {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`)
    .join('\n');
}
