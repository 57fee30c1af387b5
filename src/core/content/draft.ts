import type { ItemBody, ItemKey } from './item.ts';

/** What editors are working on. There is at most one draft of a thing. */
export type Draft = ItemKey & {
  /** Raised by every save: whoever saves must have seen the one before. */
  version: number;
  body: ItemBody;
  /** What people were told when the draft was begun, unstamped; `null` for something new. */
  base: ItemBody | null;
  file: string;
  state: 'draft' | 'offered';
  /** Account names of all who wrote in it. */
  authors: string[];
  /** The day from which it is to be used; `null`: at once. */
  from: string | null;
  editedAt: Date;
};

/** Whether this officer may publish the draft: never one who wrote in it. */
export function mayReview(draft: Pick<Draft, 'authors' | 'state'>, officer: string): boolean {
  return draft.state === 'offered' && !draft.authors.includes(officer);
}
