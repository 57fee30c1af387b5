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

/** A signal with the examples that test it. */
export type Reviewed = Signal & { matches: string[]; misses: string[] };

/** Reads and compiles the reviewed signals. Throws `knowledge-invalid` with file, line and mend. */
export function loadSignals(files: ContentFiles): CompiledSignal[] {
  const problems: Problem[] = [];
  const slots = readYaml(
    slotFile,
    files.get(slotFile) ?? '',
    z.record(z.string(), z.array(z.string()).min(1)),
    problems,
  );
  const compiled = signalFiles(files).flatMap((file) => {
    const read = readYaml(file, files.get(file) ?? '', signalList, problems);
    if (!read || !slots) return [];
    return read.value.flatMap((signal, at) => {
      try {
        return compileSignals([signal], slots.value satisfies Slots);
      } catch (error) {
        const what = `dấu hiệu "${signal.id}" dùng chỗ trống {${error instanceof TypeError ? error.message : '?'}} chưa khai trong slots.yaml.`;
        problems.push({ file, line: read.lineOf([at]), what });
        return [];
      }
    });
  });
  if (problems.length > 0) throw new AppError('knowledge-invalid', describeProblems(problems));
  return compiled;
}

/** The signals with their examples, for tests and review. Throws when a file is not in form. */
export function reviewedSignals(files: ContentFiles): Reviewed[] {
  const problems: Problem[] = [];
  const lists = signalFiles(files).map((file) => readYaml(file, files.get(file) ?? '', signalList, problems));
  if (problems.length > 0) throw new AppError('knowledge-invalid', describeProblems(problems));
  return lists.flatMap((read) => read?.value ?? []);
}

function signalFiles(files: ContentFiles): string[] {
  return [...files.keys()].filter((name) => name.startsWith(folder) && name.endsWith('.yaml') && name !== slotFile);
}
