import type { Knowledge } from '../knowledge.ts';
import type { ActRecord, Citation, EndedAct, KnownDocument, Passage } from '../passage.ts';
import { type ActAspect, actAspects, isActWord } from '../question/act-aspects.ts';
import { matchable } from '../question/names.ts';
import type { Question } from '../question/understand.ts';
import { spokenDay } from '../spoken-day.ts';
import { fold } from '../vietnamese/fold.ts';
import { actName, tellAmended, tellEffect, tellEnds, tellIssued, tellSize, wholeAct } from './act-words.ts';
import { type Composed, distinct, passagesAt } from './composed.ts';

/** "Hiệu lực thi hành", "Hiệu lực của Luật …", and not the effect of a decision nor "(đã hết hiệu lực)". */
const effectTitle = /^hieu luc(?:$|,| thi hanh| cua (?:bo )?(?:luat|nghi|hien phap|thong tu))|: hieu luc thi hanh$/;

type Known = KnownDocument & { act: ActRecord };

/**
 * Answers what is asked of an act as a whole: since when, still in force, what it replaced, how long, who made it.
 * `null` when something else is asked, or when nobody has established it. `last` is the passage last talked about.
 */
export function answerAct(
  question: Question,
  last: Passage | null,
  day: string,
  knowledge: Knowledge,
): Composed | null {
  const { place } = question;
  if (place.article !== null || place.objective !== null || place.indicator !== null || place.section !== null)
    return null;
  const aspects = actAspects(question.folded);
  const number = question.document ?? (question.strangerAct ? null : (last?.document ?? null));
  const document = knowledge.documents.get(number ?? '');
  if (!document?.act) return null;
  const known = { ...document, act: document.act };
  if (question.ended && (aspects.size > 0 || !question.ended.replaced))
    return withWhatHoldsNow(tellEnded(question.ended, known, knowledge), question, known, day, knowledge);
  if (aspects.size === 0 || restOf(question, known) > (question.document === null ? 0 : 1)) return null;
  const told = [...aspects].map((aspect) => tell(aspect, known, day, knowledge));
  if (told.some((one) => one.length === 0)) return null;
  const [first = '', ...rest] = [...new Set(told.flat())];
  const named = first.includes(known.number) ? first : `${actName(known)}: ${uncapital(first)}`;
  const successor = successorOf(known, knowledge);
  const also = [...(successor ? [successor] : []), ...(aspects.has('amends') ? amendedBy(known, knowledge) : [])];
  const whole = made([named, ...rest].join(' '), known, also, aspects, knowledge);
  return aspects.has('amended') || aspects.has('standing') ? withAmended(whole, known, knowledge) : whole;
}

/** The articles that an amendment names, cited before the act as a whole. */
function withAmended(composed: Composed, { number, act }: Known, knowledge: Knowledge): Composed {
  const named = act.amendedBy.flatMap(({ what }) => what?.match(/Điều \d+[a-zđ]?/gu) ?? []);
  const places = named.map((locator) => ({ document: number, locator }));
  const held = places.filter((place) => passagesAt([place], knowledge).length > 0);
  return { ...composed, cites: distinct([...held, ...composed.cites]) };
}

/** "Có hiệu lực" → "có hiệu lực"; the name of a body keeps its capital. */
function uncapital(sentence: string): string {
  return /^(Có|Còn|Gồm|Thay|Đã|Sẽ|Sửa|Nay|Số|Đang) /u.test(sentence)
    ? sentence.charAt(0).toLocaleLowerCase('vi') + sentence.slice(1)
    : sentence;
}

/** How many words of the question speak of something else than the act as a whole. */
function restOf(question: Question, document: KnownDocument): number {
  const names = [document.number, document.title, document.short, ...document.aliases].map(matchable);
  const naming = new Set(names.join(' ').split(' '));
  return question.content.filter(({ folded }) => !naming.has(folded) && !isActWord(folded)).length;
}

/** One aspect in sentences; none when it is not established. */
function tell(aspect: ActAspect, document: Known, day: string, knowledge: Knowledge): string[] {
  const { act, inForceTo } = document;
  const said = (...sentences: string[]) => sentences.filter((one) => one !== '');
  switch (aspect) {
    case 'effect':
      return said(tellEffect(document, day));
    case 'standing':
      return inForceTo === null
        ? said('Còn hiệu lực.', tellEffect(document, day), tellAmended(act), 'Mình chưa thấy văn bản nào thay.')
        : said(tellEffect(document, day), tellSuccessor(document, knowledge));
    case 'replaced-by':
      return inForceTo === null
        ? said(`Đang áp dụng ${actName(document)}.`, tellEffect(document, day), tellEnds(document, act))
        : said(tellSuccessor(document, knowledge));
    case 'replaces':
      return said(tellEnds(document, act));
    case 'size':
      return said(tellSize(act));
    case 'issued':
      return said(tellIssued(act));
    case 'issuer':
      return said(tellIssued(act) || `${act.issuer} ban hành.`);
    case 'number':
      return said(`Số hiệu: ${document.number}.`);
    case 'amended':
      return said(tellAmended(act));
    case 'amends':
      return said(tellAmends(document, knowledge));
  }
}

function successorOf(document: KnownDocument, knowledge: Knowledge): Known | null {
  for (const one of knowledge.documents.values())
    if (one.act?.ends.some((ended) => ended.replaced && ended.number === document.number))
      return { ...one, act: one.act };
  return null;
}

/** The acts that the document amends. */
function amendedBy(document: KnownDocument, knowledge: Knowledge): Known[] {
  return [...knowledge.documents.values()].flatMap((one) =>
    one.act?.amendedBy.some(({ number }) => number === document.number) ? [{ ...one, act: one.act }] : [],
  );
}

function tellSuccessor(document: KnownDocument, knowledge: Knowledge): string {
  const next = successorOf(document, knowledge);
  return next ? `Nay thay bằng ${actName(next)}, có hiệu lực từ ${spokenDay(next.inForceFrom)}.` : '';
}

function tellAmends(document: KnownDocument, knowledge: Knowledge): string {
  return [...knowledge.documents.values()]
    .flatMap((one) =>
      (one.act?.amendedBy ?? []).filter(({ number }) => number === document.number).map((by) => ({ one, by })),
    )
    .map(({ one, by }) => `Sửa ${actName(one)} từ ${spokenDay(by.from)}${by.what === null ? '' : `: ${by.what}`}.`)
    .join(' ');
}

/** An act that lost force is never spoken of without saying so. */
function tellEnded(ended: EndedAct, by: Known, knowledge: Knowledge): Composed {
  const since = spokenDay(by.inForceFrom);
  const text = ended.replaced
    ? `${ended.name} đã hết hiệu lực từ ${since}. Nay thay bằng ${actName(by)}, có hiệu lực từ ${since}.`
    : `${ended.name} đã hết hiệu lực từ ${since}.`;
  return made(text, by, [], new Set<ActAspect>(['standing', 'replaces']), knowledge);
}

/**
 * What an act that was not replaced had ruled, as it is ruled today, where an article tells that the old rule ended and the
 * question is about more than the act as a whole.
 */
function withWhatHoldsNow(
  composed: Composed,
  question: Question,
  by: Known,
  day: string,
  knowledge: Knowledge,
): Composed {
  const { ended } = question;
  if (!ended || ended.replaced || restOf(question, by) === 0) return composed;
  const now = [...knowledge.passages.values()].find(
    ({ document, title, text, facts, inForceFrom, inForceTo }) =>
      facts.kind === 'article' &&
      document !== ended.number &&
      !effectTitle.test(fold(title)) &&
      inForceFrom <= day &&
      (inForceTo === null || inForceTo >= day) &&
      text.includes(ended.number),
  );
  if (!now) return composed;
  return {
    ...composed,
    text: `${composed.text}\n${now.say}`,
    cites: distinct([...composed.cites, ...now.cites]),
    passages: [...composed.passages, now.id],
  };
}

/** The article on entry into force where it is known, and the act as a whole for what that article does not say. */
function made(text: string, document: Known, also: Known[], aspects: Set<ActAspect>, knowledge: Knowledge): Composed {
  const cites: Citation[] = [];
  const passages: string[] = [];
  for (const one of [document, ...also]) {
    const all = [...knowledge.passages.values()].filter((passage) => passage.document === one.number);
    const effect = all.find(({ title, facts }) => facts.kind === 'article' && effectTitle.test(fold(title)));
    const inEffect = [...aspects].every((aspect) => aspect === 'effect' || aspect === 'number');
    const whole = all.find(({ facts }) => facts.kind === 'act');
    for (const passage of [effect, effect && inEffect ? undefined : whole]) {
      if (!passage) continue;
      cites.push({ document: one.number, locator: passage.facts.kind === 'act' ? wholeAct : passage.locator });
      passages.push(passage.id);
    }
  }
  return { text, cites: distinct(cites), passages, more: null, outcome: 'answer' };
}
