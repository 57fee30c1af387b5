import { addDays, addMonths } from '../calendar.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Citation } from '../passage.ts';
import { asksAsFather, type BirthCase, birthCaseIn } from '../question/birth-case.ts';
import { daysNamed } from '../question/days.ts';
import type { Question } from '../question/understand.ts';
import type { BirthLeave } from '../rules.ts';
import { spokenDay } from '../spoken-day.ts';
import { type Composed, distinct, passagesAt } from './composed.ts';

const topic = /\b(sinh|de|thai san|mo)\b/;
const leave = /\b(nghi|o nha)\b/;
const asksLong = /\b(bao lau|may|bao nhieu)( (thang|ngay|tuan|bua|hom))?\b/;
const asksEnd =
  /\b(?:(?:den|toi|het) (?:khi nao|bao gio|ngay nao|luc nao|thang nao)|ngay nao|khi nao|bao gio|thang nao)\b.*\b(?:het|di lam|lam lai|xong|phai)\b|\b(?:het|di lam lai|den|toi) (?:khi nao|bao gio|ngay nao|luc nao|thang nao)\b/;
const asksStart = /\b(?:truoc ngay nao|cham nhat|han chot|muon nhat|den ngay nao|bat dau (?:nghi )?(?:truoc|tu|khi))\b/;
const fatherWords = /\b(chong|bo|cha|dan ong|lao dong nam|nguoi cha|ong xa|con re|em re|anh re|chau re)\b/;
/** "Chồng nghỉ mấy ngày, mẹ nghỉ mấy tháng", "vợ nghỉ mấy tháng, em nghỉ mấy ngày": both, and the father asks or is named. */
const eachAsked =
  /\b(?:chong|bo|cha)\b.*\b(?:may|bao nhieu) ngay\b.*\b(?:me|vo)\b.*\b(?:may|bao nhieu) thang\b|\b(?:me|vo)\b.*\b(?:may|bao nhieu) thang\b.*\b(?:chong|bo|cha)\b.*\b(?:may|bao nhieu) ngay\b|\b(?:me|vo)\b.*\b(?:may|bao nhieu) thang\b.*\b(?:em|toi|minh|anh|t|e)\b(?: \S+){0,3} (?:may|bao nhieu) ngay\b/;
const motherWords = /\b(vo|me|phu nu|lao dong nu)\b/;
/** Days off for something else than the birth, of which rules of their own tell. */
const otherLeave = /\b(?:dat vong|triet san|tranh thai|say thai|pha thai|thai luu|kham thai|duong suc|con om)\b/;
/**
 * Answers how long mother or father stay at home for a birth of several children, by surgery, too early or of a second
 * child, with the sum shown, or until when from a day named. `null` for the plain case, which the knowledge tells itself, and for cases the law does not
 * settle. `day` is today.
 */
export function answerBirthLeave(question: Question, day: string, knowledge: Knowledge): Composed | null {
  const rule = knowledge.birthLeave;
  const { folded } = question;
  if (!rule || !topic.test(folded) || !leave.test(folded) || otherLeave.test(folded)) return null;
  const told = birthCaseIn(folded);
  const [start] = daysNamed(question.words, day);
  if (start && asksEnd.test(folded) && !fatherWords.test(folded)) return untilWhen(start.day, told, rule, knowledge);
  if (start && asksStart.test(folded) && fatherWords.test(folded)) return startBy(start.day, rule, knowledge);
  if (!asksLong.test(folded)) return null;
  const father = fatherWords.test(folded) || asksAsFather(folded) || eachAsked.test(folded);
  // "Vợ sinh đôi chồng nghỉ mấy ngày" is about the father.
  const both = father && (/\b(ca hai|vo chong|bo me|cha me|hai vo chong)\b/.test(folded) || eachAsked.test(folded));
  if (father && !both) return ofFather(told, rule, knowledge);
  const mother =
    told.second && isBefore(question, rule.secondChild.from, day)
      ? ofEarlierSecond(rule, knowledge)
      : ofMother(told, rule, knowledge);
  if (!both) return motherWords.test(folded) || !/\bngay\b/.test(folded) ? mother : null;
  const other = ofFather(told, rule, knowledge);
  if (!mother || !other) return mother ?? other;
  const cites = distinct([...mother.cites, ...other.cites]);
  return { ...mother, text: `${mother.text}\n${other.text}`, cites, passages: passagesAt(cites, knowledge) };
}

function ofMother(told: BirthCase, { mother, secondChild }: BirthLeave, knowledge: Knowledge): Composed | null {
  const { children, second, later } = told;
  // Whether twins after a first child get both additions, no source says.
  if (children > 1 && second) return null;
  if (children === 1) {
    if (later && !second)
      return made(
        `Sinh con thứ ba trở đi: mẹ nghỉ thai sản ${two(mother.months)} tháng. Mức ${two(mother.secondChildMonths)} tháng chỉ dành cho lần sinh con thứ hai (từ ${spokenDay(secondChild.from)}).`,
        [...mother.cite, secondChild.cite],
        knowledge,
      );
    if (!second) return null;
    const text = `Sinh con thứ hai: mẹ nghỉ thai sản ${two(mother.secondChildMonths)} tháng, với lần sinh từ ${spokenDay(secondChild.from)}; lúc sinh mẹ đang có một con đẻ còn sống.`;
    return made(text, [...mother.cite, secondChild.cite], knowledge);
  }
  const further = children - 1;
  const added = further * mother.monthsPerFurtherChild;
  const sum =
    further === 1
      ? `${mother.months} + ${added} = ${mother.months + added} tháng`
      : `${mother.months} + ${further} × ${mother.monthsPerFurtherChild} = ${mother.months + added} tháng`;
  const text = `Sinh ${nameOf(children)}: mẹ nghỉ thai sản ${sum}. Từ con thứ hai, mỗi con thêm ${two(mother.monthsPerFurtherChild)} tháng. Nghỉ trước khi sinh nhiều nhất ${two(mother.mostMonthsBeforeBirth)} tháng.`;
  return made(text, mother.cite, knowledge);
}

const lastYear = /\bnam (?:ngoai|kia)\b/;

/** A year told beside these is that of an earlier birth: "năm 2022 em sinh con đầu, giờ sắp sinh bé thứ hai". */
const ofNow = /\b(?:gio|bay gio|sap|lan nay|nay|hien|dang|dau)\b(?! nam)/;

/** Whether the birth told of lies before the day, by a time named ("năm ngoái"), or by "trước" before that day's month. */
function isBefore(question: Question, day: string, today: string): boolean {
  const { words, folded } = question;
  if (lastYear.test(folded) && addMonths(today, -12).slice(0, 4) < day.slice(0, 4)) return true;
  const [born] = daysNamed(words, day);
  const ofDay = /\btruoc (?:ngay )?(?:0?1[ /.-]0?7|thang 7)\b/.test(folded);
  if (ofDay || (born && born.day < day)) return true;
  const [, year] = /\bnam (20\d\d)\b/.exec(folded) ?? [];
  if (year !== undefined && year < day.slice(0, 4) && !ofNow.test(folded)) return true;
  const month = /\bthang (\d{1,2})(?: ?[/.-] ?| nam )(20\d\d)\b/.exec(folded);
  return month !== null && `${month[2]}-${String(month[1]).padStart(2, '0')}` < day.slice(0, 7);
}

/** A second child that came before the rule for second children held. */
function ofEarlierSecond({ mother, secondChild }: BirthLeave, knowledge: Knowledge): Composed {
  const from = spokenDay(secondChild.from);
  const text = `Sinh trước ${from} thì mẹ nghỉ thai sản ${two(mother.months)} tháng, con thứ hai cũng vậy. Sinh con thứ hai từ ${from} mới được nghỉ ${two(mother.secondChildMonths)} tháng.`;
  return made(text, [...mother.cite, secondChild.cite], knowledge);
}

/** The end of the mother's leave, reckoned from the day the question names. */
function untilWhen(start: string, told: BirthCase, rule: BirthLeave, knowledge: Knowledge): Composed | null {
  const { mother, secondChild } = rule;
  const { children, second } = told;
  if (children > 1 && second) return null;
  const months = second ? mother.secondChildMonths : mother.months + (children - 1) * mother.monthsPerFurtherChild;
  const which = second ? 'sinh con thứ hai' : children > 1 ? `sinh ${nameOf(children)}` : 'sinh một con';
  const text =
    `Nghỉ thai sản ${two(months)} tháng (${which}), tính từ ${spokenDay(start)}: ` +
    `${spokenDay(start)} + ${months} tháng = ${spokenDay(addMonths(start, months))}.\n` +
    `Nếu bạn nghỉ trước khi sinh (nhiều nhất ${two(mother.mostMonthsBeforeBirth)} tháng) thì tính từ ngày bắt đầu nghỉ.`;
  return made(text, [...mother.cite, ...(second ? [secondChild.cite] : [])], knowledge);
}

/** The last day on which the father may begin, reckoned from the day of the birth. */
function startBy(birth: string, { father }: BirthLeave, knowledge: Knowledge): Composed {
  const { startsWithinDays } = father;
  const text =
    `Vợ sinh ngày ${spokenDay(birth)}: chồng phải bắt đầu nghỉ trong ${startsWithinDays} ngày. ` +
    `${spokenDay(birth)} + ${startsWithinDays} ngày = ${spokenDay(addDays(birth, startsWithinDays))}. ` +
    'Chồng phải đang đóng bảo hiểm xã hội bắt buộc.';
  return made(text, father.cite, knowledge);
}

function ofFather(told: BirthCase, { father, secondChild }: BirthLeave, knowledge: Knowledge): Composed | null {
  const { children, surgery, preterm, second } = told;
  // For a second child by surgery, and twins of a second birth, no source says which number holds.
  if (second && (surgery || preterm || children > 1)) return null;
  const start = `Bắt đầu nghỉ trong ${father.startsWithinDays} ngày kể từ ngày vợ sinh; có thể chia làm nhiều lần. Chồng phải đang đóng bảo hiểm xã hội bắt buộc.`;
  const cites = second ? [...father.cite, secondChild.cite] : father.cite;
  const say = (what: string, sum: string) =>
    made(`${what}: chồng nghỉ ${sum} ngày làm việc. ${start}`, cites, knowledge);
  if (second)
    return say(`Vợ sinh con thứ hai (lần sinh từ ${spokenDay(secondChild.from)})`, `${father.daysForSecondChild}`);
  if (children === 1) {
    if (!surgery && !preterm) return null;
    const what = surgery ? 'Vợ sinh một con phải mổ' : 'Vợ sinh một con dưới 32 tuần';
    return say(`${what} (không phải lần sinh con thứ hai)`, two(father.daysWithSurgeryOrPreterm));
  }
  const further = children - 2;
  const daysFrom = (base: number) => {
    const added = further * father.daysPerFurtherChild;
    const sum = further === 1 ? `${base} + ${added}` : `${base} + ${further} × ${father.daysPerFurtherChild}`;
    return further === 0 ? `${base}` : `${sum} = ${base + added}`;
  };
  const whatever = `Vợ sinh ${nameOf(children)}`;
  const operated = daysFrom(father.daysForTwinsWithSurgery);
  if (surgery) return say(`${whatever} phải mổ`, operated);
  // Whether it takes surgery may not be known yet, and then the father has more days.
  return made(
    `${whatever}: chồng nghỉ ${daysFrom(father.daysForTwins)} ngày làm việc; phải mổ thì ${operated} ngày. ${start}`,
    cites,
    knowledge,
  );
}

const nameOf = (children: number) => ['', 'một', 'đôi', 'ba', 'tư'][children] ?? `${children}`;
/** 5 → "05", as the law writes small numbers of days and months. */
const two = (value: number) => String(value).padStart(2, '0');

function made(text: string, cites: Citation[], knowledge: Knowledge): Composed {
  const all = distinct(cites);
  return { text, cites: all, passages: passagesAt(all, knowledge), more: null, outcome: 'answer' };
}
