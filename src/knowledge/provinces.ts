import { z } from 'zod';
import { type ProvinceName, readProvinces } from '../core/question/provinces.ts';
import type { Problem } from './problem.ts';
import { texts } from './schemas.ts';
import { readYaml } from './yaml-file.ts';

const file = 'knowledge/provinces.yaml';
const form = z.strictObject({ names: texts, everyday: texts });

/** Reads the names of provinces; none where the content has no such file. */
export function loadProvinces(source: string | undefined, problems: Problem[]): ProvinceName[] {
  if (source === undefined) return [];
  const read = readYaml(file, source, form, problems);
  if (!read) return [];
  const { names, everyday } = read.value;
  for (const name of everyday.filter((one) => !names.includes(one)))
    problems.push({ file, line: read.lineOf(['everyday']), what: `"${name}" có ở everyday mà không có ở names.` });
  return readProvinces(names, everyday);
}
