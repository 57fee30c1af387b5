import { answerSet, beginSet, type Group, type PlayedSet } from '../core/quiz/set.ts';
import type { QuizQuestion } from '../core/quiz.ts';
import type { Turn } from './carry-out.ts';
import { openQuestions, type Played, playOf, posed, said, told } from './play-words.ts';

/** Right answers in a row from which the run is told at the end. */
const worthTelling = 3;

/** A fresh set; `null` when no question is open. */
export function begin(group: Group, turn: Turn): Played | null {
  const before = playOf(turn);
  const seen = before?.kind === 'set' ? before.seen : [];
  const set = beginSet(openQuestions(turn), group, seen, turn.update.id);
  return set && reopenSet(set, turn);
}

/** The open question of a set once more; `null` when the set is over or the question is gone. */
export function reopenSet(set: PlayedSet, turn: Turn): Played | null {
  const question = openQuestions(turn).find((one) => one.id === set.ids[set.at]);
  return question ? { ...next(question, set, [], turn), play: set } : null;
}

/** What an answer to the open question leads to: the next one, or the end. `null` when another question is open. */
export function answeredInSet(set: PlayedSet, question: QuizQuestion, option: number, turn: Turn): Played | null {
  if (question.id !== set.ids[set.at]) return null;
  const after = answerSet(set, question.right === option);
  const { bubbles, citations } = told(question, option, turn);
  const following = openQuestions(turn).find((one) => one.id === after.ids[after.at]);
  if (following) {
    const played = next(following, after, bubbles, turn);
    return { ...played, reply: { ...played.reply, citations }, play: after };
  }
  const end = over(after, turn);
  return { ...end, reply: { ...end.reply, bubbles: [...bubbles, ...end.reply.bubbles], citations } };
}

function next(question: QuizQuestion, set: PlayedSet, before: string[], turn: Turn): Played {
  return posed(question, 'quiz-next', { number: `${set.at + 1}`, count: `${set.ids.length}` }, before, turn);
}

function over(set: PlayedSet, turn: Turn): Played {
  const count = set.at;
  const end = said('quiz-done', { right: `${set.right}`, count: `${count}` }, turn, [
    { kind: 'play', group: set.group },
    { kind: 'lessons' },
    { kind: 'share', right: set.right },
  ]);
  const run =
    set.longest >= worthTelling && set.longest < count
      ? turn.parts.replies.get('quiz-run', { run: `${set.longest}` }).bubbles
      : [];
  const [again, ...others] = end.reply.offers;
  const offers = again ? [{ ...again, label: 'Chơi 5 câu nữa' }, ...others] : [];
  return {
    ...end,
    reply: { ...end.reply, bubbles: [...end.reply.bubbles, ...run], offers },
    subject: `quiz-set-${set.group}`,
    play: set,
    learned: { what: 'set', asked: count, before: null, right: set.right },
  };
}
