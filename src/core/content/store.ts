import type { AuditNote } from '../officers/audit.ts';
import type { Draft } from './draft.ts';
import type { ItemBody, ItemKey } from './item.ts';
import type { Publication } from './publication.ts';
import type { AnswerSwitch, SwitchTurn } from './switch.ts';

/** A change to write down, before it has its number. */
export type NewPublication = Omit<Publication, 'seq'>;

/** What a save brings. `seen` is the version it was made from: 0 where there was no draft. */
export type Saving = ItemKey & {
  seen: number;
  body: ItemBody;
  base: ItemBody | null;
  file: string;
  from: string | null;
  author: string;
};

/** Somebody else was there first: what stands now, `null` when the draft is gone. */
export type Overtaken = { kind: 'overtaken'; theirs: Draft | null };

/** What all replicas watch: content as published, and the switch. */
export interface ContentSource {
  /** Raised with every change below. */
  version(): Promise<number>;
  /** Everything that was published, oldest first, and the switch, of one moment. */
  read(): Promise<{ version: number; publications: Publication[]; answers: AnswerSwitch }>;
}

/** Drafts and what becomes of them. Every deed and its line in the audit log stand together or not at all. */
export interface ContentStore extends ContentSource {
  drafts(): Promise<Draft[]>;
  draft(key: ItemKey): Promise<Draft | null>;
  history(key: ItemKey): Promise<Publication[]>;
  save(saving: Saving, note: AuditNote): Promise<{ kind: 'saved'; version: number } | Overtaken>;
  /** Moves the draft between being written and waiting for the second person. */
  move(key: ItemKey, seen: number, state: Draft['state'], note: AuditNote): Promise<{ kind: 'moved' } | Overtaken>;
  drop(key: ItemKey, seen: number, note: AuditNote): Promise<{ kind: 'dropped' } | Overtaken>;
  /** Publishes the draft that was seen. `last` is the newest change of the thing that the reviewer knew of. */
  publish(
    publication: NewPublication,
    seen: { draft: number; last: number },
    note: AuditNote,
  ): Promise<{ kind: 'published' } | Overtaken>;
  /** Writes a change that needs no draft; `overtaken` when another change came since `last`. */
  change(
    publication: NewPublication,
    last: number,
    note: AuditNote,
  ): Promise<{ kind: 'changed' } | { kind: 'overtaken' }>;
  /** Turns the switch. */
  turn(turn: SwitchTurn, note: AuditNote): Promise<void>;
  /** The last turns of the switch, newest first. */
  turns(limit: number): Promise<SwitchTurn[]>;
}
