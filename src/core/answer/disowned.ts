import { fold } from '../vietnamese/fold.ts';
import type { Composed } from './composed.ts';
import { sentencesOf } from './sentences.ts';

/** How an answer says that something is not established. */
const disowns = /mình (?:cũng )?(?:chưa|không) (?:thấy|có|xác minh|rõ|tìm thấy|biết|kiểm chứng|đối chiếu)/iu;

/** What may be asked for by name, and how the sentence calls it that says it is not known. */
const matters: ReadonlyArray<readonly [asked: RegExp, said: RegExp]> = [
  [
    /\bgiay (?:to )?(?:gi|nao|nhung gi)\b|\bcan (?:nhung )?giay\b|\bnhung giay\b|\bho so (?:gom|can|co nhung)\b/,
    /\b(?:giay to|ho so)\b/,
  ],
  [/\bthu tuc\b/, /\bthu tuc\b/],
  [/\b(?:so dien thoai|sdt|hotline|so may|so nao|goi so)\b/, /\bso (?:dien thoai|may)\b/],
  [/\bdia chi\b/, /\bdia chi\b/],
  [/\b(?:o dau|cho nao|noi nao)\b/, /^(?:\S+ ){0,2}noi (?:dang ky|nop|nhan)\b/],
  [/\b(?:danh sach|danh muc|(?:dan toc|xa|thon) nao)\b/, /\b(?:danh sach|danh muc)\b/],
];

/** An answer that says itself that what the folded question asks for is not established is an honest decline. */
export function disowned(composed: Composed, folded: string): Composed {
  if (composed.outcome === 'decline') return composed;
  const open = sentencesOf(composed.text)
    .filter((one) => disowns.test(one))
    .map(fold);
  if (open.length === 0) return composed;
  const declines = matters.some(([asked, said]) => asked.test(folded) && open.some((one) => said.test(one)));
  return declines ? { ...composed, outcome: 'decline' } : composed;
}
