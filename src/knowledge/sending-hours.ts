import { z } from 'zod';
import type { SendingHours } from '../core/daily.ts';
import type { ContentFiles } from './load.ts';
import { ContentInvalid, type Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

const file = 'knowledge/campaigns/hours.yaml';
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'ghi giờ:phút, ví dụ "08:00"');
const hours = z.strictObject({ from: time, to: time });

/** Never earlier or later, whatever the file says: Zalo takes nothing of the kind from 22 to 6 o'clock, and people sleep. */
const earliest = '06:00';
const latest = '21:00';
const usual: SendingHours = { from: '08:00', to: '20:00' };

/** Reads when something may be sent unasked. Throws `knowledge-invalid` with file, line and mend. */
export function loadSendingHours(files: ContentFiles): SendingHours {
  const text = files.get(file);
  if (text === undefined) return usual;
  const problems: Problem[] = [];
  const read = readYaml(file, text, hours, problems)?.value ?? usual;
  if (read.from < earliest || read.to > latest)
    problems.push({ file, line: 1, what: `chỉ được gửi trong khoảng ${earliest} đến ${latest}.` });
  if (read.to <= read.from) problems.push({ file, line: 1, what: '"to" phải muộn hơn "from".' });
  if (problems.length > 0) throw new ContentInvalid(problems, 'Giờ gửi tin chưa đúng:');
  return read;
}
