import { z } from 'zod';
import { AppError } from '../core/errors.ts';
import { type CompiledSignal, compileSignals } from '../core/signals.ts';
import { describeProblems, type Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

const types = z.enum([
  'physical',
  'sexual',
  'psychological',
  'economic',
  'trafficking',
  'harassment',
  'forced_marriage',
  'child',
  'suicide',
  'online',
  'perpetrator',
]);

/** The form of `knowledge/signals.yaml`. `matches` and `misses` are the tests of a signal. */
export const signalList = z.array(
  z.strictObject({
    id: z.string(),
    level: z.enum(['support', 'emergency']),
    types: z.array(types).default([]),
    subject: z.enum(['self', 'other', 'perpetrator', 'none']),
    any: z.array(z.string()).min(1),
    not: z.array(z.string()).default([]),
    matches: z.union([z.string(), z.array(z.string())]),
    misses: z.union([z.string(), z.array(z.string())]),
  }),
);

/** Reads the reviewed signals. Throws `knowledge-invalid` with file, line and mend. */
export function loadSignals(source: string): CompiledSignal[] {
  const problems: Problem[] = [];
  const read = readYaml('knowledge/signals.yaml', source, signalList, problems);
  if (!read) throw new AppError('knowledge-invalid', describeProblems(problems));
  return compileSignals(read.value);
}
