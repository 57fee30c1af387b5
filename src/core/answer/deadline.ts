import { addDays, addMonths, daysBetween } from '../calendar.ts';
import { daysNamed } from '../question/days.ts';
import type { Question } from '../question/understand.ts';
import { wordsOf } from '../search/terms.ts';
import { spokenDay } from '../spoken-day.ts';
import type { Composed } from './composed.ts';
import { sentencesOf } from './sentences.ts';

const asksEnd =
  /\b(?:truoc ngay nao|han (?:chot|cuoi)|cham nhat|ngay nao|(?:den|toi|het) (?:khi nao|bao gio|ngay nao|luc nao)|khi nao (?:het|thi het|den han)|bao gio het|con (?:kip|han|(?:may|bao nhieu) ngay|bao lau)|(?:may|bao nhieu) ngay nua|het han|muon nhat)\b/;
const asksLeft = /\bcon (?:(?:may|bao nhieu) ngay|bao lau)\b|\b(?:may|bao nhieu) ngay nua\b/;
const span =
  /(?:trong|không quá|tối đa|chậm nhất|sau|(?:thời hạn|thời hiệu)(?: \p{L}+){0,6} là)\s+(?:vòng\s+)?0?(\d+) (ngày|tháng|năm)(?! làm việc| tuổi| trước)/giu;

/**
 * The answer led by the last day, reckoned from a day the question names, where the sentence that speaks most of what is
 * asked holds one span of calendar time. Working days are left: holidays are not known here. `day` is today.
 */
export function untilDay(composed: Composed, question: Question, day: string): Composed {
  if (composed.outcome === 'decline' || !asksEnd.test(question.folded)) return composed;
  const [start, ...others] = daysNamed(question.words, day);
  if (!start || others.length > 0) return composed;
  const own = question.figures.find((one) => one.kind === 'number' && (one.unit === 'ngày' || one.unit === 'tháng'));
  const left = asksLeft.test(question.folded) ? day : null;
  if (own && Number.isInteger(own.value)) return led(composed, start.day, own.value, own.unit ?? '', left);
  const subject = new Set(question.content.map((word) => word.folded));
  const found = sentencesOf(composed.text)
    .flatMap((sentence) => sentence.split(/;\s+/))
    .map((sentence) => ({
      spans: [...sentence.matchAll(span)],
      shared: new Set(
        wordsOf(sentence)
          .map((word) => word.folded)
          .filter((word) => subject.has(word)),
      ).size,
    }))
    .filter(({ spans }) => spans.length === 1)
    .sort((a, b) => b.shared - a.shared);
  const [best, second] = found;
  const [first] = best?.spans ?? [];
  if (!best || !first || best.shared === 0 || (second && second.shared === best.shared)) return composed;
  return led(composed, start.day, Number(first[1]), first[2] ?? '', left);
}

/** `today` where it is asked how many days are left. */
function led(composed: Composed, start: string, count: number, unit: string, today: string | null): Composed {
  const end = unit === 'ngày' ? addDays(start, count) : addMonths(start, unit === 'năm' ? count * 12 : count);
  const sum = `Nếu tính từ ${spokenDay(start)}: ${spokenDay(start)} + ${count} ${unit} = ${spokenDay(end)}.`;
  const days = today === null ? 0 : daysBetween(today, end);
  const left = today === null ? '' : days < 0 ? ' Ngày đó đã qua.' : ` Từ hôm nay đến ngày đó = ${days} ngày.`;
  return { ...composed, text: `${sum}${left}\n${composed.text}` };
}
