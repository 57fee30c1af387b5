import type { Knowledge } from '../knowledge.ts';
import type { AnswersFor, Citation, Passage } from '../passage.ts';
import { asItStands, type Composed, distinct } from './composed.ts';

/** Who answers for an indicator or for all indicators of an objective, then and now, with each one's duty cited. */
export function answerers(passage: Passage, knowledge: Knowledge): Composed {
  const base = asItStands(passage);
  const lines: string[] = [];
  const cites: Citation[] = [];
  const passages = [passage.id];
  for (const agency of knowledge.agencies) {
    const duty = knowledge.passages.get(agency.passage);
    if (duty?.facts.kind !== 'agency') continue;
    const found = duty.facts.answersFor.filter((one) => isFor(one, passage));
    if (found.length === 0) continue;
    const part = partsOf(found, passage);
    lines.push(`${agency.name}${part}.${agency.now ? ` ${agency.now.say}` : ''}`);
    cites.push(...duty.cites, ...(agency.now?.cites ?? []));
    passages.push(duty.id);
  }
  if (lines.length === 0)
    return {
      ...base,
      text: 'Kế hoạch không ghi riêng cơ quan nào báo cáo việc này. Bạn hỏi Sở Nội vụ hoặc Ủy ban nhân dân tỉnh.',
      outcome: 'decline',
    };
  const what = passage.facts.kind === 'objective' ? 'các chỉ tiêu của mục tiêu này' : 'chỉ tiêu này';
  const text = `Theo kế hoạch, chịu trách nhiệm theo dõi và báo cáo ${what} (${passage.locator}):\n${lines.join('\n')}`;
  return { ...base, text, cites: distinct([...cites, ...base.cites]), passages };
}

function isFor(one: AnswersFor, { facts }: Passage): boolean {
  if (facts.kind === 'objective') return one.objective === facts.objective;
  return facts.kind === 'indicator' && one.objective === facts.objective && one.indicator === facts.indicator;
}

/** " (chỉ tiêu 1, 2)" of an objective; " (số liệu về …)" of an indicator, where an agency answers for a part. */
function partsOf(found: AnswersFor[], { facts }: Passage): string {
  if (facts.kind === 'objective') return ` (chỉ tiêu ${found.map((one) => one.indicator).join(', ')})`;
  return found[0]?.part ? ` (${found[0].part})` : '';
}
