import type { Knowledge } from '../knowledge.ts';
import type { Passage } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { type Composed, distinct } from './composed.ts';
import { spokenNumber } from './spoken-number.ts';

/** An organisation as the one who pays; "ở công ty" only says where. */
const organisation =
  /(?<!\b(?:o|tai|trong|cua|cho|cung) )\b(?:to chuc(?! (?:cuoi|tao|dam))|cong t[iy]|doanh nghiep|co quan|xi nghiep|nha may|hop tac xa|truong hoc|nha truong)\b/;
/** What an entry itself says of organisations, in brackets: the sum says it better. */
const saidBefore = /; tổ chức gấp \d+ lần(?:: [^)]*)?(?=\))/u;
const atMost = /\b(toi da|cao nhat|nhieu nhat|nang nhat|kich khung)\b/;

/**
 * What an organisation pays, reckoned from a person's fine where the decree says how many times that is; said when the
 * question is about an organisation, its most when the most is asked for.
 */
export function forOrganisation(
  composed: Composed,
  passage: Passage,
  question: Question,
  knowledge: Knowledge,
): Composed {
  const { facts } = passage;
  const rule = knowledge.documents.get(passage.document)?.act?.organisations;
  if (facts.kind !== 'fine' || !rule || facts.most === null || !organisation.test(question.folded)) return composed;
  const most = facts.most / 1e6;
  const sum = (amount: number) => `${spokenNumber(amount)} × ${rule.times} = ${spokenNumber(amount * rule.times)}`;
  const least = facts.least === null ? null : facts.least / 1e6;
  const says =
    atMost.test(question.folded) || least === null
      ? `Tổ chức bị phạt gấp ${rule.times} lần, nên tối đa: ${sum(most)} triệu đồng.`
      : `Tổ chức bị phạt gấp ${rule.times} lần: từ ${sum(least)} đến ${sum(most)} triệu đồng.`;
  const cites = distinct([...composed.cites, { document: passage.document, locator: rule.locator }]);
  return { ...composed, text: `${composed.text.replace(saidBefore, '')}\n${says}`, cites };
}
