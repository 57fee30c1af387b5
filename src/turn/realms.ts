import { measuresMeant } from '../core/answer/compose.ts';
import type { Composed } from '../core/answer/composed.ts';
import { isIndicator } from '../core/answer/indicator.ts';
import type { Library } from '../core/answer/library.ts';
import { answerRealms } from '../core/answer/nation.ts';
import type { Passage } from '../core/passage.ts';
import { matchable } from '../core/question/names.ts';
import { speaksOfPlanMoney } from '../core/question/plan-money.ts';
import { comparesRealms, withoutRealms } from '../core/question/realms.ts';
import type { Question } from '../core/question/understand.ts';
import type { Find } from './find.ts';

/** Less of the question's subject in a target of the plan, and it is not the one asked about. */
const leastCoverage = 0.5;

/** The province's target beside the nation's, when both are asked for; `null` when no target of the plan is named. */
export async function compareRealms(question: Question, library: Library, find: Find): Promise<Composed | null> {
  const home = homeNames(library);
  if (!comparesRealms(question.folded, home) || speaksOfPlanMoney(question)) return null;
  // "Luật Trẻ em nước mình" names an act, and no target of the nation.
  const { plan, documents } = library.knowledge;
  const named = question.document === null ? undefined : documents.get(question.document);
  if (named && named.number !== plan && !named.onlyWhenNamed) return null;
  const [words, content] = [withoutRealms(question.words, home), withoutRealms(question.content, home)];
  const target = { ...question, words, content, document: library.knowledge.plan };
  const best = (await find(target)).find((one) => isIndicator(one.passage));
  if (!best || !isIndicator(best.passage) || best.coverage < leastCoverage) return null;
  const theirs = nationalAt(best.passage.locator, library);
  return answerRealms(best.passage, measuresMeant(best.passage.facts.measures, target, library), question, theirs);
}

/** The nation's target in place of the province's, where a question asks for the nation's alone; `null` where it does not. */
export function nationsOwn(passage: Passage, question: Question, library: Library): Passage | null {
  const isAsked = question.scope === 'strategy' && passage.document === library.knowledge.plan && isIndicator(passage);
  return isAsked ? nationalAt(passage.locator, library) : null;
}

/** "Còn năm 2030?" after the nation's target is about the nation's: its target in place of the province's at the same place. */
export function alsoOfNation(main: Passage | null, found: Passage, question: Question, library: Library): Passage {
  const ofNation = main && library.knowledge.documents.get(main.document)?.onlyWhenNamed === true;
  if (!ofNation || question.scope !== null) return found;
  return nationsOwn(found, { ...question, scope: 'strategy' }, library) ?? found;
}

/** The nation's target at the same place: the strategy numbers its targets as the plan does, but not where there is one. */
function nationalAt(locator: string, { knowledge, places }: Library): Passage | null {
  const strategy = [...knowledge.documents.values()].find((one) => one.onlyWhenNamed);
  const theirs = strategy && places.get(strategy.number);
  const at = theirs?.get(locator)?.[0];
  if (!theirs || at) return at ?? null;
  const [objective = ''] = locator.split(', ');
  const isSplit = [...theirs.keys()].some((one) => one.startsWith(`${objective}, `));
  return isSplit ? null : (theirs.get(objective)?.find(({ facts }) => facts.kind === 'text') ?? null);
}

const namesKept = new WeakMap<Library, string[]>();

/** The province's own names, folded; made once for a library. */
function homeNames(library: Library): string[] {
  const before = namesKept.get(library);
  if (before) return before;
  const map = library.knowledge.communes?.map;
  const names = map ? [map.province, ...map.communes.map((one) => one.area)] : [];
  const folded = [...new Set(names)].map((name) => matchable(name).trim());
  namesKept.set(library, folded);
  return folded;
}
