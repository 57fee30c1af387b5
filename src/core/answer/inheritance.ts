import type { Knowledge } from '../knowledge.ts';
import { moneyTyped } from '../question/amounts-typed.ts';
import { type Heirs, heirsIn } from '../question/heirs.ts';
import type { Question } from '../question/understand.ts';
import { type Composed, passagesAt } from './composed.ts';
import { inWords, spokenNumber } from './spoken-number.ts';

/** Where equal shares within a row stand. */
const equalShares = { document: '91/2015/QH13', locator: 'Điều 651' };

const asksShare = /\b(?:moi (?:nguoi|dua|con|suat)|chia|duoc|huong|nhan)\b.*\b(?:bao nhieu|may|the nao|sao)\b/;
const leaves = /\b(?:thua ke|di chuc|de lai|di san|phan cua|chia)\b/;
const withWill = /(?<!\b(?:khong|chua|chang|k|ko)(?: co| de lai| lam| lap)? )\bdi chuc\b/;
const ofBoth = /\b(?:tai san chung|cua chung|cua ca hai|cua hai (?:vo chong|nguoi)|chung cua)\b/;
const isShare = /\bphan (?:rieng )?(?:cua|me|bo|cha|chong|vo)\b/;

/**
 * What each heir gets of a sum where nobody left a will: equal shares for husband or wife, parents and children, with the sum
 * shown. `null` when that is not asked, when the message does not say clearly who is left, or names what two people owned.
 */
export function answerInheritance(question: Question, knowledge: Knowledge): Composed | null {
  const { folded } = question;
  const [estate, ...others] = moneyTyped(question);
  if (estate === undefined || others.length > 0) return null;
  if (!leaves.test(folded) || !asksShare.test(folded) || withWill.test(folded)) return null;
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
