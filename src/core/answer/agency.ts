import type { Knowledge } from '../knowledge.ts';
import type { Passage } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { asItStands, type Composed } from './composed.ts';

type Agency = Passage & { facts: Extract<Passage['facts'], { kind: 'agency' }> };

export function isAgency(passage: Passage): passage is Agency {
  return passage.facts.kind === 'agency';
}

/** Answers from an agency's duties: what it does, which indicators it answers for, and who does the work now. */
export function answerAgency(passage: Agency, question: Question, knowledge: Knowledge): Composed {
  const base = asItStands(passage);
  const agency = knowledge.agencies.find((one) => one.id === passage.facts.agency);
  const whole = agency ? knowledge.passages.get(agency.passage) : undefined;
  const answersFor = whole && isAgency(whole) ? whole.facts.answersFor : [];
  const now = agency?.now ? `\n${agency.now}` : '';
  if (question.asks.has('now') && agency?.now) return { ...base, text: `Kế hoạch giao việc cho ${agency.name}.${now}` };
  const wantsIndicators = /\bchi tieu\b/.test(question.folded);
  if (!wantsIndicators || answersFor.length === 0) {
    const named = agency && !base.text.includes(agency.name) ? `${agency.name}: ` : '';
    return { ...base, text: `${named}${base.text}${now}` };
  }
  const byObjective = new Map<number, string[]>();
  for (const { objective, indicator, part } of answersFor)
    byObjective.set(objective, [...(byObjective.get(objective) ?? []), `${indicator}${part ? ` (${part})` : ''}`]);
  const lines = [...byObjective].map(
    ([objective, indicators]) => `Mục tiêu ${objective}: chỉ tiêu ${indicators.join(', ')}.`,
  );
  return { ...base, text: `${agency?.name} chịu trách nhiệm theo dõi, báo cáo:\n${lines.join('\n')}${now}` };
}

/** Adds to a model of the plan who leads it, and who does that work now. */
export function answerModel(passage: Passage, question: Question, knowledge: Knowledge): Composed {
  const base = asItStands(passage);
  if (passage.facts.kind !== 'model') return base;
  const { lead, partners } = passage.facts;
  const agency = knowledge.agencies.find((one) => lead.includes(one.name) || one.aliases.includes(lead));
  const who = `Chủ trì: ${lead}. Phối hợp: ${partners.join(', ')}.${agency?.now ? ` ${agency.now}` : ''}`;
  return { ...base, text: question.asks.has('who') ? `${passage.title}.\n${who}` : `${base.text}\n${who}` };
}
