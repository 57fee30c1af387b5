import type { Knowledge } from '../knowledge.ts';
import type { Passage } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import type { NumberMention } from '../vietnamese/numbers.ts';
import { type Composed, distinct } from './composed.ts';
import { isIndicator, valuesOf } from './indicator.ts';

/** "1,6 lần nói về cái gì", "04 tin tính cho đơn vị nào": what a figure of the plan stands for. */
const asksWhatFor =
  /\b(?:(?:noi|la)(?: ve)? (?:ai|cai gi|gi|dieu gi|chuyen gi|viec gi|chi tieu (?:nao|gi)|muc tieu nao|cua ai)|ung voi (?:gi|chi tieu nao)|(?:tinh|dat|danh|ap dung) cho (?:ai|don vi nao|noi nao|cap nao|doi tuong nao)|thuoc (?:chi tieu|muc tieu) (?:nao|may)|nghia la (?:gi|sao)|o dau ra|lay dau ra|(?:la )?(?:cua|moc) nam nao)\b/;
const ofPlan = /\b(?:ke hoach|kh|chi tieu|muc tieu|con so)\b/;
/** Words beside a figure in such a question; any other names the thing, and search knows it better. */
const beside = new Set(
  (
    'doc bao cao thay ghi con so trong ke hoach noi gap nghe tinh ay do cai la gi ve viet to roi loa dai tai lieu ban giay phan ' +
    'tram lan tin bai be ca moc nam don vi bao lau mot tinh cho cua trieu dong khoan tien'
  ).split(' '),
);

/** What a figure that is typed stands for in the plan, where nothing but the figure is named; `null` otherwise. */
export function answerFigureMeant(question: Question, knowledge: Knowledge): Composed | null {
  const { folded, figures, document, place } = question;
  if (!asksWhatFor.test(folded) || !(ofPlan.test(folded) || document === knowledge.plan)) return null;
  if ((document !== null && document !== knowledge.plan) || place.objective !== null || place.article !== null)
    return null;
  if (question.content.some((word) => !beside.has(word.folded))) return null;
  const number = Number(/\d+/.exec(knowledge.plan)?.[0]);
  const [figure, ...more] = figures.filter((one) => one.value !== number && one.value > 1);
  if (!figure || more.length > 0) return null;
  const counted = question.words[figure.to]?.folded ?? '';
  const found = [...knowledge.passages.values()].flatMap((one) => linesFor(one, figure, counted) ?? []);
  const [first] = found;
  if (!first) return null;
  return {
    text: `Trong kế hoạch, con số này đứng ở:\n${found.map((one) => one.line).join('\n')}`,
    cites: distinct(found.flatMap((one) => one.passage.cites)),
    passages: [...new Set(found.map((one) => one.passage.id))],
    more: null,
    outcome: 'answer',
    settled: true,
  };
}

type Line = { passage: Passage; line: string };

function linesFor(passage: Passage, figure: NumberMention, counted: string): Line[] | null {
  const { facts } = passage;
  if (facts.kind === 'budget')
    return facts.amount === figure.value && (figure.unit === null || figure.unit === 'triệu')
      ? [{ passage, line: passage.say }]
      : null;
  if (!isIndicator(passage)) return null;
  return passage.facts.measures
    .filter((one) => {
      const unit = one.unit.split(/[^\p{L}%]/u)[0] ?? '';
      const isUnit = figure.unit !== null ? figure.unit === unit : sameWord(unit, counted) || !units.has(counted);
      return isUnit && [one.values[2025], one.values[2030], one.baseline].some((each) => each?.value === figure.value);
    })
    .map((one) => ({ passage, line: `${valuesOf(one, null)} (${passage.locator})` }));
}

/** Words that, right after a figure, are its unit. */
const units = new Set(['tin', 'bai', 'ca', 'be', 'phan', 'lan', 'co', 'trieu', 'dong']);

function sameWord(unit: string, counted: string): boolean {
  return unit.normalize('NFD').replace(/\p{M}/gu, '') === counted;
}
