import { type Audience, audiences, placeOf, type QuizQuestion } from '../quiz.ts';

/** Who a set is for; `all` keeps to questions that suit everybody. */
export const groups = ['all', ...audiences] as const;
export type Group = (typeof groups)[number];

/** Questions in a set. */
export const setSize = 5;
/** How many of a set are the group's own, where it has so many. */
const ownShare = 3;
/** Questions about harm in one set, so that a game stays one. */
const graveShare = 1;

/** A set of the quiz under way: ids and counts only. */
export type PlayedSet = {
  kind: 'set';
  group: Group;
  ids: string[];
  /** Which question is open, from 0; `ids.length` when the set is over. */
  at: number;
  right: number;
  /** Right answers in a row: now, and at most. */
  run: number;
  longest: number;
  /** Asked earlier in this talk, so that nothing comes twice soon. */
  seen: string[];
};

/** A fresh set for a group: the easy ones first, none that was `seen` while others are left. `null` without questions. */
export function beginSet(open: QuizQuestion[], group: Group, seen: string[], seed: string): PlayedSet | null {
  const suits = open.filter((one) => one.audiences.length === 0 || isOwn(one, group));
  const fresh = suits.filter((one) => !seen.includes(one.id));
  const startsOver = fresh.length < setSize;
  const drawn = [...(startsOver ? suits : fresh)].sort((a, b) => placeOf(seed + a.id) - placeOf(seed + b.id));
  const own = drawn.filter((one) => isOwn(one, group)).slice(0, ownShare);
  const chosen: QuizQuestion[] = [];
  for (const one of [...own, ...drawn]) {
    if (chosen.length === setSize) break;
    if (chosen.includes(one)) continue;
    if (!one.cover && chosen.filter((other) => !other.cover).length >= graveShare) continue;
    chosen.push(one);
  }
  if (chosen.length === 0) return null;
  const ids = chosen.sort((a, b) => a.level - b.level || Number(b.cover) - Number(a.cover)).map((one) => one.id);
  return { kind: 'set', group, ids, at: 0, right: 0, run: 0, longest: 0, seen: startsOver ? [] : seen };
}

/** The set after the open question was answered. */
export function answerSet(set: PlayedSet, isRight: boolean): PlayedSet {
  const run = isRight ? set.run + 1 : 0;
  return {
    ...set,
    at: set.at + 1,
    right: set.right + (isRight ? 1 : 0),
    run,
    longest: Math.max(set.longest, run),
    seen: [...set.seen, set.ids[set.at] ?? ''],
  };
}

function isOwn(question: QuizQuestion, group: Group): boolean {
  return question.audiences.includes(group as Audience);
}
