import { type Item, type ItemBody, type ItemKey, nameOf, sameBody } from './item.ts';

/** What was done when content changed. */
export const deeds = [
  'published',
  'taken-back',
  'approved',
  'called',
  'not-answered',
  /** The file changed under what was published: the published words stay, or the file's come. */
  'kept',
  'left-to-file',
] as const;
export type Deed = (typeof deeds)[number];

/** One change of one thing, for good. */
export type Publication = ItemKey & {
  seq: number;
  deed: Deed;
  /** What people are told from then on; `null`: what the file says. */
  body: ItemBody | null;
  /** What the file said then; `null` when it had no such thing. */
  fileBody: ItemBody | null;
  /** The file it belongs in. */
  file: string;
  /** From which day on, `YYYY-MM-DD`. */
  from: string;
  /** Account names; the second person only where there was one. */
  authors: string[];
  reviewer: string | null;
  at: Date;
};

/** What was published and is in effect on `day`: the last change of each thing, in the order they were made. */
export function inEffect(all: Publication[], day: string): Publication[] {
  const last = new Map<string, Publication>();
  for (const one of [...all].sort((a, b) => a.seq - b.seq)) if (one.from <= day) last.set(nameOf(one), one);
  return [...last.values()].filter((one) => one.body !== null).sort((a, b) => a.seq - b.seq);
}

/** The newest change of a thing where it waits for a day after `day`. `history`: of one thing, newest first. */
export function scheduledIn([newest]: Publication[], day: string): Publication | null {
  return newest !== undefined && newest.from > day ? newest : null;
}

/** How something published stands to the content files. */
export type Standing =
  /** It changes what the files say. */
  | 'over'
  /** The files say the same: nothing is left to do. */
  | 'settled'
  /** The file was changed since: somebody must choose. Until then the published words stay. */
  | 'conflict';

export function standingOf({ body, fileBody }: Publication, inFile: Item | undefined): Standing {
  const now = inFile?.body ?? null;
  if (sameBody(body, now)) return 'settled';
  return sameBody(fileBody, now) ? 'over' : 'conflict';
}
