import { z } from 'zod';
import { type CareWords, makeCareWords } from '../core/care/words.ts';
import { AppError } from '../core/errors.ts';
import { describeProblems, type Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

/** The form of `knowledge/care.yaml`; its head tells editors what each kind means. */
export const careList = z.array(
  z.strictObject({
    id: z.string(),
    kind: z.enum(['guide', 'probe', 'danger', 'retract', 'yes', 'no', 'thanks', 'leave']),
    reply: z.string().nullable(),
    yields: z.boolean().default(false),
    ask: z.array(z.string()).min(1),
  }),
);

/** Reads what people say around a disclosure. Throws `knowledge-invalid` with file, line and mend. */
export function loadCareWords(source: string): CareWords {
  const problems: Problem[] = [];
  const read = readYaml('knowledge/care.yaml', source, careList, problems);
  if (!read) throw new AppError('knowledge-invalid', describeProblems(problems));
  return makeCareWords(read.value);
}
