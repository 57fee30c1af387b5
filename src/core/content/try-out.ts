import type { Reply } from '../reply.ts';

/** One passage that was weighed for a question. Shares are 0–1. */
export type Weighed = {
  id: string;
  title: string;
  document: string;
  locator: string;
  /** How likely it answers, as the bot sees it. */
  trust: number;
  /** To the nearest way of asking that is known for it. */
  likeness: number;
  /** How much of what the question is about it speaks of. */
  coverage: number;
  /** The known way of asking that comes nearest; `null` where there is none. */
  nearest: string | null;
};

/** A question tried out: what a person would get, and why. Nothing of it is kept. */
export type TriedOut = {
  reply: Pick<Reply, 'bubbles' | 'outcome' | 'level' | 'helpOffered'>;
  sources: string[];
  offers: string[];
  /** Id of the passage or the fixed text that the reply came from. */
  from: string | null;
  weighed: Weighed[];
  /** The least trust that is an answer. */
  least: number;
};
