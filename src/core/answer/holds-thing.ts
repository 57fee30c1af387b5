import type { Passage } from '../passage.ts';
import { isStopWord } from '../question/stop-words.ts';
import { type ThingAsked, thingAsked } from '../question/thing-asked.ts';
import { fold } from '../vietnamese/fold.ts';

/** "Hằng năm về biên chế" counts nothing. */
const everyYear = /(?:hằng|hàng|mỗi|các|trong) năm/giu;
const number = '(?:[\\d.,]+|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|chuc|vai|moi)';

/** What a question asks to have counted, named or described and the passage does not give, in plain words; else `null`. */
export function thingMissing(folded: string, passage: Passage): string | null {
  const asked = thingAsked(folded.replace(women, 'lao dong nu'), (word) => isStopWord({ raw: word, folded: word }));
  return asked === null || !mayLack(passage, asked) || gives(passage, asked) ? null : missing[asked.asking];
}

/** Targets are put into words from data; communes are counted in code, and what is not established says so itself. */
function mayLack({ facts }: Passage, { asking, sure }: ThingAsked): boolean {
  return facts.kind === 'indicator'
    ? asking === 'count' && sure
    : !['unknown', 'commune', 'budget'].includes(facts.kind);
}

/** Whether a passage counts, names or describes the thing. */
function gives({ say, text, more, title, ask }: Passage, { asking, thing, sure }: ThingAsked): boolean {
  const told = [say, text, more ?? ''].join('\n');
  if (!sure) return new RegExp(`\\b${thing}\\b`).test(fold([told, title, ...ask].join(' ')));
  if (asking === 'count')
    return new RegExp(`${number}(?: \\S+){0,2} ${thing}\\b`).test(fold(told.replace(everyYear, '')));
  if (asking === 'detail') return new RegExp(`\\b${thing}\\b`).test(fold(told));
  return [...told.matchAll(/(?<name>(?:\p{L}+ ){1,5})(?:\p{Lu}\p{Ll}+|\d+)/gu)].some(({ groups }) =>
    new RegExp(`\\b${thing} (?:so )?$`).test(fold(groups?.name ?? '')),
  );
}

/** People say "nhân viên nữ", the law counts "lao động nữ". */
const women = /\b(?:nhan vien|cong nhan|tho) nu\b/g;

const missing: Record<ThingAsked['asking'], string> = {
  count: 'Con số bạn hỏi thì mình chưa có.',
  name: 'Tên cụ thể bạn hỏi thì mình chưa có.',
  detail: 'Chi tiết bạn hỏi thì mình chưa có.',
};

/** "Chỉ số ấy của tỉnh bao nhiêu": a figure of any kind, asked at the end. */
const asksFigure =
  /(?<!\b(?:thu|lan|bac|lop|cap|phat|dieu|khoan) )\b(?:bao nhieu|la may)(?: (?:vay|the|a|nhi|ha|ad|bot|roi))*$/;
const anyFigure =
  /\d|(?<!\p{L})(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa|gấp|toàn bộ|tất cả|miễn phí|không (?:mất|phải|giới hạn|có mức))(?!\p{L})/iu;

/** That the figure asked for is missing, in plain words, where `told` has none of any kind; else `null`. */
export function figureMissing(folded: string, told: string[]): string | null {
  return asksFigure.test(folded) && !told.some((one) => anyFigure.test(one)) ? missing.count : null;
}
