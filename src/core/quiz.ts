import type { Knowledge } from './knowledge.ts';
import { holdsOn } from './passage.ts';

/** Whom a question suits in particular. */
export const audiences = ['pupils', 'workers', 'farmers', 'officials'] as const;
export type Audience = (typeof audiences)[number];

/** One question of the quiz; `right` counts its options from 1. */
export type QuizQuestion = {
  id: string;
  ask: string;
  options: string[];
  right: number;
  why: string;
  /** Id of the passage the explanation rests on. */
  passage: string;
  /** Which of the passage's places holds it; its first when absent. */
  place?: string | undefined;
  /** 1 easy, 2 middling, 3 hard. */
  level: 1 | 2 | 3;
  /** Whom it suits; empty when it suits everybody. */
  audiences: Audience[];
  /** Harmless on any screen, whoever looks at it. */
  cover: boolean;
};

/** The questions that rest on what holds on `day`. */
export function askable(quiz: QuizQuestion[], knowledge: Knowledge, day: string): QuizQuestion[] {
  return quiz.filter((one) => holds(one.passage, knowledge, day));
}

/** Whether the passage of this id is there and holds on `day`. */
export function holds(id: string, knowledge: Knowledge, day: string): boolean {
  const passage = knowledge.passages.get(id);
  return passage !== undefined && holdsOn(passage, day);
}

/** One of the questions, the same for the same `seed`; `null` when there is none. */
export function questionFor(quiz: QuizQuestion[], seed: string): QuizQuestion | null {
  return quiz[placeOf(seed) % Math.max(1, quiz.length)] ?? null;
}

/** A number from 0 that is the same for the same `seed` and else looks drawn. */
export function placeOf(seed: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 16_777_619) >>> 0;
  // The low bits of neighbouring ids alternate; the high ones do not.
  return hash >>> 7;
}
