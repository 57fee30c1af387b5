import type { Passage } from '../passage.ts';
import type { Question } from '../question/understand.ts';
import { type Frame, isSameYes, type YesNo, yesNoOf } from '../question/yes-no.ts';
import type { Composed } from './composed.ts';
import { firstWordsFor } from './first-words.ts';
import type { Library } from './library.ts';
import { sentencesOf } from './sentences.ts';
import { claimsSomething, waysOf } from './ways.ts';

/** A reviewed yes or no that opens an answer as a sentence of its own. */
const opener =
  /^(Có|Có thể|Được|Đúng|Đúng vậy|Phải|Không|Không được|Không phải|Không đúng|Chưa|Chưa phải|Có đấy|Có chứ)\.\s+(?=\p{Lu})/u;

/** An answer without its reviewed yes or no, for where it stands second and answers no question of its own. */
export function withoutOpener(text: string): string {
  return text.replace(opener, '');
}

/** Openers that answer one kind of yes/no question only. */
const fitsOnly: Record<string, readonly Frame[]> = {
  Được: ['allowed'],
  'Không được': ['allowed', 'so'],
  Phải: ['demanded'],
  'Có thể': ['allowed', 'wrong', 'so'],
};

/** Words of a sentence that says the act itself is wrong, by what the question asks of it. */
const prison = /(?:^|\P{L})tù(?!\p{L})|hình sự|chung thân|phạm tội|là tội/iu;
const fine = /phạt|tù|hình sự/i;
const wrong =
  /bị (?:luật )?(?:nghiêm )?cấm|nghiêm cấm|(?:là|thì) vi phạm|trái (?:pháp )?luật|là bạo lực|phạt tiền|bị phạt|phạm tội|là tội/i;
const permits =
  /(?:^|\P{L})(?:được phép|có quyền|không bị (?:phạt|cấm)|không có hình phạt tù|không vi phạm|không trái|không cấm)/iu;
/** Words of a sentence that leaves open whether the act is wrong. */
const leavesOpen = /(?:^|\P{L})(?:chưa (?:hẳn|chắc)|còn tùy|tùy (?:việc|mức|từng|hành vi))(?!\p{L})/iu;
/** Answers that say so in their first words already. */
const saysSo = /^(?:Không|Có|Vi phạm|Bị cấm|Trái luật|Luật|Đó là|Đây là|Việc đó|Cấm|Phải|Là|Được)(?!\p{L})/u;

/**
 * The answer with first words that fit the question. A yes or no stays only where people are known to ask for the
 * passage with the same yes or no in mind; where the question is about right and wrong and the law condemns the act,
 * that is said first. Words reviewed for this way of asking go before all others.
 */
export function opened(
  composed: Composed,
  passage: Passage,
  question: Question,
  { tellsOf }: Pick<Library, 'tellsOf'>,
): Composed {
  if (composed.outcome === 'decline') return composed;
  const first = firstWordsFor(passage, question, tellsOf);
  // "Cứ cản một lần là đi tù luôn": that it may end so confirms no such claim.
  if (claimsAlways(question) && !(first !== null && denies.test(first)))
    return { ...composed, text: composed.text.replace(confirms, '') };
  if (first !== null) return { ...composed, text: `${first} ${withoutOpener(composed.text)}` };
  const asked = yesNoOf(question.folded);
  const reviewed = opener.exec(composed.text);
  if (reviewed === null) return lead(composed, asked, question);
  const fits = asked !== null && (fitsOnly[reviewed[1] ?? '']?.includes(asked.frame) ?? true);
  if (asked !== null && fits && isAskedAlike(asked, passage, question)) return composed;
  return lead({ ...composed, text: composed.text.slice(reviewed[0].length) }, asked, question);
}

/** How much of a question a known one must say to be asked alike; of a claim far more, for the next one may be false. */
const alike = 0.4;
const claimedAlike = 0.65;

/** Whether a known phrasing asks with the same yes or no in mind, about much the same. */
function isAskedAlike(asked: YesNo, passage: Passage, question: Question): boolean {
  const words = new Set(question.content.map((word) => word.folded));
  const claims = claimsSomething(question.folded);
  return waysOf(passage).some((way) => {
    const { yesNo: known, words: spoken } = way;
    if (known === null || !isSameYes(known, asked)) return false;
    if (claims && !way.claims) return false;
    const shared = [...words].filter((word) => spoken.includes(word)).length;
    return words.size === 0 || shared / words.size >= (claims ? claimedAlike : alike);
  });
}

/** Says first that the act is against the law, when that is asked and the answer condemns it in the same respect. */
function lead(composed: Composed, asked: YesNo | null, question: Question): Composed {
  if (asked === null || asked.only || (asked.frame !== 'lawful' && asked.frame !== 'wrong')) return composed;
  // "Không bị tù thì còn bị xử gì nữa không": what is not so is only supposed.
  if (asked.negated && yesNoOf(question.folded.split(' thi ').at(-1) ?? '')?.negated === false) return composed;
  const [first = '', second = ''] = sentencesOf(composed.text);
  const said = asked.frame === 'lawful' ? `${first} ${second}` : first;
  if (!condemned(question.folded).test(said) || permits.test(said) || leavesOpen.test(first) || saysSo.test(first))
    return composed;
  if (/trái (?:pháp )?luật/i.test(first)) return composed;
  // Prison always hangs on what the answer goes on to say.
  const yes = condemned(question.folded) === prison ? 'Có thể.' : 'Có.';
  const says = asked.negated ? 'Không phải vậy.' : asked.frame === 'lawful' ? 'Không đúng luật.' : yes;
  return { ...composed, text: `${says} ${composed.text}` };
}

const denies = /^(?:Không|Chưa)(?!\p{L})/u;
const confirms = /^(?:Có|Có thể)\.\s+/u;
const withoutFail = /\bcu \S+(?: \S+)* (?:la|thi) (?:\S+ )*(?:luon|ngay|lien)\b/;

/** "Cứ … là … luôn"; "cụ" and "cũ" fold like "cứ". */
function claimsAlways({ folded, words }: Question): boolean {
  return withoutFail.test(folded) && words.some(({ raw }) => raw === 'cứ' || raw === 'cu');
}

/** "Có bị tù không" is answered only by what says prison, "có bị phạt không" by what says a penalty. */
function condemned(folded: string): RegExp {
  if (/\b(?:di tu|bi tu|ngoi tu|tu khong|hinh su|truy cuu|khoi to|pham toi|co toi)\b/.test(folded)) return prison;
  if (/\bphat\b/.test(folded)) return fine;
  // Dismissal, arrest and discipline are told by the answers that speak of them.
  return /\bbi (?:duoi|bat|k[iy] luat|xu l[iy]|cam)\b/.test(folded) ? /$^/ : wrong;
}
