import type { Knowledge } from '../knowledge.ts';
import { moneyTyped } from '../question/amounts-typed.ts';
import { type Heirs, heirsIn } from '../question/heirs.ts';
import type { Question } from '../question/understand.ts';
import { type Composed, passagesAt } from './composed.ts';
import { inWords, spokenNumber } from './spoken-number.ts';

/** Where equal shares within a row stand. */
const equalShares = { document: '91/2015/QH13', locator: 'Điều 651' };

/** Where the least share against a will stands. */
const leastShare = { document: '91/2015/QH13', locator: 'Điều 644' };

const asksShare = /\b(?:moi (?:nguoi|dua|con|suat)|chia|duoc|huong|nhan)\b.*\b(?:bao nhieu|may|the nao|sao)\b/;
const leaves = /\b(?:thua ke|di chuc|de lai|di san|phan cua|chia)\b/;
const withWill = /(?<!\b(?:khong|chua|chang|k|ko)(?: co| de lai| lam| lap)? )\bdi chuc\b/;
/** A share named by its worth: "một suất thừa kế theo luật 90 triệu". */
const ofShare = /\bsuat\b/;
const ofBoth = /\b(?:tai san chung|cua chung|cua ca hai|cua hai (?:vo chong|nguoi)|chung cua)\b/;
const isShare = /\bphan (?:rieng )?(?:cua|me|bo|cha|chong|vo)\b/;

/** What must be left to close ones whatever a will says: two thirds of a share of a worth told, with the sum shown. */
function againstWill(share: number, knowledge: Knowledge): Composed | null {
  const passages = passagesAt([leastShare], knowledge);
  if (passages.length === 0) return null;
  const millions = share / 1e6;
  const least = Math.round((millions * 200) / 3) / 100;
  const text = [
    'Di chúc không cho hoặc cho ít hơn thì vợ, chồng, cha, mẹ, con chưa thành niên, con lớn không lao động được vẫn hưởng ít nhất hai phần ba một suất theo luật.',
    `${spokenNumber(millions)} × 2 : 3 ${least * 3 === millions * 2 ? '=' : '≈'} ${spokenNumber(least)} triệu đồng.`,
  ].join('\n');
  return { text, cites: [leastShare], passages, more: null, outcome: 'answer' };
}

/**
 * What each heir gets of a sum where nobody left a will: equal shares for husband or wife, parents and children, with the
 * sum shown; or what close ones get at least of a share whose worth is told, against a will. `null` when that is not asked,
 * when the message does not say clearly who is left, or names what two people owned.
 */
export function answerInheritance(question: Question, knowledge: Knowledge): Composed | null {
  const { folded } = question;
  const [estate, ...others] = moneyTyped(question);
  if (estate === undefined || others.length > 0) return null;
  if (!leaves.test(folded) || !asksShare.test(folded)) return null;
  if (withWill.test(folded)) return ofShare.test(folded) ? againstWill(estate, knowledge) : null;
  if (ofBoth.test(folded) && !isShare.test(folded)) return null;
  const heirs = heirsIn(folded);
  const passages = passagesAt([equalShares], knowledge);
  if (!heirs || passages.length === 0) return null;
  const count = (heirs.spouse === null ? 0 : 1) + heirs.children + (heirs.parents ?? 0);
  if (count < 2) return null;
  const lines = [
    'Không có di chúc thì vợ hoặc chồng, cha mẹ, con của người mất được phần bằng nhau, trai gái như nhau.',
    `Người được chia: ${named(heirs)}, tất cả = ${count} người. ${share(estate / 1e6, count)} mỗi người.`,
    ...(heirs.parents === null
      ? ['Nếu cha mẹ của người mất còn sống thì thêm người chia, phần mỗi người ít hơn.']
      : []),
  ];
  return { text: lines.join('\n'), cites: [equalShares], passages, more: null, outcome: 'answer' };
}

function named({ spouse, parents, children }: Heirs): string {
  const all = [
    spouse === null ? '' : spouse === 'husband' ? 'chồng' : 'vợ',
    parents === null || parents === 0 ? '' : `cha mẹ của người mất (${inWords(parents)} người)`,
    children === 0 ? '' : `${inWords(children)} con`,
  ].filter(Boolean);
  return all.join(', ');
}

function share(millions: number, count: number): string {
  const each = Math.round((millions / count) * 100) / 100;
  return `${spokenNumber(millions)} : ${count} ${each * count === millions ? '=' : '≈'} ${spokenNumber(each)} triệu đồng`;
}
