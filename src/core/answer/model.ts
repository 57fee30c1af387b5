import type { Knowledge } from '../knowledge.ts';
import type { Passage } from '../passage.ts';
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
  const text = asksLeader(question) ? `${passage.title}.\n${who}` : `${base.text}\n${who}`;
  return led({ ...base, text }, passage, knowledge);
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
  return `Chủ trì: ${facts.lead}. Phối hợp: ${facts.partners.join(', ')}.`;
}

/** Who does the leading agency's work now, with its duty cited beside what tells of the change. */
function led(composed: Composed, { facts }: Model, knowledge: Knowledge): Composed {
  const agency = knowledge.agencies.find((one) => facts.lead.includes(one.name) || one.aliases.includes(facts.lead));
  const duty = agency?.now ? knowledge.passages.get(agency.passage) : undefined;
  return presently({ ...composed, cites: distinct([...composed.cites, ...(duty?.cites ?? [])]) }, agency);
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
