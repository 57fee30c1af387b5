import { z } from 'zod';
import { AppError } from '../core/errors.ts';
import type { Slots } from '../core/signals/phrase.ts';
import { type CompiledSignal, compileSignals, type Signal } from '../core/signals.ts';
import { harmTypes } from '../core/triage.ts';
import type { ContentFiles } from './load.ts';
import { describeProblems, type Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

const folder = 'knowledge/signals/';
const slotFile = `${folder}slots.yaml`;
const ordinaryFile = `${folder}ordinary.yaml`;

/** The form of the files under `knowledge/signals/`; its README tells editors what each part means. */
export const signalList = z.array(
  z.strictObject({
    id: z.string(),
    level: z.enum(['support', 'emergency']),
    types: z.array(z.enum(harmTypes)),
    subject: z.enum(['self', 'other', 'perpetrator', 'none']),
    any: z.array(z.string()).min(1),
    written: z.array(z.string()).default([]),
    beside: z.array(z.string()).default([]),
    not: z.array(z.string()).default([]),
    matches: z.array(z.string()).min(1),
    misses: z.array(z.string()).min(1),
  }),
);

/** Ordinary kinds have no level of their own: what they catch needs no card, `misses` do. */
const ordinaryList = z.array(signalList.element.omit({ level: true, types: true, subject: true }));

/** A signal with the examples that test it. */
export type Reviewed = Signal & { matches: string[]; misses: string[] };

/** Reads and compiles the reviewed signals. Throws `knowledge-invalid` with file, line and mend. */
export function loadSignals(files: ContentFiles): CompiledSignal[] {
  return compiled(files, signalFiles(files), signalList);
}

/** Reads and compiles the kinds of ordinary messages the classifier takes for a cry. Throws as `loadSignals` does. */
export function loadOrdinary(files: ContentFiles): CompiledSignal[] {
  return compiled(files, [ordinaryFile], ordinaryList);
}

function compiled(
  files: ContentFiles,
  names: string[],
  schema: z.ZodType<Array<Pick<Reviewed, 'id' | 'any' | 'written' | 'beside' | 'not'>>>,
): CompiledSignal[] {
  const problems: Problem[] = [];
  const slots = readYaml(
    slotFile,
    files.get(slotFile) ?? '',
    z.record(z.string(), z.array(z.string()).min(1)),
    problems,
  );
  const found = names.flatMap((file) => {
    const read = readYaml(file, files.get(file) ?? '', schema, problems);
    if (!read || !slots) return [];
    return read.value.flatMap((one, at) => {
      try {
        return compileSignals([{ level: 'concern', types: [], subject: 'none', ...one }], slots.value satisfies Slots);
      } catch (error) {
        const what = `dấu hiệu "${one.id}" dùng chỗ trống {${error instanceof TypeError ? error.message : '?'}} chưa khai trong slots.yaml.`;
        problems.push({ file, line: read.lineOf([at]), what });
        return [];
      }
    });
  });
  if (problems.length > 0) throw new AppError('knowledge-invalid', describeProblems(problems));
  return found;
}

/** The ordinary kinds with their examples, for tests and review. Throws when the file is not in form. */
export function reviewedOrdinary(files: ContentFiles): Array<Pick<Reviewed, 'id' | 'matches' | 'misses'>> {
  const problems: Problem[] = [];
  const read = readYaml(ordinaryFile, files.get(ordinaryFile) ?? '', ordinaryList, problems);
  if (!read || problems.length > 0) throw new AppError('knowledge-invalid', describeProblems(problems));
  return read.value;
}

/** The signals with their examples, for tests and review. Throws when a file is not in form. */
export function reviewedSignals(files: ContentFiles): Reviewed[] {
  const problems: Problem[] = [];
  const lists = signalFiles(files).map((file) => readYaml(file, files.get(file) ?? '', signalList, problems));
  if (problems.length > 0) throw new AppError('knowledge-invalid', describeProblems(problems));
  return lists.flatMap((read) => read?.value ?? []);
}

function signalFiles(files: ContentFiles): string[] {
  const others = [slotFile, ordinaryFile];
  return [...files.keys()].filter(
    (name) => name.startsWith(folder) && name.endsWith('.yaml') && !others.includes(name),
  );
}
