import type { Decision, Reading } from '../decide.ts';
import { atLeast, type HarmType, type Verdict } from '../triage.ts';
import type { CareWord } from './words.ts';

/** Reviewed words tell of harm to the writer or somebody else, or of hurting somebody now: then the probe among them waits. */
export function isToldBeside({ subject, level }: Verdict, { phrased }: Reading): boolean {
  return phrased && (atLeast(level, 'emergency') || (subject !== 'perpetrator' && atLeast(level, 'support')));
}

/** Words of harm are a probe when something is asked; the name of an act is none when its penalty is asked. */
export function isProbe({ subject, yields }: CareWord, { asks, asksHow, asksPenalty, folded }: Reading): boolean {
  return subject === null || ((asksHow || asks) && !(yields && (asksPenalty || asksTheCourt(folded))));
}

const notKnown = /\b(?:khong|chang|cha|chua|ko|k) (?:\S+ )?(?:biet|ro) .*\bo dau\b/;
const ofTheCourt = /\b(?:l[iy] hon|l[iy] di|toa|nop don|lam don|khai sinh|mat tich|vang mat)\b/;

/** "Không biết chồng đang ở đâu thì nộp đơn ly hôn ở tòa nào": where he is, is told, not asked. */
function asksTheCourt(folded: string): boolean {
  return notKnown.test(folded) && ofTheCourt.test(folded);
}

/** A question whose answer could hurt somebody: nothing is told; where it betrays who asks, it is met as a card. */
export function probed({ reply, subject }: CareWord, heard: Verdict): Decision {
  const types: HarmType[] = subject === 'perpetrator' ? ['perpetrator'] : heard.types;
  const level = subject === null ? 'concern' : 'support';
  return {
    kind: 'care',
    reply: reply ?? 'hold',
    heard: { level, types, subject: subject ?? heard.subject },
    shows: subject !== null,
    leaves: false,
  };
}
