import type { AuditEntry, AuditNote, AuditState } from './audit.ts';
import type { Credentials, Officer } from './officer.ts';
import type { Tries } from './patience.ts';
import type { Role } from './role.ts';
import type { Session, Stage } from './session.ts';

/** Keyed hash of a secret that must be found again but not read: session ids, one-time codes, typed names. */
export type Mark = Uint8Array;

/** Closes and opens small secrets; `about` binds one to its place. `open` gives `null` when it does not fit. */
export type SecretBox = {
  close(plain: string, about: string): Uint8Array;
  open(sealed: Uint8Array, about: string): string | null;
};

export type NewOfficer = { id: string; name: string; role: Role; setUp: { mark: Mark; until: Date } };

/** What an administrator can change. All but `role` end every visit of that officer; `role` does too. */
export type OfficerChange =
  | { kind: 'role'; role: Role }
  | { kind: 'lock' }
  | { kind: 'unlock' }
  /** Forgets password, code app and recovery codes; a new one-time code is needed. */
  | { kind: 'reset'; setUp: { mark: Mark; until: Date } };

export type Changed = 'changed' | 'absent' | 'last-admin';

/** Accounts. Every change and its line in the audit log stand together or not at all. */
export interface OfficerStore {
  /** Whether any account was ever made. */
  any(): Promise<boolean>;
  /** All accounts by name. */
  list(): Promise<Officer[]>;
  byName(name: string): Promise<Credentials | null>;
  byId(id: string): Promise<Credentials | null>;
  add(officer: NewOfficer, note: AuditNote): Promise<'added' | 'name-taken'>;
  /** `last-admin`: nobody could manage accounts afterwards, so nothing was changed. */
  change(id: string, change: OfficerChange, note: AuditNote): Promise<Changed>;
  /** Keeps the sealed key of the code app of an account that is being set up. */
  keepTotp(id: string, totp: Uint8Array): Promise<void>;
  /** Ends set-up, once: `false` when the one-time code was used or replaced meanwhile. */
  setUp(
    id: string,
    done: { mark: Mark; password: string; totpStep: number; recovery: Mark[] },
    note: AuditNote,
  ): Promise<boolean>;
  /** Marks the time step as used. `false` when it, or a later one, was used before. */
  useTotp(id: string, step: number): Promise<boolean>;
  /** Uses up a recovery code. `false` when there is no such code. */
  useRecovery(id: string, mark: Mark, note: AuditNote): Promise<boolean>;
  recoveryLeft(id: string): Promise<number>;
  renewRecovery(id: string, recovery: Mark[], note: AuditNote): Promise<void>;
  /** Ends all visits but the one named. */
  changePassword(id: string, password: string, keep: Mark, note: AuditNote): Promise<void>;
}

/** What an administrator may do to cases without being able to read one. */
export interface CaseWatch {
  /** Puts a case that somebody holds back for everybody. `false` when nobody holds it. */
  takeBack(caseId: string, note: AuditNote): Promise<boolean>;
}

/** Visits, by the mark of their cookie. */
export interface SessionStore {
  start(mark: Mark, officer: string, stage: Stage, now: Date): Promise<void>;
  /** A whole sign-in takes the place of the first step's visit. `false` when that was ended meanwhile. */
  complete(before: Mark, after: Mark, officer: string, now: Date, note: AuditNote): Promise<boolean>;
  find(mark: Mark): Promise<Session | null>;
  seen(mark: Mark, now: Date): Promise<void>;
  end(mark: Mark, note: AuditNote | null): Promise<void>;
  endAll(officer: string, note: AuditNote): Promise<void>;
}

/** Tries to sign in, by the mark of the typed name. */
export interface TryStore {
  /** Counts a try unless it comes too early; then says how long to wait, in milliseconds. */
  count(mark: Mark, now: Date): Promise<{ kind: 'taken'; tries: Tries } | { kind: 'wait'; ms: number }>;
  clear(mark: Mark): Promise<void>;
}

/** The log that nobody can rewrite. */
export interface AuditLog {
  write(note: AuditNote): Promise<void>;
  /** Newest first, those before `before` when given. */
  read(limit: number, before: number | null): Promise<AuditEntry[]>;
  /** Reads the whole log and checks that every entry follows from the one before. */
  verify(): Promise<AuditState>;
}
