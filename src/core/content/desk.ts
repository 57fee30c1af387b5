import type { Draft } from './draft.ts';
import type { ContentKind, ItemBody, ItemKey } from './item.ts';
import type { Publication } from './publication.ts';
import type { AnswerSwitch, OffReason, SwitchTurn } from './switch.ts';
import type { TriedOut } from './try-out.ts';

/** How what people are told stands to the files. */
export type TellsNow = 'file' | 'over' | 'conflict' | 'broken';

/** A thing in a list. */
export type ItemLine = ItemKey & {
  /** What it is about, in a line. */
  title: string;
  file: string;
  tells: TellsNow;
  draft: Draft['state'] | null;
  /** What somebody should do about it, in a few words; `null` when nothing waits. */
  waits: string | null;
};

/** A thing with all that is known of it. */
export type ItemView = ItemLine & {
  /** What people are told now, with its stamps; `null` where there is only a draft. */
  now: ItemBody | null;
  inFile: ItemBody | null;
  whole: Draft | null;
  /** A change that waits for its day. */
  scheduled: Publication | null;
  /** Newest first. */
  history: Publication[];
  /** What stands about it that no field shows: who approved it, when its number was called, whether it is told today. */
  notes: string[];
};

/** A reply as a person will see it. */
export type Shown = { bubbles: string[]; sources: string[]; offers: string[] };

/** A body tried out: what must be mended first, and, where it can be told at all, how. */
export type Looked = { mends: string[]; shown: Shown[] };

export type Overview = {
  kinds: Array<{ kind: ContentKind; count: number; over: number }>;
  /** Drafts that wait for their second person, and those being written. */
  offered: ItemLine[];
  writing: ItemLine[];
  conflicts: ItemLine[];
  broken: ItemLine[];
  unapproved: number;
  /** Lines of the directory that should be called. */
  toCall: ItemLine[];
  answers: AnswerSwitch;
};

/** Who does a deed, and when. */
export type Doer = { name: string; at: Date };

/**
 * What became of a deed. `own-work`: the second person must be another one. `moved-on`: what people are told changed since
 * the draft was begun, so somebody must look at both. `scheduled`: a change that waits for its day comes first.
 */
export type Done =
  | { kind: 'done' }
  | { kind: 'overtaken'; theirs: Draft | null }
  | { kind: 'own-work' }
  | { kind: 'moved-on' }
  | { kind: 'scheduled' }
  | { kind: 'mends'; mends: string[] }
  | { kind: 'absent' };

/** What is saved of a draft; `seen` is the version it was made from, 0 for none. */
export type Typed = { seen: number; body: ItemBody; file: string; from: string | null };

/** Everything the pages of the content desk do. */
export interface ContentDesk {
  overview(): Promise<Overview>;
  lines(kind: ContentKind): Promise<ItemLine[]>;
  view(key: ItemKey): Promise<ItemView | null>;
  /** Files that something new of the kind may stand in; none when the kind takes nothing new. */
  files(kind: ContentKind): string[];
  look(key: ItemKey, body: ItemBody, file: string): Promise<Looked>;
  save(key: ItemKey, typed: Typed, who: Doer): Promise<Done>;
  offer(key: ItemKey, seen: number, who: Doer): Promise<Done>;
  sendBack(key: ItemKey, seen: number, who: Doer): Promise<Done>;
  drop(key: ItemKey, seen: number, who: Doer): Promise<Done>;
  /** The second person's yes. `approvedBy`: for a fixed text, the body that stands behind its words. */
  publish(key: ItemKey, seen: number, approvedBy: string | null, who: Doer): Promise<Done>;
  /** Goes back to what was told from change `seq` on; 0 is what the file says. */
  takeBack(key: ItemKey, seq: number, who: Doer): Promise<Done>;
  /** Approves a fixed text as it stands. */
  approve(key: ItemKey, by: string, who: Doer): Promise<Done>;
  /** Somebody dialled the number of a line today. */
  called(key: ItemKey, answered: boolean, who: Doer & { role: string }): Promise<Done>;
  /** Ends a conflict with the file: the published words stay, or the file's come. */
  settle(key: ItemKey, keep: boolean, who: Doer): Promise<Done>;
  tryOut(question: string): Promise<TriedOut>;
  turns(): Promise<{ now: AnswerSwitch; before: SwitchTurn[] }>;
  turn(off: { reason: OffReason; note: string } | null, who: Doer): Promise<void>;
}
