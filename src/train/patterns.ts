import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { harmTypes } from '../core/triage.ts';
import { checkLabelled, type Labelled } from './labelled.ts';
import { makeRandom, seedOf } from './random.ts';

/** How many messages are made of one pattern. */
const each = 10;
/** How writers of patterns are named, before the name of the file. */
const maker = 'pattern ';
/** A pattern that discloses: "support/self/physical,child the pattern itself". Any other line is an ordinary one. */
const label = new RegExp(`^(support|emergency)/(self|other|perpetrator)/((?:${harmTypes.join('|')}|,)+) (.+)$`);

/**
 * The messages that the patterns under a folder make, ordered by file and line; the writer is the file. A pattern is a
 * sentence with choices `{a|b|}` and parts `[that may be missing]`. The same pattern always makes the same messages.
 */
export function readPatterns(folder: string): Labelled[] {
  return filesOf(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .flatMap((line, at) => {
        const pattern = line.trim();
        if (pattern === '' || pattern.startsWith('#')) return [];
        return messagesOf(pattern, `${writerOf(name)}-${at + 1}`, writerOf(name)).map((made) =>
          checkLabelled(made, `${name}:${at + 1}`),
        );
      }),
  );
}

/** All pattern files under a folder as one text, to tell whether they changed. */
export function patternSource(folder: string): string {
  return filesOf(folder)
    .map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`)
    .join('\n');
}

/** What one pattern makes: different messages, at most `each`. */
export function messagesOf(pattern: string, id: string, writer: string): Labelled[] {
  const [, level, subject, types, told] = label.exec(pattern) ?? [];
  const random = makeRandom(seedOf(pattern));
  const made = new Set<string>();
  for (let tries = 0; tries < 5 * each && made.size < each; tries++) made.add(spoken(told ?? pattern, random));
  return [...made].map((text, at) => ({
    id: `${id}-${at + 1}`,
    writer,
    level: (level ?? 'none') as Labelled['level'],
    subject: (subject ?? 'none') as Labelled['subject'],
    types: (types?.split(',') ?? []) as Labelled['types'],
    text,
  }));
}

/** One way of saying a pattern; inner choices first, since choices may stand in parts and the other way round. */
function spoken(pattern: string, random: () => number): string {
  const chosen = pattern
    .replace(/\{([^{}[\]]*)\}/g, (_, choices: string) => {
      const all = choices.split('|');
      return all[Math.floor(random() * all.length)] ?? '';
    })
    .replace(/\[([^{}[\]]*)\]/g, (_, part: string) => (random() < 0.5 ? part : ''));
  if (chosen !== pattern) return spoken(chosen, random);
  return pattern
    .replace(/\s+/g, ' ')
    .replace(/ ([,.!?;])/g, '$1')
    .trim();
}

/** Whether a message was made of a pattern rather than written. */
export function isOfPattern({ writer }: Labelled): boolean {
  return writer.startsWith(maker);
}

function writerOf(name: string): string {
  return maker + name.replace(/\.patterns$/, '');
}

function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.patterns'))
    .sort();
}
