import type { Knowledge } from '../knowledge.ts';
import type { Passage } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { spokenDay } from '../spoken-day.ts';
import { asItStands, type Composed, distinct } from './composed.ts';
import { forOrganisation } from './organisation.ts';
import { sentencesOf } from './sentences.ts';

const asksSince =
  /\b(?:tu (?:khi|luc|ngay|nam|thang) nao|tu bao gio|(?:khi nao|bao gio|luc nao) (?:thi )?(?:bat dau |moi )?(?:ap dung|co hieu luc)|(?:ap dung|co hieu luc|hieu luc|tinh) (?:tu|khi) (?:khi nao|bao gio|luc nao|nao|dau))\b/;
const asksForWhom = /\b(?:ap dung|danh|dung|tinh|noi) (?:cho|voi|doi voi) (?:nhung )?(?:ai|nguoi nao|doi tuong nao)\b/;
/** Words that only point back at what was said. */
const pointing =
  /\b(?:ap dung|co hieu luc|hieu luc|bat dau|tinh|danh|dung|cho|voi|doi|nhung|muc|muc phat|phat|quy dinh|dieu|khoan|viec|cai|so|tien|luat|no|thi|la|vay|the|nhi|a|ha|moi|co|khi|luc|bao gio|nao|tu|ngay|nam|thang|nay|do|ay|kia|ai|nguoi|doi tuong|duoc|noi|dau|roi)\b/g;
const day = /\btừ (?:ngày )?\d{1,2}\/\d{1,2}\/\d{4}/i;

/**
 * Answers "từ bao giờ?", "áp dụng cho ai?" of what was last told, where the message asks nothing else; `null` where it
 * does, or where the passage does not settle it.
 */
export function answerAboutLast(question: Question, last: Passage | null, knowledge: Knowledge): Composed | null {
  if (!last || question.document !== null || question.strangerAct) return null;
  const { folded } = question;
  const rest = folded.replace(pointing, ' ').trim();
  if (rest !== '') return ofOrganisation(question, rest, last, knowledge);
  if (asksSince.test(folded)) return sinceWhen(last, knowledge);
  return asksForWhom.test(folded) ? forWhom(last, knowledge) : null;
}

/** Since when the very rule holds, where it is younger than its act; the act's own day is told of the act. */
function sinceWhen(last: Passage, knowledge: Knowledge): Composed | null {
  const said = sentencesOf(`${last.say} ${last.text}`).find((one) => day.test(one));
  if (said !== undefined) return { ...asItStands(last), text: said };
  const act = knowledge.documents.get(last.document);
  if (!act || last.inForceFrom === act.inForceFrom || last.facts.kind === 'unknown') return null;
  return { ...asItStands(last), text: `Điều này áp dụng từ ${spokenDay(last.inForceFrom)}.` };
}

/** A fine is set for a person; a decree says how many times that an organisation pays. */
function forWhom(last: Passage, knowledge: Knowledge): Composed | null {
  const rule = knowledge.documents.get(last.document)?.act?.organisations;
  const told = asItStands(last);
  if (!rule || told.outcome === 'decline') return null;
  return {
    ...told,
    text: `Mức phạt này áp dụng cho cá nhân. Tổ chức vi phạm thì bị phạt gấp ${rule.times} lần.\n${last.say}`,
    cites: distinct([...told.cites, { document: last.document, locator: rule.locator }]),
  };
}

const organisation = /\b(?:to chuc|cong t[iy]|doanh nghiep|co quan|xi nghiep|nha may|hop tac xa)\b/;
const asksTimes =
  /\b(?:gap|doi|nhieu|sao|bi|bao nhieu|may|lan|the nao|nop|con|neu|rieng|ben|phia|hon|khac|gi|khong)\b/g;

/** "Công ty thì gấp mấy?" after a fine for a person. */
function ofOrganisation(question: Question, rest: string, last: Passage, knowledge: Knowledge): Composed | null {
  if (last.facts.kind !== 'fine' || !organisation.test(rest)) return null;
  const other = rest.replace(organisation, ' ').replace(asksTimes, ' ').trim();
  return other === '' ? forOrganisation(asItStands(last), last, question, knowledge) : null;
}
