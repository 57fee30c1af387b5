import { askable, questionFor } from '../core/quiz.ts';
import type { Carried, Turn } from './carry-out.ts';
import { plainReply } from './dress.ts';

type Played = Pick<Carried, 'reply' | 'topic' | 'subject'>;

/** A question of the quiz, another one for every update; `cover`: only such as are harmless on any screen. */
export function ask({ parts, update }: Turn, { cover }: { cover: boolean }): Played {
  const open = askable(parts.quiz, parts.library.knowledge, parts.today()).filter((one) => one.cover || !cover);
  const question = questionFor(open, update.id);
  if (!question)
    return {
      reply: plainReply(parts.replies.get('quiz-none').bubbles, 'smalltalk'),
      topic: null,
      subject: 'quiz-none',
    };
  const offers = question.options.map((label, at) => ({
    label,
    choice: { kind: 'guess', quiz: question.id, option: at + 1 } as const,
  }));
  const reply = plainReply(parts.replies.get('quiz', { question: question.ask }).bubbles, 'smalltalk');
  return { reply: { ...reply, offers }, topic: null, subject: `quiz-${question.id}` };
}

/** What a guess is told: right or not, why, and what that rests on. A question that is gone asks another. */
export function tell(quiz: string, option: number, turn: Turn): Played {
  const { parts } = turn;
  const question = askable(parts.quiz, parts.library.knowledge, parts.today()).find((one) => one.id === quiz);
  if (!question) return ask(turn, { cover: false });
  const id = question.right === option ? 'quiz-right' : 'quiz-wrong';
  const right = question.options[question.right - 1] ?? '';
  const { bubbles } = parts.replies.get(id, { right, why: question.why });
  const citations = (parts.library.knowledge.passages.get(question.passage)?.cites ?? []).slice(0, 1);
  const offers = [{ label: 'Câu khác', choice: { kind: 'quiz' } as const }];
  return { reply: { ...plainReply(bubbles, 'smalltalk'), citations, offers }, topic: null, subject: `quiz-${quiz}` };
}
