import { z } from 'zod';
import { AppError } from '../core/errors.ts';
import { phoneNumbersIn } from '../core/phones.ts';
import type { Desk } from '../core/referral/desk.ts';
import { describeProblems, type Problem } from './problem.ts';
import { date, text } from './schemas.ts';
import { readYaml } from './yaml-file.ts';

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'phải viết như "07:30"');
const shown = text.refine((one) => phoneNumbersIn(one).length === 0, 'chỉ ghi tên, không ghi số điện thoại');
const desk = z.strictObject({
  staffed: z.boolean(),
  name: shown,
  readers: shown,
  hours: z
    .array(
      z
        .strictObject({ days: z.array(z.int().min(1).max(7)).min(1), from: time, to: time })
        .refine(({ from, to }) => from < to, 'giờ đóng phải sau giờ mở'),
    )
    .min(1),
  closedOn: z.array(date),
  promisedMinutes: z
    .int()
    .min(5)
    .max(24 * 60),
  keepClosedDays: z.int().min(1).max(365),
  withoutTheirYes: z.boolean(),
});

const file = 'knowledge/desk.yaml';

/** The desk, and whether it takes new cases; `null` where the file is missing. Throws `knowledge-invalid`. */
export function loadDesk(source: string | undefined): { desk: Desk; staffed: boolean } | null {
  if (source === undefined) return null;
  const problems: Problem[] = [];
  const read = readYaml(file, source, desk, problems);
  if (!read || problems.length > 0) throw new AppError('knowledge-invalid', describeProblems(problems));
  const { staffed, ...rest } = read.value;
  return { desk: rest, staffed };
}
