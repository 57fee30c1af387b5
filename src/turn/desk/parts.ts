import type { Conversation } from '../../core/conversation.ts';
import type { Decision, Reading } from '../../core/decide.ts';
import type { Desk } from '../../core/referral/desk.ts';
import type { Intake } from '../../core/referral/intake.ts';
import type { Verdict } from '../../core/triage.ts';
import type { Carried, Turn } from '../carry-out.ts';

/** What the way to a human is made of; absent where no desk was ever set up. */
export type DeskParts = {
  desk: Desk;
  /** Whether the desk takes new cases. Those there are can be come back to all the same. */
  staffed: boolean;
  intake: Intake;
  /** A stamp no state ever had: 1–16 small letters and digits. */
  newStamp: () => string;
};

/** One turn as the desk sees it. `policy` carries out what the ordinary policy decided; `apart` does without any model. */
export type AtDesk = {
  at: DeskParts;
  turn: Turn;
  conversation: Conversation;
  reading: Reading;
  verdict: Verdict;
  decision: Decision;
  now: Date;
  policy: (decision: Decision) => Promise<Carried>;
  apart: (decision: Decision) => Promise<Carried>;
};
