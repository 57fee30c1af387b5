import type { z } from 'zod';
import type { Amount, KnownDocument, Measure, Year } from '../core/passage.ts';
import { addPassage, basis, type Draft } from './draft.ts';
import { addNation } from './nation.ts';
import type { Problem } from './problem.ts';
import * as schemas from './schemas.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

type ReadFile = (name: string) => string | null;

/** Adds the whole plan: objectives, text parts, models, budget, agencies and what changed since. */
export function addPlan(draft: Draft, read: ReadFile): string | null {
  const front = parse('knowledge/plan/document.yaml', schemas.planDocument, read, draft.problems)?.value;
  if (!front) return null;
  const { number, title, short, aliases, inForceFrom, inForceTo } = front;
  const plan: KnownDocument = {
    number,
    title,
    short,
    aliases,
    inForceFrom,
    inForceTo,
    onlyWhenNamed: false,
    act: null,
  };
  draft.documents.set(number, plan);
  addObjectives(draft, plan, read);
  addSections(draft, plan, read);
  addModels(draft, plan, read);
  addBudget(draft, plan, read);
  addAgencies(draft, plan, read);
  addUpdates(draft, plan, read);
  addNation(draft, read('knowledge/plan/nation.yaml'));
  return number;
}

function parse<S extends z.ZodType>(
  file: string,
  schema: S,
  read: ReadFile,
  problems: Problem[],
): YamlFile<z.infer<S>> | null {
  const source = read(file);
  if (source === null) {
    problems.push({ file, line: 1, what: 'thiếu tệp này.' });
    return null;
  }
  return readYaml(file, source, schema, problems);
}

function addObjectives(draft: Draft, plan: KnownDocument, read: ReadFile): void {
  const file = 'knowledge/plan/objectives.yaml';
  const found = parse(file, schemas.objectives, read, draft.problems);
  found?.value.objectives.forEach((objective, at) => {
    const locator = `Mục tiêu ${objective.number}`;
    const whole = objective.indicators.map((one) => `Chỉ tiêu ${one.number}: ${bare(one.text)}`).join('\n');
    addPassage(
      draft,
      {
        ...basis(plan, locator),
        id: `muc-tieu-${objective.number}`,
        title: `${locator}: ${objective.field}`,
        text: `${locator}. ${objective.field}. ${objective.say}\n${whole}`,
        say: objective.say,
        more: whole,
        ask: [...objective.ask, ...objective.aliases],
        facts: { kind: 'objective', objective: objective.number, field: objective.field },
      },
      { file, line: found.lineOf(['objectives', at]) },
    );
    objective.indicators.forEach((indicator, place) => {
      const measures = indicator.measures.map(measureOf);
      const own = `${locator}, Chỉ tiêu ${indicator.number}`;
      const base = basis(plan, own);
      addPassage(
        draft,
        {
          ...base,
          // The only indicator of an objective is the objective: both places hold it.
          cites: objective.indicators.length === 1 ? [{ document: plan.number, locator }, ...base.cites] : base.cites,
          id: `muc-tieu-${objective.number}-chi-tieu-${indicator.number}`,
          title: own,
          text: `${own}. ${objective.field}. ${bare(indicator.text)}`,
          say: bare(indicator.text),
          ask: [...indicator.ask, ...measures.flatMap((one) => one.ask)],
          facts: {
            kind: 'indicator',
            objective: objective.number,
            indicator: indicator.number,
            label: indicator.label,
            measures,
          },
        },
        { file, line: found.lineOf(['objectives', at, 'indicators', place]) },
      );
    });
  });
}

/** An indicator's text without its own "- Chỉ tiêu 2:" in front. */
function bare(text: string): string {
  return text.replace(/^[-\s]*Chỉ tiêu(\s*\d+)?\s*[:.]\s*/, '');
}

type MeasureEntry = z.infer<typeof schemas.objectives>['objectives'][number]['indicators'][number]['measures'][number];

function measureOf(entry: MeasureEntry): Measure {
  const values: Partial<Record<Year, Amount>> = {};
  if (entry.values['2025']) values[2025] = entry.values['2025'];
  if (entry.values['2030']) values[2030] = entry.values['2030'];
  const { id, name, unit, direction, fromThenOn, ask } = entry;
  return { id, name, unit, direction, fromThenOn, ask, values, baseline: entry.baseline ?? null, national: null };
}

function addSections(draft: Draft, plan: KnownDocument, read: ReadFile): void {
  const file = 'knowledge/plan/sections.yaml';
  const found = parse(file, schemas.sections, read, draft.problems);
  found?.value.forEach((one, at) => {
    const { id, title, text, say, ask } = one;
    addPassage(
      draft,
      { ...basis(plan, one.locator), id, title, text, say, ask, more: text, facts: { kind: 'text' } },
      { file, line: found.lineOf([at]) },
    );
  });
}

function addModels(draft: Draft, plan: KnownDocument, read: ReadFile): void {
  const file = 'knowledge/plan/models.yaml';
  const found = parse(file, schemas.models, read, draft.problems);
  found?.value.forEach((one, at) => {
    const { id, name, text, say, ask } = one;
    addPassage(
      draft,
      {
        ...basis(plan, 'Mục III.2.2'),
        id,
        title: `Mô hình: ${name}`,
        text: `Mô hình: ${name}. ${text}`,
        say,
        ask,
        more: text,
        facts: { kind: 'model', lead: one.lead, partners: one.with },
      },
      { file, line: found.lineOf([at]) },
    );
  });
}

function addBudget(draft: Draft, plan: KnownDocument, read: ReadFile): void {
  const file = 'knowledge/plan/budget.yaml';
  const found = parse(file, schemas.budget, read, draft.problems);
  found?.value.forEach((one, at) => {
    const name = `${one.name}${one.period && !one.name.includes(one.period) ? ` (${one.period})` : ''}`;
    addPassage(
      draft,
      {
        ...basis(plan, one.locator),
        id: one.id,
        title: one.name,
        text: `Kinh phí. ${name}: ${one.said}.`,
        say: `${name}: ${one.said}.`,
        ask: one.ask,
        facts: { kind: 'budget', amount: one.value, part: one.kind, name: one.name, period: one.period ?? null },
      },
      { file, line: found.lineOf([at]) },
    );
  });
}

function addAgencies(draft: Draft, plan: KnownDocument, read: ReadFile): void {
  const file = 'knowledge/plan/agencies.yaml';
  const found = parse(file, schemas.agencies, read, draft.problems);
  found?.value.forEach((one, at) => {
    const passage = `co-quan-${one.id}`;
    const place = { file, line: found.lineOf([at]) };
    const answersFor = one.indicators.map((each) => ({ ...each, part: each.part ?? null }));
    const shared = { ...basis(plan, one.locator), facts: { kind: 'agency', agency: one.id, answersFor } as const };
    addPassage(
      draft,
      {
        ...shared,
        id: passage,
        title: one.name,
        text: `${one.name}. ${one.text}`,
        say: one.say,
        more: one.text,
        ask: one.ask,
      },
      place,
    );
    for (const task of one.tasks)
      addPassage(
        draft,
        {
          ...basis(plan, one.locator),
          id: task.id,
          title: one.name,
          text: `${one.name}. ${task.text}`,
          say: task.say,
          ask: task.ask,
          facts: { kind: 'agency', agency: one.id, answersFor: [] },
        },
        place,
      );
    const now = one.now ? { say: one.now.say, cites: one.now.basis } : null;
    draft.agencies.push({ id: one.id, passage, name: one.name, aliases: one.aliases, now });
  });
}

function addUpdates(draft: Draft, plan: KnownDocument, read: ReadFile): void {
  const file = 'knowledge/plan/updates.yaml';
  const found = parse(file, schemas.updates, read, draft.problems);
  found?.value.forEach((one, at) => {
    const shared = one.basis
      ? { ...basis({ ...plan, number: one.basis.document }, one.basis.locator) }
      : basis(plan, 'Mở đầu');
    if (one.basis && !draft.documents.has(one.basis.document)) {
      const name = one.basis.title ?? one.basis.document;
      draft.documents.set(one.basis.document, {
        ...plan,
        number: one.basis.document,
        title: name,
        short: name,
        aliases: [],
      });
    }
    addPassage(
      draft,
      {
        ...shared,
        id: one.id,
        title: one.title,
        text: [one.title, one.before, one.now, one.since, one.say].filter(Boolean).join('. '),
        say: one.say,
        ask: one.ask,
        facts:
          one.confidence.startsWith('A') || one.confidence.startsWith('B') ? { kind: 'update' } : { kind: 'unknown' },
      },
      { file, line: found.lineOf([at]) },
    );
  });
}
