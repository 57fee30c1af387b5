import type { Knowledge } from '../knowledge.ts';
import { holds, type QuizQuestion } from '../quiz.ts';

/** A short lesson with the question that checks it. */
export type Lesson = {
  title: string;
  text: string;
  /** Ids of the passages the text rests on. */
  passages: string[];
  /** Id of a question of the quiz. */
  check: string;
};

/**
 * A learning path: a few questions before, short lessons each with a check, and the same questions after. Who comes to
 * its end has had the basic knowledge; what was right before and after tells what the lessons gave.
 */
export type LearningPath = {
  id: string;
  title: string;
  /** Ids of the questions asked before and after. */
  measure: string[];
  lessons: Lesson[];
};

/** A path under way: which step is open, from 0, and how many were right before and after the lessons. */
export type PlayedPath = { kind: 'path'; path: string; step: number; before: number; after: number };

/** What a step of a path is; every step ends with one question. */
export type Step =
  | { part: 'before'; question: string; number: number }
  | { part: 'lesson'; question: string; number: number; lesson: Lesson }
  | { part: 'after'; question: string; number: number };

/** The steps of a path in order, each numbered within its part from 1. */
export function stepsOf({ measure, lessons }: LearningPath): Step[] {
  return [
    ...measure.map((question, at) => ({ part: 'before', question, number: at + 1 }) as const),
    ...lessons.map((lesson, at) => ({ part: 'lesson', question: lesson.check, number: at + 1, lesson }) as const),
    ...measure.map((question, at) => ({ part: 'after', question, number: at + 1 }) as const),
  ];
}

/** The path after the question of `step` was answered. */
export function answerPath(played: PlayedPath, { part }: Step, isRight: boolean): PlayedPath {
  const counts = isRight && part !== 'lesson' ? { [part]: played[part] + 1 } : {};
  return { ...played, step: played.step + 1, ...counts };
}

/** The paths of which every lesson and every question rests on what holds on `day`. */
export function openPaths(
  paths: LearningPath[],
  open: QuizQuestion[],
  knowledge: Knowledge,
  day: string,
): LearningPath[] {
  const ids = new Set(open.map((one) => one.id));
  return paths.filter(
    (path) =>
      stepsOf(path).every((step) => ids.has(step.question)) &&
      path.lessons.every((lesson) => lesson.passages.every((id) => holds(id, knowledge, day))),
  );
}
