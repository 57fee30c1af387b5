import type { Level } from '../triage.ts';
import type { About, SafeTime, Want } from './case.ts';

/** The stages before the yes, in their order. `who` and `agreed` ask whose trouble it is. */
export const steps = [
  'intro',
  'who',
  'agreed',
  'wants',
  'when',
  'way',
  'code-word',
  'commune',
  'words',
  'confirm',
] as const;
export type Step = (typeof steps)[number];

/** What was said so far. Lives sealed, for half an hour at most, and holds the only words of a person we ever keep. */
export type Draft = {
  about: About | null;
  wants: Want[];
  when: SafeTime | null;
  way: string | null;
  codeWord: string | null;
  commune: string | null;
  words: string | null;
};

/** Access to one case for the length of a talk. */
export type CaseKey = { case: string; privateKey: string };

/** Where a contact stands with the desk. `level`: the gravest that was heard on the way here. */
export type DeskTalk =
  | {
      stage: 'draft';
      step: Step;
      draft: Draft;
      level: Level;
      begunAt: Date;
      askedAt: Date;
      paused: boolean;
      last: string;
    }
  /** A receipt was typed; the code word is asked for. */
  | { stage: 'knock'; receipt: string; askedAt: Date; last: string }
  /** The person is with their case. `receipt` stays for one more message, should its showing have failed. */
  | { stage: 'visit'; key: CaseKey; seen: string | null; receipt: string | null; told: boolean; last: string };
