import { answerPath, type LearningPath, openPaths, type PlayedPath, stepsOf } from '../core/quiz/path.ts';
import type { QuizQuestion } from '../core/quiz.ts';
import { plainReply } from '../core/reply.ts';
import type { Turn } from './carry-out.ts';
import { another, noTopic, openQuestions, type Played, posed, quietOffer, said, told } from './play-words.ts';

/** The paths to choose from; `null` when none is open. */
export function listPaths(turn: Turn): Played | null {
  const paths = pathsOf(turn);
  if (paths.length === 0) return null;
  const { bubbles } = turn.parts.replies.get('lessons');
  const offers = paths.map(({ id, title }) => ({ label: title, choice: { kind: 'path', id } as const }));
  return { reply: { ...plainReply(bubbles, 'smalltalk'), offers }, topic: noTopic, subject: 'lessons', play: null };
}

/** The beginning of a path; `null` when it is gone. */
export function beginPath(id: string, turn: Turn): Played | null {
  const path = pathsOf(turn).find((one) => one.id === id);
  if (!path) return null;
  const { bubbles } = turn.parts.replies.get('path-begin', { title: path.title, count: `${path.lessons.length}` });
  const played: PlayedPath = { kind: 'path', path: id, step: 0, before: 0, after: 0 };
  const step = stepPosed(path, played, bubbles, turn);
  return step && { ...step, subject: `path-${id}` };
}

/** The open step of a path once more; `null` when the path is over or gone. */
export function reopenPath(played: PlayedPath, turn: Turn): Played | null {
  const path = pathsOf(turn).find((one) => one.id === played.path);
  return path ? stepPosed(path, played, [], turn) : null;
}

/** What an answer to the open question leads to: the next step, or the end. `null` when another question is open. */
export function answeredInPath(played: PlayedPath, question: QuizQuestion, option: number, turn: Turn): Played | null {
  const path = pathsOf(turn).find((one) => one.id === played.path);
  const step = path && stepsOf(path)[played.step];
  if (!path || step?.question !== question.id) return null;
  const after = answerPath(played, step, question.right === option);
  // Before the lessons nothing is told: the same questions come again after them.
  const { bubbles, citations } =
    step.part === 'before'
      ? { bubbles: turn.parts.replies.get('path-noted').bubbles, citations: [] }
      : told(question, option, turn);
  const next = stepPosed(path, after, bubbles, turn);
  if (next) return { ...next, reply: { ...next.reply, citations: [...citations, ...next.reply.citations] } };
  const end = over(path, after, turn);
  return { ...end, reply: { ...end.reply, bubbles: [...bubbles, ...end.reply.bubbles], citations } };
}

function stepPosed(path: LearningPath, played: PlayedPath, before: string[], turn: Turn): Played | null {
  const step = stepsOf(path)[played.step];
  const question = step && openQuestions(turn).find((one) => one.id === step.question);
  if (!step || !question) return null;
  if (step.part !== 'lesson') {
    const place = { number: `${step.number}`, count: `${path.measure.length}` };
    return {
      ...posed(question, step.part === 'before' ? 'path-before' : 'path-after', place, before, turn),
      play: played,
    };
  }
  const { title, text, passages } = step.lesson;
  const place = { number: `${step.number}`, count: `${path.lessons.length}` };
  const lesson = turn.parts.replies.get('path-lesson', { ...place, title, text }).bubbles;
  const quiet = quietOffer(passages, turn);
  const told = before.filter((one) => !quiet.includes(one));
  // One bubble, because the sources of both stand under the first.
  const above = [[...told, ...lesson].join('\n\n'), ...quiet];
  const posedStep = posed(question, 'path-check', {}, above, turn);
  const citations = passages.flatMap((id) => turn.parts.library.knowledge.passages.get(id)?.cites.slice(0, 1) ?? []);
  return { ...posedStep, reply: { ...posedStep.reply, citations }, play: played };
}

function over(path: LearningPath, played: PlayedPath, turn: Turn): Played {
  const asked = path.measure.length;
  const counts = { before: `${played.before}`, after: `${played.after}`, count: `${asked}`, title: path.title };
  return {
    ...said('path-done', counts, turn, [{ kind: 'lessons' }, another]),
    subject: `path-${path.id}`,
    play: null,
    learned: { what: 'path', asked, before: played.before, right: played.after },
  };
}

function pathsOf(turn: Turn): LearningPath[] {
  const { paths, library, today } = turn.parts;
  return openPaths(paths, openQuestions(turn), library.knowledge, today());
}
