import { expand } from '../vietnamese/expand.ts';
import { normalise } from '../vietnamese/normalise.ts';
import { pairOf } from './pair.ts';
import { twoActsOf } from './two-acts.ts';

/** How many questions of one message are answered; what comes after them is left. */
const most = 3;

/** A question word that asks wherever it stands. */
const asking =
  /\b(bao nhieu|may|khi nao|bao gio|luc nao|bao lau|ai|o dau|cho nao|noi nao|gi|nhung gi|sao|the nao|nhu the nao|nao|la gi|muc phat)\b/;
/** "Thôn em có mấy chị muốn dệt thổ cẩm." tells of some people, "xưởng may" of sewing: neither asks how many. */
const someone =
  /\b(?:xuong|nha|tho|nghe|nganh|cong t[iy]|to|chuyen|cong nhan) may\b|\bmay (?:chi|anh|em|dua|nguoi|ba|ong|co|chau|ban|me|chu|bac)\b/g;
/** "Ở bản ai cũng nói vậy." */
const everybody = /\b(?:ai|gi|dau|nao) (?:cung|deu)\b/g;
/** "Em hỏi để học chứ không có chuyện gì ạ." */
const nothing =
  /\b(?:khong|chang|cha|ko|k) (?:co |bi )?(?:chuyen |viec |lam |sao )?(?:gi|sao)(?: (?:dau|ca|het|a|nhe))*$/g;
/** Words that ask only at the end: inside a sentence "không" denies. */
const askingAtEnd = /\b(khong|chua|phai khong|dung khong|duoc khong|ha|nhi|a)$/;
/** Where one question may end and the next begin inside a sentence. */
const joint =
  /,\s+(?:và\s+|va\s+|rồi\s+|còn\s+)?|\s+(?:và|va|với lại|voi lai|vs lại|vs lai|(?:với|voi|vs)(?! (?:ai|nhau|bố|mẹ|cha|vợ|chồng|con|bo|me|vo|chong)(?!\p{L}))|(?<!(?:không|ko|k|hết|vẫn|chẳng|chả)\s+)còn|đồng thời)\s+/iu;

/** "Hồi năm ngoái phạt bao nhiêu, giờ phạt bao nhiêu": one fine, then and now. */
const thenAndNow =
  /\bphat\b.*\btruoc (?:voi|va|hay) sau\b|\btruoc (?:voi|va|hay) sau\b.*\bphat\b|\b(?:hoi|truoc day|truoc kia|luc truoc|nam ngoai|nam truoc)\b.*\bphat\b.*\b(?:gio|bay gio|nay|hien nay|hien tai) (?:\S+ ){0,2}(?:phat|bao nhieu|may|sao|the nao)\b|\b(?:nay|gio|hien tai)\b.*\bphat\b.*\btruoc (?:day|do|kia|ngay|thang|nam|\d).*\bphat\b/;

/**
 * The questions of a message that asks more than one, in order, each in its own words; the message alone when it asks
 * one. A statement before a question belongs to it.
 */
export function splitQuestions(message: string): string[] {
  if (thenAndNow.test(foldedOf(message))) return [message];
  const listed = listedIn(message);
  if (listed) return listed;
  const sentences = sentencesOf(message);
  // Most messages are one sentence that cannot be cut anywhere.
  const acts = sentences.length === 1 ? twoActsOf(message) : null;
  if (acts) return acts;
  if (sentences.length === 1 && !joint.test(sentences[0] ?? '')) return pairOf(message) ?? [message];
  const questions: string[] = [];
  let before = '';
  for (const sentence of sentences) {
    const own = before === '' ? sentence : `${before} ${sentence}`;
    if (!asks(sentence)) before = own;
    else {
      questions.push(...insideOf(sentence).map((one, at) => (at === 0 && before !== '' ? `${before} ${one}` : one)));
      before = '';
    }
  }
  const last = questions.at(-1);
  // What is added after the last question tells more of it.
  if (before !== '' && last !== undefined) questions[questions.length - 1] = `${last} ${before}`;
  const pair = sentences.length === 1 ? pairOf(message) : null;
  if (pair) return pair;
  return questions.length < 2 ? [message] : questions.slice(0, most);
}

/** "Cho xin hai con số: …, và …": what is counted first is asked for one by one. */
const counted =
  /^(.*?(?<!\p{L})(?:hai|ba|2|3|mấy|may|vài|vai) (?:con số|con so|số|so|ý|điều|dieu|việc|viec|thứ|thu|câu|cau|chỉ tiêu|chi tieu|mục|muc)(?!\p{L})[^:?]*):\s*(\S.*)$/su;
const between = /\s*;\s*|,\s+(?:và|va|với|voi|còn|con)\s+/iu;

function listedIn(message: string): string[] | null {
  const found = counted.exec(message);
  const items = found?.[2]?.split(between) ?? [];
  if (items.length < 2 || items.some((one) => wordsIn(one) < leastWords)) return null;
  return items.slice(0, most).map((one) => `${one.replace(/[\s.?!]+$/u, '')}?`);
}

/** The one sentence of a message that asks, where others only tell; `null` where there is none, or nothing else. */
export function askedAlone(message: string): string | null {
  const sentences = message.split(tellsFirst).flatMap(sentencesOf);
  const [only, ...others] = sentences.filter(asks);
  if (only === undefined || others.length > 0) return null;
  const asked = withoutAsides(only);
  return (sentences.length > 1 || asked !== only) && wordsIn(asked) >= leastWords ? asked : null;
}

const self = '(?:t(?:ô|o)i|em|m(?:ì|i)nh|ch(?:á|a)u|b(?:à|a)|(?:ô|o)ng|ch(?:ị|i)|anh|con|tui|e|t)';
/** What somebody is or is about when asking: "em ôn thi công chức". It decides no answer, unlike what happened to them. */
const aside = new RegExp(
  `^(?:vì |vi |tại |tai |nay |đang |dang |mai )?(?:nhà |nha |lớp |lop |tổ |to )?${self} (?:là|la|(?:đang |dang |mới |moi |phải |phai |được |duoc |đi |di )*(?:soạn|soan|ôn|on|thi|viết|viet|học|hoc|dạy|day|trực|truc|làm bài|lam bai|tập huấn|tap huan|tuyên truyền|tuyen truyen|chuẩn bị|chuan bi|cử|cu|phân công|phan cong|mời|moi|nhắc|nhac|chép|chep|tính hỏi|tinh hoi|định hỏi|dinh hoi|xem|nghe|đọc|doc))(?!\\p{L})`,
  'iu',
);

/** What the answer is for: "viết cho đúng kẻo dân cười". */
const purpose =
  /^(?:(?:viết|viet|nói|noi|trả lời|tra loi|giải thích|giai thich) (?:cho|để|de|giúp|giup)|để|de (?:em|toi|tôi|minh|mình|chau|cháu|con)|kẻo|keo|cho (?:chắc|chac|đúng|dung|biết|biet|yên|yen))(?!\p{L})/iu;

/** The sentence without clauses at its ends in which somebody only tells of themselves. */
function withoutAsides(sentence: string): string {
  const clauses = sentence.split(/,\s+/u);
  const tells = (clause: string | undefined) =>
    clause !== undefined && !asks(clause) && (aside.test(clause) || purpose.test(clause));
  while (clauses.length > 1 && tells(clauses[0])) clauses.shift();
  while (clauses.length > 1 && tells(clauses.at(-1))) clauses.pop();
  return clauses.join(', ');
}

/** "Chị em cá nhau: …" */
const tellsFirst = /(?<=\p{L}):\s+/u;

function sentencesOf(message: string): string[] {
  return message
    .split(/(?<=\?)\s*|\n+|(?<=[.!;])\s+/u)
    .map((one) => one.trim())
    .filter((one) => /\p{L}/u.test(one));
}

/** Fewer words after a joint only say what is wanted: "…, từ khi nào". */
const leastWords = 4;

/** A sentence cut where both sides ask; each side needs words enough to ask something. */
function insideOf(sentence: string): string[] {
  const pieces: string[] = [];
  let rest = sentence;
  let from = 0;
  for (;;) {
    const found = joint.exec(rest.slice(from));
    if (!found) break;
    const at = from + found.index;
    const [left, right] = [rest.slice(0, at), rest.slice(at + found[0].length)];
    if (
      wordsIn(left) >= 3 &&
      wordsIn(right) >= leastWords &&
      asks(left) &&
      asks(right) &&
      !onlyJudges(right) &&
      !closes(left, right)
    ) {
      pieces.push(left);
      rest = withTail(left, withVerb(left, right));
      from = 0;
    } else from = at + found[0].length;
  }
  return [...pieces, rest];
}

/** "…, bố mẹ có sai không": what was told before is to be judged. */
const judging =
  /^(?:\S+ ){0,4}(?:co )?(?:sai|dung|vi pham|pham luat|trai luat|hop phap|hop ly|bi phat|bi sao)(?: (?:luat|gi|phap luat))? (?:khong|chua)$/;

function onlyJudges(text: string): boolean {
  return judging.test(foldedOf(text));
}

/** "Có khoản nào cho người đồng tính, chuyển giới không": the yes or no that the left opens ends only on the right. */
function closes(left: string, right: string): boolean {
  return (
    /\bco (?:\S+ ){1,2}nao\b(?!.*\b(?:khong|chua)\b)/.test(foldedOf(left)) &&
    /^(?:\S+ ){1,4}(?:khong|chua)\b/.test(foldedOf(right))
  );
}

/** A question word at the end, as it may stand before a verb in the question before: "do sở nào (báo cáo)". */
const asksLast =
  /(?:^|\s)((?:do |bởi |boi |thuộc |thuoc )?(?:(?:sở|cơ quan|ngành|đơn vị|bên|ai|so|co quan|nganh|don vi|ben)(?: (?:nào|nao))?|bao nhiêu|bao nhieu|mấy|may))[?\s.!]*$/iu;
const mostTail = 4;

/** The later question with the few words that followed the same question word in the earlier one, when it ends on it. */
function withTail(earlier: string, later: string): string {
  const word = asksLast.exec(later)?.[1]?.toLowerCase();
  if (word === undefined || word === 'so' || word === 'ben') return later;
  const at = earlier.toLowerCase().lastIndexOf(` ${word} `);
  const tail = at < 0 ? '' : earlier.slice(at + word.length + 2).trim();
  return tail !== '' && wordsIn(tail) <= mostTail ? `${later.replace(/[?\s.!]+$/u, '')} ${tail}` : later;
}

/** What an earlier question asks the amount of: "phạt bao nhiêu", "được nghỉ mấy ngày". */
const asksAmount =
  /(?<!\p{L})((?:(?:bị|bi|được|duoc|đc|dc) )?(?:phạt|phat|tù|tu|đi tù|di tu|nghỉ|nghi|hưởng|huong|trợ cấp|tro cap)(?: (?:tiền|tien|tù|tu))?)\s+(?:bao nhiêu|bao nhieu|nhiêu|bn|mấy|may|bao lâu|bao lau)/iu;
/** A later one that leaves it out: "còn dọa đánh thì bao nhiêu". */
const leavesOut = /^(.*?)\s+(?:thì|thi)\s+(bao nhiêu|bao nhieu|nhiêu|bn|mấy|may|sao|thế nào|the nao)[?\s.!]*$/iu;

/** From when an act is in force, and a later question that leaves out what is asked of its act. */
const asksSince =
  /(?<!\p{L})((?:có|co|bắt đầu|bat dau|được|duoc)? ?(?:hiệu lực|hieu luc|áp dụng|ap dung|ban hành|ban hanh))\s+(?:từ |tu )?(?:khi nào|khi nao|bao giờ|bao gio|lúc nào|luc nao|năm nào|nam nao|ngày nào|ngay nao)/iu;
const onlySince =
  /^(.*(?:luật|luat|nghị định|nghi dinh|bộ luật|bo luat|kế hoạch|ke hoach).*?)\s+((?:từ |tu )?(?:khi nào|khi nao|bao giờ|bao gio|lúc nào|luc nao|năm nào|nam nao|ngày nào|ngay nao))[?\s.!]*$/iu;

/** The later question with the verb of the earlier one, where it only asks how much, or since when, of the same. */
function withVerb(earlier: string, later: string): string {
  const [, since] = asksSince.exec(earlier) ?? [];
  const [, act, when] = onlySince.exec(later) ?? [];
  if (since !== undefined && act !== undefined && !asksSince.test(later)) return `${act} ${since} ${when}`;
  const verb = asksAmount.exec(earlier)?.[1];
  const bare = leavesOut.exec(later);
  if (verb === undefined || !bare || asksAmount.test(later)) return later;
  const asked = /^(?:sao|thế nào|the nao)$/iu.test(bare[2] ?? '') ? 'bao nhiêu' : bare[2];
  return `${bare[1]} thì ${verb} ${asked}`;
}

function foldedOf(text: string): string {
  return expand(normalise(text).tokens)
    .map((word) => word.folded)
    .join(' ')
    .replace(/(?: (?:a|nhe|vay|the|ban|ad|ha|nhi|em|v|z|j))+$/, '');
}

function asks(text: string): boolean {
  const folded = foldedOf(text)
    .replace(text.includes('?') ? /$^/ : someone, ' ')
    .replace(everybody, ' ')
    .replace(nothing, ' ');
  return asking.test(folded) || askingAtEnd.test(folded);
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length;
}
