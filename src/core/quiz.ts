import type { Knowledge } from './knowledge.ts';
import { holdsOn } from './passage.ts';

/** One question of the quiz; `right` counts its options from 1. */
export type QuizQuestion = {
  id: string;
  ask: string;
  options: string[];
  right: number;
  why: string;
  /** Id of the passage the explanation rests on. */
  passage: string;
  /** Harmless on any screen, whoever looks at it. */
  cover: boolean;
};

/** The questions that rest on what holds on `day`. */
export function askable(quiz: QuizQuestion[], knowledge: Knowledge, day: string): QuizQuestion[] {
  return quiz.filter((one) => {
    const passage = knowledge.passages.get(one.passage);
    return passage !== undefined && holdsOn(passage, day);
  });
}

/** One of the questions, the same for the same `seed`; `null` when there is none. */
export function questionFor(quiz: QuizQuestion[], seed: string): QuizQuestion | null {
  let hash = 2_166_136_261;
  for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 16_777_619) >>> 0;
  // The low bits of neighbouring ids alternate; the high ones do not.
  return quiz[(hash >>> 7) % Math.max(1, quiz.length)] ?? null;
}
