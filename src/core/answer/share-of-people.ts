import type { Question } from '../question/understand.ts';
import type { Composed } from './composed.ts';
import { spokenNumber } from './spoken-number.ts';

/** "Danh sách có 60 người": how many people there are, in the folded question. */
const people =
  /\b(\d{1,6}) (?:nguoi|dai bieu|ung cu vien|ung vien|thanh vien|can bo|vien chuc|cong chuc|lao dong|cong nhan)\b/g;
const asksHowMany =
  /\b(?:may|bao nhieu) (?:nguoi|nu|chi|dai bieu|ban nu|ung cu vien|phu nu|ba|co)\b|\bla (?:may|bao nhieu)(?: nguoi)?$/;
const share = /(ít nhất|tối thiểu|không quá|tối đa)?\s*(\d{1,3}(?:,\d+)?) ?%/giu;

/** The answer led by the number of people, when it rests on one share of people and the question says how many there are. */
export function shareOfPeople(composed: Composed, { folded }: Question): Composed {
  if (composed.outcome === 'decline' || !asksHowMany.test(folded)) return composed;
  const told = [...folded.matchAll(people)].map((one) => Number(one[1]));
  const shares = [...composed.text.matchAll(share)];
  const [count] = told;
  const [only] = shares;
  if (told.length !== 1 || count === undefined || count < 2 || only === undefined) return composed;
  if (new Set(shares.map((one) => one[2])).size !== 1) return composed;
  const percent = Number((only[2] ?? '').replace(',', '.'));
  const exact = Math.round(count * percent) / 100;
  const bound = (only[1] ?? '').toLocaleLowerCase('vi');
  const whole = /ít nhất|tối thiểu/.test(bound) ? Math.ceil(exact) : Math.floor(exact);
  const rounded = Number.isInteger(exact) || bound === '' ? '' : `, tức ${bound} ${whole} người`;
  const sum = `${count} người × ${spokenNumber(percent)}% = ${spokenNumber(exact)}${rounded === '' ? ' người' : rounded}.`;
  return { ...composed, text: `${sum}\n${composed.text}` };
}
