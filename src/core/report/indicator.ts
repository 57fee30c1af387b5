import type { Knowledge } from '../knowledge.ts';
import { fill, heading, type Part, paragraph, point, quote } from './report.ts';

/** An indicator of the plan, and what figures of the bot can and cannot say of it. */
export type Evidence = {
  objective: number;
  indicator: number;
  /** Tables and words on them. */
  figures: Part[];
  /** How each figure comes about. */
  definitions: string[];
  /** What nobody may read into them. */
  caveats: string[];
  /** What the office adds from its own books. */
  own: string;
};

/** One indicator as a section. Empty where the plan of this province has no such indicator. */
export function indicatorParts(evidence: Evidence, { passages }: Pick<Knowledge, 'passages'>): Part[] {
  const { objective, indicator, figures, definitions, caveats, own } = evidence;
  for (const { facts, say } of passages.values()) {
    if (facts.kind !== 'indicator' || facts.objective !== objective || facts.indicator !== indicator) continue;
    return [
      heading(2, `Mục tiêu ${objective}, Chỉ tiêu ${indicator}: ${facts.label}`),
      paragraph('Kế hoạch nêu:'),
      quote(say),
      ...figures,
      paragraph('Cách đếm:'),
      ...definitions.map(point),
      paragraph('Số này không nói lên:'),
      ...caveats.map(point),
      fill(own),
    ];
  }
  return [];
}
