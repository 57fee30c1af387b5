import { figuresOf } from '../figures.ts';
import type { Passage } from '../passage.ts';
import { isAgeOfPerson } from '../question/person-age.ts';
import type { Question } from '../question/understand.ts';
import { yesNoOf } from '../question/yes-no.ts';
import { wordsOf } from '../search/terms.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Composed } from './composed.ts';
import { sentencesOf } from './sentences.ts';

const asksFee =
  /\b(?:mat|ton|thu|het|dong|nop|tra)(?: \S+)? (?:tien|phi|le phi)\b.*\b(?:khong|chua|a|ha|nhi)$|\bmien phi (?:khong|ha|a|dung)/;
export const free =
  /miễn phí|không mất (?:tiền|phí|lệ phí|gì)|không (?:phải )?(?:trả|nộp|đóng|thu)(?: \S+)? (?:tiền|phí|lệ phí)|không thu/i;

/** Answers that say yes or no in their first words already. */
const opens =
  /^(?:Không|Có(?=[.,])|Đúng|Chưa|Được(?=[.,])|Phải(?=[.,])|Miễn phí|Con số|Luật không|Theo kế hoạch|Vi phạm|Bị cấm|Trái luật|Cấm|Vẫn)(?!\p{L})/u;
/** What makes a rule hang on something that the question did not tell. */
const hangs = /\b(?:tru|neu|chi khi|tuy|mot so|truong hop|thi co the|khi nao)\b/;

/**
 * The answer with a yes or no before it, where that follows with certainty from figures or from a rule that is denied or
 * affirmed in the very words asked; else the answer as it is.
 */
export function judged(composed: Composed, passage: Passage, question: Question): Composed {
  if (composed.outcome === 'decline' || opens.test(composed.text)) return composed;
  const said = feeSaid(composed, question) ?? onlyFor(passage, question) ?? verdictOf(composed, passage, question);
  return said === null ? composed : { ...composed, text: `${said} ${composed.text}` };
}

function feeSaid({ text }: Composed, { folded }: Question): string | null {
  if (!asksFee.test(folded.replace(/(?: (?:a|ad|em|ban|vay|the|nhi|ha))+$/, ''))) return null;
  const said = sentencesOf(text).find((one) => free.test(one));
  // "Miễn phí nếu là hộ nghèo" is no answer to whoever did not say so.
  return said === undefined || /\b(?:neu|can)\b/.test(fold(said)) ? null : 'Không mất tiền.';
}

/** "Chỉ dành cho công chức đúng không": the rule says nothing of them. */
function onlyFor(passage: Passage, question: Question): string | null {
  const group =
    /\b(?:chi danh (?:rieng )?cho|chi ap dung (?:cho|voi)|danh rieng cho) (.+?)(?: moi .+?)?(?: (?:dung|phai))?(?: (?:khong|chua|a|ha))$/.exec(
      question.folded,
    )?.[1];
  if (group === undefined || !question.asks.has('check')) return null;
  const row = spokenBy(passage);
  const named = group.split(' ').slice(0, 4);
  const telling = named.slice(1).map((word, at) => `${named[at]} ${word}`);
  if (telling.length === 0 || telling.some((pair) => row.includes(` ${pair} `))) return null;
  return 'Không đúng: quy định không ghi giới hạn đó.';
}

function verdictOf(composed: Composed, passage: Passage, question: Question): string | null {
  const said = figureSaid(composed, question) ?? ruleSaid(composed, question);
  if (said === null) return null;
  const row = spokenBy(passage);
  if (question.content.some((word) => isSetApart(word.folded, composed.text))) return null;
  return question.content.every((word) => row.includes(` ${word.folded} `)) ? said : null;
}

/** What is named after one of these is what the rule is not about ("không phải tỷ lệ trúng cử"). */
const setsApart = /\b(?:khong phai|chu khong|khac voi|khong tinh|khong gom|tru)\b.*/;

/** Whether an answer names a word only to say that its rule is not about it. */
function isSetApart(word: string, text: string): boolean {
  const spoken = sentencesOf(text).map((one) => ` ${fold(one).replace(/[^a-z0-9]+/g, ' ')} `);
  const holding = spoken.filter((one) => one.includes(` ${word} `));
  return holding.length > 0 && holding.every((one) => !one.replace(setsApart, ' ').includes(` ${word} `));
}

const rows = new WeakMap<Passage, string>();

/** All words of a passage, folded, each between blanks. Read when first wanted, and kept: a passage does not change. */
function spokenBy(passage: Passage): string {
  const before = rows.get(passage);
  if (before !== undefined) return before;
  const { title, text, say, ask } = passage;
  const words = wordsOf([title, say, text, ...ask].join(' . ')).map((word) => word.folded);
  const row = ` ${words.join(' ')} `;
  rows.set(passage, row);
  return row;
}

/** What a rule says of a figure that held once. */
const ended = /hết hiệu lực|không còn|thay bằng/;

/** One figure claimed, and one of its unit in the rule, which is the same. */
function figureSaid({ text }: Composed, question: Question): string | null {
  if (!question.asks.has('check')) return null;
  const claims = question.figures.filter(
    (one) => one.kind === 'number' && one.unit !== null && !isAgeOfPerson(one, question),
  );
  const [claim, ...others] = claims;
  if (!claim || others.length > 0) return null;
  const holding = sentencesOf(text).filter((one) => !ended.test(one));
  const named = new Set(figuresOf(holding.join(' '), claim.unit));
  return named.size === 1 && named.has(String(claim.value)) ? 'Đúng.' : null;
}

/** What is asked, in the words of a yes/no question: "có phải … không", "có được … không". */
const predicates: ReadonlyArray<readonly [kind: 'is' | 'must' | 'may', RegExp]> = [
  ['must', /\b(?:co (?:bat buoc|can|nhat thiet)(?: phai)?|bat buoc phai|co phai) (.+?)(?: (?:khong|chua))$/],
  ['may', /\b(?:co duoc(?: phep)?|duoc phep|co quyen) (.+?)(?: (?:khong|chua))$/],
  ['is', /\bco phai(?: la)? (.+?)(?: (?:khong|chua))$/],
];
const denies: Record<'is' | 'must' | 'may', RegExp> = {
  is: /\bkhong (?:phai|bi coi la|coi la|phai la|duoc coi la)(?: \S+)?$/,
  must: /\bkhong (?:phai|bat buoc|can|bat buoc phai|can phai)$/,
  may: /\b(?:khong duoc(?: phep)?|khong co quyen|cam|nghiem cam|bi cam)$/,
};
const affirms: Record<'is' | 'must' | 'may', RegExp> = {
  is: /\b(?:la|bi coi la|duoc coi la)$/,
  must: /(?<!\b(?:khong|chua|chang)) (?:phai|bat buoc phai|bat buoc|can)$/,
  may: /(?<!\b(?:khong|chua|chang)) (?:duoc(?: phep)?|co quyen)$/,
};
const yes = { is: 'Đúng.', must: 'Có.', may: 'Được.' };
const no = { is: 'Không phải.', must: 'Không.', may: 'Không được.' };

function ruleSaid({ text }: Composed, question: Question): string | null {
  const folded = question.folded.replace(/(?: (?:a|ad|em|ban|vay|the|nhi|ha))+$/, '');
  if (yesNoOf(folded)?.negated) return null;
  const verdicts = new Set<string>();
  for (const [kind, pattern] of predicates) {
    const key = pattern.exec(folded)?.[1]?.split(' ').slice(0, 3).join(' ');
    if (key === undefined || key.split(' ').length < 2) continue;
    for (const sentence of sentencesOf(text).slice(0, 2)) {
      const spoken = fold(sentence).replace(/[^a-z0-9%,;. ]+/g, ' ');
      for (let at = spoken.indexOf(key); at >= 0; at = spoken.indexOf(key, at + 1)) {
        const before = ` ${spoken.slice(0, at).trimEnd()}`;
        if (denies[kind].test(before)) verdicts.add(hangs.test(spoken) ? '' : no[kind]);
        else if (affirms[kind].test(before)) verdicts.add(hangs.test(spoken) ? '' : yes[kind]);
      }
    }
  }
  const [only = ''] = verdicts;
  return verdicts.size === 1 && only !== '' ? only : null;
}
