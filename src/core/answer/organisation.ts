import type { Knowledge } from '../knowledge.ts';
import type { Passage } from '../passage.ts';
import { sumsTyped } from '../question/amounts-typed.ts';
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
  const least = facts.least === null ? null : facts.least / 1e6;
  const says =
    atMost.test(question.folded) || least === null
      ? `Tổ chức bị phạt gấp ${rule.times} lần, nên tối đa: ${product(most, rule.times)} triệu đồng.`
      : `Tổ chức bị phạt gấp ${rule.times} lần: ${rangeOf(least, most, rule.times)}.`;
  const cites = distinct([...composed.cites, { document: passage.document, locator: rule.locator }]);
  return { ...composed, text: `${composed.text.replace(saidBefore, '')}\n${says}`, cites };
}

/** Words that only say that an organisation is the one who pays, and that it pays more. */
const onlySays =
  /^(?:to|chuc|cong|ti|ty|doanh|nghiep|co|quan|xi|nha|may|hop|tac|xa|truong|hoc|lam|nhan|len|gap|chiu|phat|bi|vi|pham|thanh)$/;

/** "Còn nếu là công ty thì sao" after a fine asks what an organisation pays for the same. */
export function asksOfOrganisation({ folded }: Question, subject: string[]): boolean {
  return organisation.test(folded) && subject.every((word) => onlySays.test(word));
}

/** The one fine that was told: the passage itself, or the only one at the places it stands at and cites; else `null`. */
export function fineTold(last: Passage, places: Map<string, Map<string, Passage[]>>): Passage | null {
  if (last.facts.kind === 'fine') return last;
  const at = [{ document: last.document, locator: last.locator }, ...last.cites];
  const fines = at.flatMap(({ document, locator }) => places.get(document)?.get(locator) ?? []);
  const [only, ...others] = new Set(fines.filter((one) => one.facts.kind === 'fine'));
  return only && others.length === 0 ? only : null;
}

/** "20–40 triệu đồng (10 × 2 = 20; 20 × 2 = 40)", from millions. */
function rangeOf(least: number, most: number, times: number): string {
  const range = `${spokenNumber(least * times)}–${spokenNumber(most * times)} triệu đồng`;
  return `${range} (${product(least, times)}; ${product(most, times)})`;
}

function product(amount: number, times: number): string {
  return `${spokenNumber(amount)} × ${times} = ${spokenNumber(amount * times)}`;
}

/** What an answer says of organisations in words, and the sums of a person beside it. */
const saysHowManyTimes = /tổ chức(?: bị phạt| phạt)? gấp/iu;
const range = /(\d+(?:,\d+)?)–(\d+(?:,\d+)?) triệu đồng/gu;
/** More sums of one answer are not all meant. */
const mostRanges = 2;

/** The sums of an answer that is no fine of its own, reckoned for an organisation that is asked about. */
export function rangesForOrganisation(composed: Composed, question: Question, knowledge: Knowledge): Composed {
  const { text, cites, outcome } = composed;
  if (outcome === 'decline' || !organisation.test(question.folded) || !saysHowManyTimes.test(text)) return composed;
  const rules = cites.flatMap(({ document }) => {
    const rule = knowledge.documents.get(document)?.act?.organisations;
    return rule ? [{ ...rule, document }] : [];
  });
  const [rule] = rules;
  const ranges = [...text.matchAll(range)].map((one) => [one[1], one[2]].map((sum) => Number(sum?.replace(',', '.'))));
  if (!rule || text.includes('×') || ranges.length === 0 || ranges.length > mostRanges) return composed;
  const sums = ranges.map(([least = 0, most = 0]) => rangeOf(least, most, rule.times));
  return {
    ...composed,
    text: `${text}\nTổ chức bị phạt gấp ${rule.times} lần: ${sums.join('; ')}.`,
    cites: distinct([...cites, { document: rule.document, locator: rule.locator }]),
  };
}

const ofPerson = /\b(?:ca nhan|(?:mot|1) nguoi|nguoi thuong|nguoi dan)\b/;

/**
 * "Cá nhân bị phạt 5–10 triệu thì tổ chức chịu bao nhiêu": what an organisation pays for the sums a person names, where the
 * answer rests on the rule that says how many times that is.
 */
export function timesTyped(composed: Composed, question: Question, knowledge: Knowledge): Composed {
  const { folded } = question;
  if (composed.outcome === 'decline' || !organisation.test(folded) || !ofPerson.test(folded)) return composed;
  const times = composed.cites.flatMap(({ document, locator }) => {
    const rule = knowledge.documents.get(document)?.act?.organisations;
    return rule?.locator === locator ? [rule.times] : [];
  })[0];
  const [least, second, ...more] = sumsTyped(question).map((one) => one / 1e6);
  if (times === undefined || least === undefined || more.length > 0) return composed;
  // "Cá nhân 10 triệu thì tổ chức 20 triệu đúng không": the second is what an organisation is said to pay.
  const most = question.asks.has('check') && second === least * times ? undefined : second;
  const says =
    most === undefined ? `Tổ chức: ${product(least, times)} triệu đồng.` : `Tổ chức: ${rangeOf(least, most, times)}.`;
  return { ...composed, text: `${says}\n${composed.text}` };
}
