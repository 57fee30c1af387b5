import type { Composed } from '../core/answer/composed.ts';
import { gapOfFines } from '../core/answer/fine-gap.ts';
import type { Library } from '../core/answer/library.ts';
import { carriedBy } from '../core/answer/outright.ts';
import { least } from '../core/answer/threshold.ts';
import { answersAll, type Part, together } from '../core/answer/together.ts';
import type { Topic } from '../core/conversation.ts';
import type { Passage } from '../core/passage.ts';
import type { Search } from '../core/ports.ts';
import { askedAlone, splitQuestions } from '../core/question/split.ts';
import { type Question, understand } from '../core/question/understand.ts';
import { type Answered, type Around, answerOne } from './answer-one.ts';
import { makeFind } from './find.ts';

/** How far half a message must be trusted to be answered where the other half asks for what nobody holds. */
const besideUnheld = 0.6;
/** How far where all of it together has no answer. */
const besideNothing = 0.5;

const endsSentence = /[.?!;]\s*$/;

/**
 * Answers a message: its one question, or each of several in turn, the later ones read in the light of the earlier.
 * Rejects only when search does.
 */
export async function answer(
  question: Question,
  message: string,
  topic: Topic | null,
  day: string,
  library: Library,
  search: Search,
  near?: () => Promise<string[]>,
): Promise<Answered> {
  const find = makeFind(day, library, search, near);
  const whole = await answerOne(question, { topic, day, library, find });
  const questions = splitQuestions(message);
  if (questions.length < 2 || whole.kind === 'elsewhere' || whole.kind === 'unheld') {
    const asked = await apart(message, whole, { topic, day, library, find });
    if (asked) return asked;
  }
  // What is told outright was reckoned from all of it.
  if (questions.length < 2 || (whole.kind === 'answer' && whole.sure && whole.trust === 1)) return whole;
  const parts: Part[] = [];
  const also: Passage[] = [];
  let goesOn = topic;
  let surest = true;
  for (const each of questions) {
    const read = understand(each, library.names);
    const found: Answered = await answerOne(read, { topic: goesOn, day, library, find });
    // "Hộ chiếu làm lại mất mấy hôm, nộp bao nhiêu tiền": what follows in one sentence is about the same.
    const leans = parts.at(-1)?.composed === null && !endsSentence.test(questions[parts.length - 1] ?? '');
    const answered = found.kind === 'answer' && !(leans && whole.kind !== 'answer') ? found : null;
    const stands = answered !== null && (whole.kind === 'answer' || isTrusted(answered, whole.kind, goesOn !== topic));
    const content = read.content.map((word) => word.folded);
    parts.push({ folded: read.folded, content, composed: stands ? answered.composed : null });
    // What goes on with the question before it is as sure as that one.
    surest &&=
      stands && (answered.sure || answered.trust >= besideUnheld || (answered.trust === 0 && goesOn !== topic));
    if (!stands) continue;
    also.push(...answered.also);
    goesOn = {
      passages: answered.composed.passages,
      shown: 0,
      offered: [],
      ...carriedBy(read),
    };
  }
  // One passage surely asked for answers both questions, unless each of them as surely asks for one of its own.
  if (whole.kind === 'answer' && !surest && (whole.sure || isAnotherMatter(whole, parts))) return whole;
  if (whole.kind === 'answer' && answersAll(whole.composed, parts)) return whole;
  const composed = together(parts, question.asks.has('difference') ? gapOfFines(parts, library.knowledge) : null);
  if (whole.kind === 'answer' && composed && leavesOut(whole.composed, parts, composed)) return whole;
  return composed ? { kind: 'answer', composed, also, sure: false, trust: trustTogether(whole, composed) } : whole;
}

/** What tells what all of it together leads to is trusted as that is. */
function trustTogether(whole: Answered, { passages }: Composed): number {
  if (whole.kind !== 'answer') return 0;
  return passages.includes(whole.composed.passages[0] ?? '') ? whole.trust : 0;
}

/** So far the whole is trusted, and what only a part of it leads to is beside the point. */
const clearlyWhole = 0.8;

/** Whether the parts of what is clear as a whole lead nowhere near it: "bán cái xe mua chung, một mình tôi kí có được không". */
function isAnotherMatter(
  { trust, composed }: Answered & { kind: 'answer' },
  parts: Array<{ composed: Composed | null }>,
): boolean {
  const [main] = composed.passages;
  return trust >= clearlyWhole && parts.every((one) => !one.composed?.passages.includes(main ?? ''));
}

/** Whether a part is trusted by itself where the whole is not answered: by its own words, or as what goes on with the part before it. */
function isTrusted(part: Answered & { kind: 'answer' }, whole: Answered['kind'], goesOn: boolean): boolean {
  if (part.sure || part.trust >= (whole === 'unheld' ? besideUnheld : besideNothing)) return true;
  return whole !== 'unheld' && part.trust === 0 && goesOn;
}

/** Whether of the parts just that is left out, for it adds nothing, which all of it together leads to. */
function leavesOut(
  { passages: [main] }: Composed,
  parts: Array<{ composed: Composed | null }>,
  kept: Composed,
): boolean {
  if (main === undefined || kept.passages.includes(main)) return false;
  return parts.some(({ composed }) => composed?.passages[0] === main);
}

/** How far the question alone must be trusted where all of it together leads to what is not established. */
const surelyKnown = 0.8;

/**
 * The question without what somebody tells of themselves beside it, where that answers it; `null` where nothing is told, or
 * where it would lead elsewhere. What the plan sets is the same whatever is told, and so is a rule that is the first to
 * come to mind with all of it; what is told may name another province or papers of their own; and it must not turn what is
 * known into what is not.
 */
async function apart(message: string, whole: Answered, around: Around): Promise<Answered | null> {
  const asked = askedAlone(message);
  if (asked === null || (whole.kind === 'answer' && whole.trust === 1)) return null;
  const { passages, plan } = around.library.knowledge;
  const toldOf = ({ composed }: Answered & { kind: 'answer' }) => passages.get(composed.passages[0] ?? '');
  const before = whole.kind === 'answer' ? toldOf(whole) : null;
  const unknown = whole.kind === 'answer' && whole.composed.outcome === 'decline';
  if (before && before.document !== plan && !unknown) return null;
  const found = await answerOne(understand(asked, around.library.names), around);
  if (found.kind !== 'answer' || !(found.sure || found.trust >= least)) return null;
  const told = toldOf(found);
  if (before && !unknown) return told === before ? found : null;
  if (unknown) return found.composed.outcome === 'answer' && found.trust >= surelyKnown ? found : null;
  return told !== undefined && (told.document === plan || (whole.kind === 'decline' && told === whole.first))
    ? found
    : null;
}
