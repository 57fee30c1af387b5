import { fold } from '../vietnamese/fold.ts';

const nation =
  /\b(?:ca nuoc|toan quoc|chien luoc|quoc gia|nuoc minh|nuoc ta|trung uong (?:dat|nham|huong|muon|de ra|giao|phan dau)|(?:hon|voi|bang|khac|giong|va) trung uong|nghi quyet 28|nq ?28)\b/;
const province = /\b(?:tinh|ke hoach|dia phuong|o day|minh)\b/;
const compares =
  /\b(?:so voi|so sanh|chenh|chenh lech|khac|giong|bang|cao hon|thap hon|hon|kem|nhieu hon|it hon|va|voi|con|thi)\b/;

/** Words that say which two are compared, as written: "giới tính", "tỷ số" are of the target. */
const written = new Set(
  'cả nước toàn quốc chiến lược gia mình tỉnh kế hoạch địa phương so sánh chênh lệch nhau khác giống bằng cao thấp hơn kém và với đặt nhắm hướng trung ương nghị quyết 28 nq hỏi hay'.split(
    ' ',
  ),
);
const shape = new Set([...written].map(fold));
/** Typed without marks, the first of these makes the second a word of the target, or the other way round. */
const ofTarget = /^(?:gioi tinh|t[iy] so|gia dinh|trung hoc|trung cap|dat khau|hoc hoi)$/;

/** The words of such a question that name the target itself. */
export function withoutRealms<T extends { folded: string; raw: string }>(words: T[], home: readonly string[]): T[] {
  const own = new Set(home.flatMap((name) => name.split(' ')));
  return words.filter(({ folded, raw }, at) => {
    const pairs = [`${words[at - 1]?.folded} ${folded}`, `${folded} ${words[at + 1]?.folded}`];
    if (pairs.some((pair) => ofTarget.test(pair))) return true;
    const ofRealms = shape.has(folded) && (raw === folded || written.has(raw));
    return !ofRealms && !own.has(folded);
  });
}

/** Whether the folded question sets the province's target beside the nation's. `home` are the province's own names. */
export function comparesRealms(folded: string, home: readonly string[]): boolean {
  const named = province.test(folded.replace(nation, ' ')) || home.some((name) => ` ${folded} `.includes(` ${name} `));
  return nation.test(folded) && named && compares.test(folded);
}
