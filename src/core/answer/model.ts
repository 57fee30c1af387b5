import type { AgencyName, Knowledge } from '../knowledge.ts';
import type { Passage } from '../passage.ts';
import { matchable } from '../question/names.ts';
import type { Question } from '../question/understand.ts';
import { presently } from './agency.ts';
import { asItStands, type Composed, distinct } from './composed.ts';

type Model = Passage & { facts: Extract<Passage['facts'], { kind: 'model' }> };

export function isModel(passage: Passage): passage is Model {
  return passage.facts.kind === 'model';
}

/** "Tập huấn cho những ai": those it is for, not those who do it; "giao cho ai" asks for the doer. */
const forWhom = /(?<!\bgiao )\b(?:cho|voi) (?:nhung |cac )?ai\b/;

function asksLeader({ asks, folded }: Question): boolean {
  return asks.has('who') && !forWhom.test(folded);
}

/** Adds to a model of the plan who leads it, and who does that work now. */
export function answerModel(passage: Model, question: Question, knowledge: Knowledge): Composed {
  const base = asItStands(passage);
  const who = leaders(passage);
  const text = asksLeader(question) ? `${passage.title}.\n${who}` : `${passage.title}.\n${base.text}\n${who}`;
  return led({ ...base, text }, passage, knowledge);
}

const asksModels = /\bmo hinh (?:nao|gi|may)\b|\b(?:may|nhung|cac|bao nhieu) mo hinh\b/;
const joins = /\b(?:phoi hop|cung lam|tham gia)\b/;

/** "Ban dân tộc được giao mô hình nào": the models that an agency named leads, or has a part in; `null` otherwise. */
export function answerAgencyModels(question: Question, knowledge: Knowledge): Composed | null {
  const { agency, folded, asks } = question;
  if (agency === null || !asksModels.test(folded) || asks.has('now') || asks.has('check')) return null;
  const models = [...knowledge.passages.values()].filter(isModel);
  const said = matchable(folded);
  const typed = [agency.name, ...agency.aliases].map((name) => matchable(name)).filter((name) => said.includes(name));
  // "Hội phụ nữ tỉnh" is "Hội Liên hiệp phụ nữ tỉnh": every word typed stands in the name.
  const is = (name: string) =>
    typed.some((one) =>
      one
        .trim()
        .split(' ')
        .every((word) => matchable(name).includes(` ${word} `)),
    );
  const leads = models.filter(({ facts }) => is(facts.lead));
  const helps = models.filter(({ facts }) => facts.partners.some(is));
  const found = joins.test(folded) || leads.length === 0 ? helps : leads;
  const [first] = found;
  if (!first) return null;
  const part = found === leads ? 'chủ trì' : 'phối hợp làm';
  const name = [first.facts.lead, ...first.facts.partners].find(is) ?? agency.name;
  const text = `Theo kế hoạch, ${name} ${part}:\n${found.map((one) => `${one.title}.\n${one.say}`).join('\n')}`;
  return withDuty({ ...asItStands(first), text, passages: found.map((one) => one.id) }, agency, knowledge);
}

/** A part of a model, told with the model it belongs to when the question speaks of models. */
export function inModel(base: Composed, passage: Passage, question: Question, knowledge: Knowledge): Composed {
  const ofModels = /\bmo hinh\b/.test(question.folded);
  if (!ofModels && !asksLeader(question)) return base;
  const part = plain(passage.text).replace(/[.;]$/, '');
  const model = [...knowledge.passages.values()].filter(isModel).find((one) => plain(one.text).includes(part));
  if (!model) return base;
  const text = `${model.title}.\n${base.text}`;
  if (!asksLeader(question)) return { ...base, text };
  return led({ ...base, text: `${text}\n${leaders(model)}` }, model, knowledge);
}

function leaders({ facts }: Model): string {
  return `Chủ trì theo kế hoạch: ${facts.lead}. Phối hợp: ${facts.partners.join(', ')}.`;
}

/** Who does the leading agency's work now, with its duty cited beside what tells of the change. */
function led(composed: Composed, { facts }: Model, knowledge: Knowledge): Composed {
  return withDuty(
    composed,
    knowledge.agencies.find((one) => facts.lead.includes(one.name) || one.aliases.includes(facts.lead)),
    knowledge,
  );
}

function withDuty(composed: Composed, agency: AgencyName | undefined, knowledge: Knowledge): Composed {
  const duty = agency?.now ? knowledge.passages.get(agency.passage) : undefined;
  return presently({ ...composed, cites: distinct([...composed.cites, ...(duty?.cites ?? [])]) }, agency);
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
