import type { Question } from '../question/understand.ts';
import type { Composed } from './composed.ts';
import { spokenNumber } from './spoken-number.ts';

/** "Danh sách có 60 người": how many people there are, in the folded question. */
const people =
  /\b(\d{1,6}) (?:nguoi|dai bieu|ung cu vien|ung vien|thanh vien|can bo|vien chuc|cong chuc|lao dong|cong nhan)\b/g;
const asksHowMany =
  /\b(?:may|bao nhieu) (?:nguoi|nu|chi|dai bieu|ban nu|ung cu vien|phu nu|ba|co)\b|\bla (?:may|bao nhieu)(?: nguoi)?$/;
/** A share of people: "ít nhất 35% người trong danh sách"; a share of anything else multiplies no people. */
const share =
  /(?<bound>ít nhất|tối thiểu|không quá|tối đa)?\s*(?<percent>\d{1,3}(?:,\d+)?) ?% (?:tổng )?(?:số )?(?:người|đại biểu|phụ nữ|nữ|cán bộ|thành viên)/giu;

/** The answer led by the number of people, when it rests on one share of people and the question says how many there are. */
export function shareOfPeople(composed: Composed, { folded }: Question): Composed {
  if (composed.outcome === 'decline' || !asksHowMany.test(folded)) return composed;
  const [told, ...others] = [...folded.matchAll(people)].map((one) => Number(one[1]));
  const [only, ...more] = [...composed.text.matchAll(share)].map(({ groups }) => groups);
  if (told === undefined || told < 2 || others.length > 0 || only === undefined || more.length > 0) return composed;
  const percent = Number(only.percent?.replace(',', '.'));
  const exact = Math.round(told * percent) / 100;
  const sum = `${told} người × ${spokenNumber(percent)}% = ${spokenNumber(exact)}`;
  return { ...composed, text: `${sum}${inPeople(exact, only.bound)}.\n${composed.text}` };
}

/** Nobody is a part of a person: the least is rounded up, the most down. A part of the sum, so that it counts as reckoned. */
function inPeople(exact: number, bound = ''): string {
  if (Number.isInteger(exact)) return ' người';
  if (/ít nhất|tối thiểu/i.test(bound)) return ` ≈ ${Math.ceil(exact)} người (làm tròn lên)`;
  return bound === '' ? ` ≈ ${Math.round(exact)} người` : ` ≈ ${Math.floor(exact)} người (làm tròn xuống)`;
}
