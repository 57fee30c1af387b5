import { z } from 'zod';
import { matchable } from '../core/question/names.ts';
import type { AgeBySex, AgeRule } from '../core/rules.ts';
import type { Draft } from './draft.ts';
import { checkFigures, checkPlace } from './rules.ts';
import { citation } from './schemas.ts';
import { readYaml } from './yaml-file.ts';

const age = z.union([z.strictObject({ years: z.int().positive() }), z.strictObject({ months: z.int().positive() })]);
const bySex = z.union([z.strictObject({ all: age }), z.strictObject({ men: age, women: age })]);
type Age = z.infer<typeof age>;

const ages = z.array(
  z
    .strictObject({
      id: z.string(),
      cite: z.array(citation).min(1),
      called: z.array(z.string()).min(1),
      from: bySex.optional(),
      until: bySex.optional(),
      met: z.string().min(1),
      unmet: z.string().nullable(),
    })
    .refine(
      (one) => (one.from === undefined) !== (one.until === undefined),
      'phải có đúng một trong "from" và "until"',
    ),
);

const monthsOf = (one: Age) => ('years' in one ? one.years * 12 : one.months);

/** Reads `knowledge/ages.yaml`; none when the province has none or it is wrong. Call when laws are read. */
export function readAges(draft: Draft, text: string | undefined): AgeRule[] {
  const file = 'knowledge/ages.yaml';
  const read = text === undefined ? null : readYaml(file, text, ages, draft.problems);
  if (!read) return [];
  return read.value.flatMap(({ from, until, called, ...rest }, at) => {
    const line = read.lineOf([at]);
    const limit = from ?? until;
    if (!limit) return [];
    const each = 'all' in limit ? [limit.all] : [limit.men, limit.women];
    for (const cite of rest.cite) checkPlace(draft, file, cite, line);
    const [place] = rest.cite;
    if (place)
      checkFigures(
        draft,
        file,
        line,
        each.map((one) => ('years' in one ? one.years : one.months)),
        [place],
      );
    const months: AgeBySex =
      'all' in limit
        ? { men: monthsOf(limit.all), women: monthsOf(limit.all) }
        : { men: monthsOf(limit.men), women: monthsOf(limit.women) };
    return [
      {
        ...rest,
        called: called.map((phrase) => matchable(phrase).trim()),
        kind: from ? 'since' : 'until',
        months,
        inMonths: each.some((one) => 'months' in one),
      },
    ];
  });
}
