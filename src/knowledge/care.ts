import { z } from 'zod';
import { type CareWords, makeCareWords } from '../core/care/words.ts';
import { AppError } from '../core/errors.ts';
import { harmTypes } from '../core/triage.ts';
import { describeProblems, type Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

/** The form of `knowledge/care.yaml`; its head tells editors what each kind means. */
const word = z.strictObject({
  id: z.string(),
  kind: z.enum(['guide', 'probe', 'danger', 'retract', 'yes', 'no', 'thanks', 'leave']),
  reply: z.string().nullable(),
  yields: z.boolean().default(false),
  subject: z.enum(['perpetrator', 'self']).nullable().default(null),
  ask: z.array(z.string()).min(1),
});
export const careFile = z
  .strictObject({
    slots: z.record(z.string(), z.array(z.string()).min(1)),
    words: z.array(word).min(1),
    acts: z.array(z.strictObject({ types: z.array(z.enum(harmTypes)).min(1), say: z.string() })),
  })
  .check(({ value, issues }) => {
    for (const [at, one] of value.words.entries())
      for (const phrase of one.ask)
        for (const [, slot] of phrase.matchAll(/\{(\w+)\}/g))
          if (!value.slots[slot ?? ''])
            issues.push({
              code: 'custom',
              input: phrase,
              path: ['words', at],
              message: `nhóm chữ {${slot}} chưa có ở "slots"`,
            });
  });

/** Reads what people say around a disclosure. Throws `knowledge-invalid` with file, line and mend. */
export function loadCareWords(source: string): CareWords {
  const problems: Problem[] = [];
  const read = readYaml('knowledge/care.yaml', source, careFile, problems);
  if (!read) throw new AppError('knowledge-invalid', describeProblems(problems));
  return makeCareWords(read.value.words, read.value.slots, read.value.acts);
}
