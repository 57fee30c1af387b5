import type { Decision } from '../core/decide.ts';
import { groups } from '../core/quiz/set.ts';
import { type QuizQuestion, questionFor } from '../core/quiz.ts';
import { plainReply } from '../core/reply.ts';
import type { Choice } from '../core/update.ts';
import type { Turn } from './carry-out.ts';
import { tellToday } from './daily.ts';
import { answeredInPath, beginPath, listPaths, reopenPath } from './play-path.ts';
import { answeredInSet, begin, reopenSet } from './play-set.ts';
import { another, labelOf, noTopic, openQuestions, type Played, playOf, posed, said, told } from './play-words.ts';

type Move = Extract<Decision, { kind: 'game' }>['move'];

/** Does a move in the quiz or the lessons. What is gone or out of turn leads back to a place to go on from. */
export function playing(move: Move, turn: Turn): Played {
  const play = playOf(turn);
  switch (move.kind) {
    case 'quiz':
      return (play?.kind === 'set' ? reopenSet(play, turn) : play && reopenPath(play, turn)) ?? choose(turn);
    case 'play':
      return begin(move.group, turn) ?? none(turn);
    case 'lessons':
      return listPaths(turn) ?? none(turn);
    case 'path':
      return beginPath(move.id, turn) ?? listPaths(turn) ?? none(turn);
    case 'guess': {
      const question = openQuestions(turn).find((one) => one.id === move.quiz);
      if (!question) return choose(turn);
      const goesOn =
        play?.kind === 'set'
          ? answeredInSet(play, question, move.option, turn)
          : play && answeredInPath(play, question, move.option, turn);
      return goesOn ?? aside(question, move.option, turn);
    }
    case 'today':
      return tellToday(turn) ?? none(turn);
    case 'share':
      return said('quiz-share', { right: `${move.right}` }, turn, [another]);
    case 'stop':
      return { ...said('quiz-stopped', {}, turn, []), play: null };
  }
}

/** A question that is harmless on any screen, another one for every update. */
export function cover(turn: Turn): Played {
  const question = questionFor(
    openQuestions(turn).filter((one) => one.cover),
    turn.update.id,
  );
  return question ? posed(question, 'quiz', {}, [], turn) : none(turn);
}

function choose(turn: Turn): Played {
  const next: Choice[] = [...groups.map((group) => ({ kind: 'play', group }) as const), { kind: 'lessons' }];
  return openQuestions(turn).length > 0 ? said('quiz-choose', {}, turn, next) : none(turn);
}

const none = (turn: Turn): Played => ({ ...said('quiz-none', {}, turn, []), play: null });

/** An answer to a question that is not the open one: told, and nothing is counted. */
function aside(question: QuizQuestion, option: number, turn: Turn): Played {
  const { bubbles, citations } = told(question, option, turn);
  const offers = [{ label: playOf(turn) ? 'Chơi tiếp' : labelOf(another), choice: another }];
  return {
    reply: { ...plainReply(bubbles, 'smalltalk'), citations, offers },
    topic: noTopic,
    subject: `quiz-${question.id}`,
  };
}
