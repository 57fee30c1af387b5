import type { CaseWatch } from '../../core/officers/ports.ts';
import type { CaseDesk } from '../../core/referral/case-desk.ts';
import type { DeskKeys } from '../../core/referral/desk-keys.ts';
import type { Resealing } from '../../core/referral/resealing.ts';

/** A text an officer may begin a reply with. */
export type Template = { title: string; text: string };

/** What the pages of the desk work with. */
export type DeskDoor = {
  cases: CaseDesk;
  keys: DeskKeys;
  reseal: Resealing;
  watch: CaseWatch;
  templates: Template[];
  /** Dialled forms of the numbers that the directory shows today. */
  phonesShown: () => string[];
};
