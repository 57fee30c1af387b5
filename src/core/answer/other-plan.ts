import type { Topic } from '../conversation.ts';
import type { Passage } from '../passage.ts';
import { isAskWord } from '../question/asks.ts';
import { matchable } from '../question/names.ts';
import { speaksOfPlanMoney } from '../question/plan-money.ts';
import { isShapeWord, isStopWord } from '../question/stop-words.ts';
import type { Question } from '../question/understand.ts';
import type { Token } from '../vietnamese/normalise.ts';
import type { Library } from './library.ts';

/**
 * "Còn cả nước?", "thế tỉnh mình?": the target last talked about, in the other document that numbers its targets alike
 * (the plan and the strategy behind it); `null` when the question is about anything else.
 */
export function sameTargetElsewhere(question: Question, topic: Topic | null, library: Library): Passage | null {
  const { passages, documents, plan } = library.knowledge;
  const last = passages.get(topic?.passages[0] ?? '');
  const target = /^Mục tiêu \d+(?:, Chỉ tiêu \d+)?$/.exec(last?.locator ?? '')?.[0];
  const { objective, indicator, article } = question.place;
  if (!last || !target || objective !== null || indicator !== null || article !== null) return null;
  // Money is the whole plan's, and no target's.
  if (speaksOfPlanMoney(question)) return null;
  // Who answers for a target is told of the province's own.
  if (question.asks.has('who') && question.document === null) return null;
  const paired = [plan, ...[...documents.values()].filter((one) => one.onlyWhenNamed).map((one) => one.number)];
  if (!paired.includes(last.document)) return null;
  const here = namingWords(last.document, library);
  const other = paired.find((one) => one !== last.document && pointsOnlyAt(one, here, question, library));
  const places = other === undefined ? undefined : library.places.get(other);
  const found = places?.get(target) ?? places?.get(target.replace(/,.*$/, ''));
  return found?.[0] ?? null;
}

/** What is done with any target, and names none: "cả nước đặt mấy lần". */
const setsTarget = /^(?:dat|nham|huong|muon)$/;

/** Whether the question says nothing but the name of `document`, in a word that does not also name the one before. */
function pointsOnlyAt(document: string, before: Set<string>, question: Question, library: Library): boolean {
  if (question.document !== null && question.document !== document) return false;
  const naming = namingWords(document, library);
  const { words } = question;
  const asks = (word: Token, at = words.indexOf(word)) =>
    isAskWord(word, words[at - 1], words[at + 1]) || setsTarget.test(word.folded);
  const said = words.filter(
    (word) => naming.has(word.folded) || !(isStopWord(word) || isShapeWord(word) || asks(word) || /^\d/.test(word.raw)),
  );
  return (
    said.every((word) => naming.has(word.folded)) &&
    said.some((word) => !before.has(word.folded) && !isStopWord(word) && !asks(word))
  );
}

function namingWords(document: string, library: Library): Set<string> {
  const known = library.knowledge.documents.get(document);
  const words = matchable([document, known?.short, ...(known?.aliases ?? [])].join(' '));
  // A year in a title ("2021–2030") is no name: "thế năm 2030?" stays with the last document.
  return new Set(words.split(' ').filter((word) => word !== '' && !/^\d{4}$/.test(word)));
}
