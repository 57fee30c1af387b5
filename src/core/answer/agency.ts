import { unsupportedFigures } from '../figures.ts';
import type { AgencyName, Knowledge } from '../knowledge.ts';
import type { Citation, Passage } from '../passage.ts';
import { matchable } from '../question/names.ts';
import { planNumber } from '../question/scope.ts';
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

/** Which targets it answers for, and not what it must do with them ("lồng ghép chỉ tiêu vào đâu"). */
export const asksIndicators =
  /\b(?:chi tieu|muc tieu) (?:nao|may|gi|so may|bao nhieu)\b|\b(?:may|nhung|cac|bao nhieu) (?:chi tieu|muc tieu)\b|\b(?:phu trach|bao cao|chiu trach nhiem|theo doi|lo)\b(?: \S+){0,4} (?:chi tieu|muc tieu)\b/;
const targetsOf = /\b(?:chi tieu|muc tieu) (?:nao|may|gi|so may)\b|\b(?:may|nhung) (?:chi tieu|muc tieu)\b/;
const asksDuties =
  /\b(?:lam (?:nhung )?gi|lo (?:nhung |cai |viec |chuyen )*gi|phu trach (?:nhung )?gi|(?:nhiem vu|viec|trach nhiem) (?:gi|nao)|(?:nhung|cac) (?:nhiem vu|viec)|vai tro gi)\b/;
/** Words that only say that duties are asked for. */
const dutyWords = new Set(
  'lam lo cai chuyen phu giao nhiem vu viec trach nhiem duoc phai ke hoach co quan don vi cong tac tai dang thuoc vai tro phan nhan thuc hien ngay truoc hoi xua cu truoc kia'.split(
    ' ',
  ),
);

/** "Kế hoạch giao sở tôi làm gì": all that an agency is to do, or what more than one of its tasks speaks of alike. */
function asksAllDuties(passage: Agency, question: Question, agency: AgencyName, knowledge: Knowledge): boolean {
  const naming = new Set(
    matchable([agency.name, ...agency.aliases].join(' '))
      .trim()
      .split(' '),
  );
  const subject = question.content
    .map((word) => word.folded)
    .filter((word) => !naming.has(word) && !dutyWords.has(word) && word !== planNumber(knowledge.plan));
  if (subject.length === 0) return asksDuties.test(question.folded);
  if (question.agency?.id !== agency.id || question.asks.has('who')) return false;
  const shared = ({ text, say }: Passage) => {
    const spoken = matchable(`${text} ${say}`);
    return subject.filter((word) => spoken.includes(` ${word} `)).length;
  };
  const own = shared(passage);
  const tasks = [...knowledge.passages.values()].filter(
    (one) => isAgency(one) && one.facts.agency === agency.id && one.id !== agency.passage && one.id !== passage.id,
  );
  return passage.id !== agency.passage && own > 1 && tasks.some((one) => shared(one) >= own);
}

/** "Ngành giáo dục chịu trách nhiệm chỉ tiêu mấy của mục tiêu 5": the targets of an agency named; `null` otherwise. */
export function answerAgencyTargets(question: Question, knowledge: Knowledge): Composed | null {
  const { agency, folded, asks, place } = question;
  if (agency === null || !targetsOf.test(folded) || asks.has('now') || asks.has('check') || place.indicator !== null)
    return null;
  if (question.document !== null && question.document !== knowledge.plan) return null;
  const whole = knowledge.passages.get(agency.passage);
  return whole && isAgency(whole) ? answerAgency(whole, question, knowledge) : null;
}

/** Answers from an agency's duties: what it does, which indicators it answers for, and who does the work now. */
export function answerAgency(passage: Agency, question: Question, knowledge: Knowledge): Composed {
  const agency = knowledge.agencies.find((one) => one.id === passage.facts.agency);
  const whole = agency ? knowledge.passages.get(agency.passage) : undefined;
  const base = asItStands(whole && agency && asksAllDuties(passage, question, agency, knowledge) ? whole : passage);
  const answersFor = whole && isAgency(whole) ? whole.facts.answersFor : [];
  if (question.asks.has('now') && agency?.now)
    return presently({ ...base, text: `Kế hoạch giao việc cho ${agency.name}.` }, agency);
  const wantsIndicators = asksIndicators.test(question.folded);
  if (wantsIndicators && answersFor.length === 0 && whole)
    return presently(
      { ...asItStands(whole), text: `Kế hoạch không giao ${agency?.name} báo cáo riêng chỉ tiêu nào. ${whole.say}` },
      agency,
    );
  if (!wantsIndicators || answersFor.length === 0 || !whole) {
    const named = agency && !base.text.includes(agency.name) ? `${agency.name}: ` : '';
    return presently({ ...base, text: `${named}${base.text}` }, agency);
  }
  const byObjective = new Map<number, string[]>();
  const named = answersFor.filter((one) => one.objective === question.place.objective);
  for (const { objective, indicator, part } of named.length > 0 ? named : answersFor)
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
