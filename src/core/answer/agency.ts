import { unsupportedFigures } from '../figures.ts';
import type { AgencyName, Knowledge } from '../knowledge.ts';
import type { Citation, Passage } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { asItStands, type Composed, distinct } from './composed.ts';

type Agency = Passage & { facts: Extract<Passage['facts'], { kind: 'agency' }> };

export function isAgency(passage: Passage): passage is Agency {
  return passage.facts.kind === 'agency';
}

/** The answer, and who does that work now, with what that rests on. */
export function presently(composed: Composed, agency: AgencyName | undefined): Composed {
  if (!agency?.now) return composed;
  return {
    ...composed,
    text: `${composed.text}\n${agency.now.say}`,
    cites: distinct([...composed.cites, ...agency.now.cites]),
  };
}

/** Answers from an agency's duties: what it does, which indicators it answers for, and who does the work now. */
export function answerAgency(passage: Agency, question: Question, knowledge: Knowledge): Composed {
  const base = asItStands(passage);
  const agency = knowledge.agencies.find((one) => one.id === passage.facts.agency);
  const whole = agency ? knowledge.passages.get(agency.passage) : undefined;
  const answersFor = whole && isAgency(whole) ? whole.facts.answersFor : [];
  if (question.asks.has('now') && agency?.now)
    return presently({ ...base, text: `Kế hoạch giao việc cho ${agency.name}.` }, agency);
  const wantsIndicators = /\b(chi tieu|muc tieu)\b/.test(question.folded);
  if (!wantsIndicators || answersFor.length === 0 || !whole) {
    const named = agency && !base.text.includes(agency.name) ? `${agency.name}: ` : '';
    return presently({ ...base, text: `${named}${base.text}` }, agency);
  }
  const byObjective = new Map<number, string[]>();
  for (const { objective, indicator, part } of answersFor)
    byObjective.set(objective, [...(byObjective.get(objective) ?? []), `${indicator}${part ? ` (${part})` : ''}`]);
  const lines = [...byObjective].map(
    ([objective, indicators]) => `Mục tiêu ${objective}: chỉ tiêu ${indicators.join(', ')}.`,
  );
  // "Các chỉ tiêu của mục tiêu 4" counts on the objective for their numbers.
  const objectives = unsupportedFigures(lines.join(' '), [whole.text]).length > 0 ? [...byObjective.keys()] : [];
  const cites: Citation[] = [
    ...base.cites,
    ...objectives.map((one) => ({ document: knowledge.plan, locator: `Mục tiêu ${one}` })),
  ];
  const text = `${agency?.name} chịu trách nhiệm theo dõi, báo cáo:\n${lines.join('\n')}`;
  return presently({ ...base, text, cites: distinct(cites) }, agency);
}
