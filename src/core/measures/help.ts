import type { CaseOutcome } from '../referral/case.ts';
import { levels } from '../triage.ts';
import { byStep, caseSteps, sumOf } from './figures.ts';
import { casesOf, type Reading, turnsOf } from './reading.ts';
import { count, end, share, start, type Table, text } from './table.ts';
import { caseStepNames, helpTypeNames, levelNames, named, pooled } from './words.ts';

const shown = (now: Reading) => turnsOf(now).filter(({ path }) => path[0] === 'help');

/** Help shown, by what kind of harm was told of. */
export function helpTypeTable(now: Reading): Table {
  const blocks = shown(now);
  const all = sumOf(blocks);
  return {
    id: 'giup-do-theo-loai',
    title: 'Chỉ nơi giúp đỡ, theo loại chuyện',
    note: 'Đếm lượt nhắn, không đếm người: máy không giữ dấu vết nào của người kể chuyện bị hại.',
    columns: [start('Loại chuyện'), end('Số lượt'), end('Phần')],
    rows: byStep(blocks, ['help'], 2).map(({ key, n }) => [
      text(key === null ? pooled : named(helpTypeNames, key)),
      count(n),
      share(n, all),
    ]),
  };
}

/** Help shown, by how much help was called for. */
export function helpLevelTable(now: Reading): Table {
  const blocks = shown(now);
  const all = sumOf(blocks);
  const rows = levels
    .filter((level) => level !== 'none')
    .map((level) => {
      const n = sumOf(blocks, 'help', level);
      return [text(levelNames[level]), count(n), share(n, all)];
    });
  return {
    id: 'giup-do-theo-muc',
    title: 'Chỉ nơi giúp đỡ, theo mức',
    note: null,
    columns: [start('Mức'), end('Số lượt'), end('Phần')],
    rows,
  };
}

/** What became of cases at the desk. */
export function caseTable(now: Reading): Table {
  const cases = casesOf(now);
  return {
    id: 'ban-truc',
    title: 'Nhờ người thật giúp',
    note: 'Việc của tháng nào ghi vào tháng đó: ca nhận tháng trước, trả lời tháng này thì lượt trả lời thuộc tháng này.',
    columns: [start('Việc'), end('Số ca')],
    rows: caseSteps.map((step) => [text(caseStepNames[step]), count(sumOf(cases, step))]),
  };
}

/** How closed cases ended, by the words for that. */
export function caseOutcomeTable(now: Reading, words: Readonly<Record<CaseOutcome, string>>): Table {
  const closed = casesOf(now).filter(({ path }) => path[0] === 'closed');
  const all = sumOf(closed);
  return {
    id: 'ca-da-khep',
    title: 'Ca đã khép kết thúc ra sao',
    note: null,
    columns: [start('Kết quả'), end('Số ca'), end('Phần')],
    rows: byStep(closed, ['closed']).map(({ key, n }) => [
      text(key === null || key === '' ? pooled : named(words, key)),
      count(n),
      share(n, all),
    ]),
  };
}
